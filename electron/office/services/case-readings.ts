/** Picks, from everything a meter has sent, the readings a bill needs: those at the ends of its stretches. */
import type { Reading } from '#shared/billing/case/devices.ts';
import { addDays, countDays, type PlainDate } from '#shared/model/plain-date.ts';
import { multiply, rational, toShortDecimal, type Rational } from '#shared/model/rational.ts';
import {
  registerValueToKilowattHours,
  registerValueToRational,
  type RegisterValue,
} from '#shared/model/reading.ts';
import type { StoredReading } from '../store/readings.ts';

/** Decimals that every register of a meter fits in exactly. */
const REGISTER_DECIMALS = 12;

/** The register unit of a case for a meter's own unit. */
export function caseRegisterOf(unit: RegisterValue['unit']): 'units' | 'kWh' | 'GJ' | 'm3' {
  return ({ HCA: 'units', Wh: 'kWh', J: 'GJ', m3: 'm3' } as const)[unit];
}

/** A register's exact value in the unit that `caseRegisterOf` names. */
export function caseValueOf(value: RegisterValue): Rational {
  if (value.unit === 'Wh') return registerValueToKilowattHours(value) ?? registerValueToRational(value);
  const own = registerValueToRational(value);
  return value.unit === 'J' ? multiply(own, rational(1n, 1_000_000_000n)) : own;
}

/** A value the meter froze for a day is better evidence than one that happened to be sent on it. */
const RANK = { dueDate: 0, month: 1, current: 2 } as const;

function isBetter(candidate: StoredReading, chosen: StoredReading): boolean {
  if (candidate.dateInferred !== chosen.dateInferred) return chosen.dateInferred;
  return RANK[candidate.register] < RANK[chosen.register];
}

/**
 * For each of `days` the best reading of that day or, failing that, of the nearest day within `toleranceDays`; one
 * reading a day, by day. A manual entry takes part as a current reading.
 */
export function pickReadings(
  readings: readonly StoredReading[],
  days: readonly PlainDate[],
  toleranceDays: number,
): StoredReading[] {
  const best = new Map<PlainDate, StoredReading>();
  for (const reading of readings) {
    if (reading.date === null) continue;
    const chosen = best.get(reading.date);
    // Of two equally good ones the later telegram has seen more of the day.
    if (!chosen || isBetter(reading, chosen) || !isBetter(chosen, reading)) best.set(reading.date, reading);
  }
  const picked = new Map<PlainDate, StoredReading>();
  for (const day of days) {
    const nearest = nearestDay(best, day, toleranceDays);
    const reading = nearest === null ? undefined : best.get(nearest);
    if (nearest !== null && reading) picked.set(nearest, reading);
  }
  return [...picked.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, reading]) => reading);
}

function nearestDay(
  byDay: ReadonlyMap<PlainDate, unknown>,
  day: PlainDate,
  toleranceDays: number,
): PlainDate | null {
  for (let distance = 0; distance <= toleranceDays; distance += 1) {
    const near = [addDays(day, -distance), addDays(day, distance)].find((candidate) => byDay.has(candidate));
    if (near !== undefined) return near;
  }
  return null;
}

/** A stored reading as a case writes it, with the telegram or entry it came from. */
export function toCaseReading(reading: StoredReading, day: PlainDate): Reading {
  const origin =
    'telegramId' in reading.origin
      ? ({ kind: 'telegram', id: String(reading.origin.telegramId) } as const)
      : ({ kind: 'manual', id: String(reading.origin.manualEntryId) } as const);
  return {
    date: day,
    value: toShortDecimal(caseValueOf(reading.value), REGISTER_DECIMALS),
    origin,
    quality: qualityOf(reading),
  };
}

/** A value that was worked out must not look like one that a meter showed. */
function qualityOf({ register, method }: StoredReading): Reading['quality'] {
  if (method === 'interpolated' || method === 'estimated') return 'interpolated';
  return register === 'dueDate' ? 'dueDate' : 'measured';
}

/** The last day before `day` on which a meter was read, and how many days that is ago; null when never. */
export function lastReadBefore(
  readings: readonly StoredReading[],
  day: PlainDate,
): { readonly day: PlainDate; readonly daysAgo: number } | null {
  const days = readings.flatMap((reading) =>
    reading.date !== null && reading.register === 'current' && reading.date <= day ? [reading.date] : [],
  );
  const last = days.toSorted().at(-1);
  return last === undefined ? null : { day: last, daysAgo: countDays(last, day) - 1 };
}
