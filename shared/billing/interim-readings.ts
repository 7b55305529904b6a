/** Interim readings at a change of user: which are missing, and why (§ 9b Abs. 1 and 3, § 12 HeizkostenV). */
import type { PlainDate } from '../model/plain-date.ts';
import { compare, rational, toShortDecimal } from '../model/rational.ts';
import type { ArrangedCase, ArrangedUnit, User } from './arranged-case.ts';
import { degreeDaysOf } from './degree-days.ts';
import type { Stretch } from './device-consumption.ts';
import { finding, type Finding } from './findings.ts';
import type { Metered } from './metered.ts';
import { STATUTORY } from './statutory.ts';

/** The last days of users who leave within the period. */
export function changeDays(users: readonly User[]): PlainDate[] {
  return users.slice(0, -1).map((user) => user.period.to);
}

/** A finding for each change of user that no meter of the pot was read at. */
export function missingInterimReadings(
  { given }: ArrangedCase,
  { unit, users }: ArrangedUnit,
  metered: Metered,
  readOn: ReadonlySet<PlainDate>,
): Finding[] {
  return changeDays(users)
    .filter((day) => !readOn.has(day))
    .map((lastDay) => {
      const stated = given.rules.missingInterimReadings.find(
        (missing) => missing.unit === unit.id && missing.lastDay === lastDay,
      );
      const why = stated?.why ?? 'omitted';
      return finding(
        why === 'omitted' ? 'INTERIM_READING_OMITTED' : 'INTERIM_READING_MISSING',
        [`unit.${unit.id}`],
        { pot: metered, lastDay, why },
      );
    });
}

/** The days on which every stretch list ends, so that the change was read. */
export function daysReadOn(stretches: readonly Stretch[]): Set<PlainDate> {
  return new Set(stretches.map((stretch) => stretch.period.to));
}

/** Evaporators (EN 835) tell little outside 400 to 800 ‰ of the degree days: a finding for each such reading. */
export function inexactEvaporatorReadings(
  { given, period }: ArrangedCase,
  { users, devices }: ArrangedUnit,
): Finding[] {
  const { from, to } = STATUTORY.degreeDays.evaporatorReadingPerMille;
  const evaporators = devices.filter((device) => device.evaporator === true);
  return changeDays(users).flatMap((day) => {
    const perMille = degreeDaysOf({ from: period.from, to: day }, given.rules.userChange.degreeDayTable);
    if (compare(perMille, rational(from)) >= 0 && compare(perMille, rational(to)) <= 0) return [];
    return evaporators
      .filter((device) => device.readings.some((reading) => reading.date === day))
      .map((device) =>
        finding('EVAPORATOR_READING_INEXACT', [`device.${device.id}`], {
          day,
          perMille: toShortDecimal(perMille, 1),
        }),
      );
  });
}
