/** Consumption that a case states as totals instead of meters: the unit's, and what each user was read at. */
import { compare, sum } from '../model/rational.ts';
import type { ArrangedUnit, User } from './arranged-case.ts';
import type { TimeKey } from './case/rules.ts';
import { exactly } from './case/values.ts';
import { finding, type Finding } from './findings.ts';
import type { Metered } from './metered.ts';
import type { Figure, FigureUnit, Trace } from './trace.ts';
import type { TimeMeasures } from './user-change.ts';

/** A unit's stated consumption by user, or the findings that make it useless. */
export type Stated =
  | { readonly ok: true; readonly byUser: ReadonlyMap<string, readonly Figure[]> }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** How users without a statement share what the others leave. */
export interface StatedBasis {
  readonly trace: Trace;
  readonly time: TimeMeasures;
  readonly timeKey: TimeKey;
  readonly metered: Metered;
  readonly unit: FigureUnit;
}

/** Whether a case states the consumption of this unit at all. */
export function isStated({ unit, users }: ArrangedUnit, metered: Metered): boolean {
  return (
    unit.consumption?.[metered] !== undefined ||
    users.some((user) => user.tenancy?.consumption?.[metered] !== undefined)
  );
}

function shareByTime(basis: StatedBasis, rest: Figure, users: readonly User[]): Map<string, Figure[]> {
  const { trace, time, timeKey } = basis;
  const [only] = users;
  if (users.length === 1 && only) return new Map([[only.id, [rest]]]);
  const weights = users.map((user) => ({ user, weight: time.measure(timeKey, user.period) }));
  const unit = timeKey === 'days' ? 'days' : 'perMille';
  const whole = trace.derive(
    `${rest.id}.time`,
    'TIME_TOGETHER',
    weights.map(({ weight }) => weight),
    unit,
  );
  const rule = timeKey === 'days' ? 'USER_PART_BY_DAYS' : 'USER_PART_BY_DEGREE_DAYS';
  return new Map(
    weights.map(({ user, weight }) => [
      user.id,
      [trace.derive(`user.${user.id}.${rest.id}`, rule, [rest, weight, whole], rest.unit)],
    ]),
  );
}

/** Shares the stated consumption of a unit among its users; who has no statement gets the rest, by time. */
export function statedConsumption(basis: StatedBasis, { unit, users }: ArrangedUnit): Stated {
  const { trace, metered } = basis;
  const about = [`unit.${unit.id}`];
  const id = `unit.${unit.id}.${metered}.stated`;
  const read = new Map<string, readonly Figure[]>();
  const silent: User[] = [];
  for (const user of users) {
    const value = user.tenancy?.consumption?.[metered];
    if (value === undefined) silent.push(user);
    else
      read.set(user.id, [
        trace.given(`user.${user.id}.${metered}.stated`, 'STATED_CONSUMPTION', exactly(value), basis.unit),
      ]);
  }
  const figures = [...read.values()].flat();
  const together = sum(figures.map((figure) => figure.value));
  const total = unit.consumption?.[metered];
  if (total === undefined)
    return silent.length === 0
      ? { ok: true, byUser: read }
      : { ok: false, findings: [finding('CONSUMPTION_MISSING', about, { pot: metered })] };
  const whole = trace.given(id, 'STATED_CONSUMPTION', exactly(total), basis.unit);
  const difference = compare(whole.value, together);
  if (difference < 0 || (difference > 0 && silent.length === 0))
    return { ok: false, findings: [finding('INTERIM_READINGS_UNEQUAL_TOTAL', about, { pot: metered })] };
  if (silent.length === 0) return { ok: true, byUser: read };
  const rest =
    figures.length === 0 ? whole : trace.derive(`${id}.rest`, 'STATED_REST', [whole, ...figures], basis.unit);
  return { ok: true, byUser: new Map([...read, ...shareByTime(basis, rest, silent)]) };
}
