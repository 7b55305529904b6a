/** The course of one meter's register: what it counted between two days, and what it showed on one. Pure. */
import { addDays, countDays, yearOf, type PlainDate } from '../model/plain-date.ts';
import {
  add,
  compare,
  isNegative,
  multiply,
  rational,
  subtract,
  ZERO,
  type Rational,
} from '../model/rational.ts';

/** What the register showed at the end of a day. */
export interface CurvePoint {
  readonly day: PlainDate;
  readonly value: Rational;
}

/** The readings of a meter, one a day, oldest first. */
export interface RegisterCurve {
  readonly points: readonly CurvePoint[];
  /** The due date after which an allocator starts again from zero, as `12-31`; null for a register that goes on. */
  readonly resetsAfter: string | null;
}

/** How near a telegram must be to stand for a day without saying more (eddi24's green light). */
export const NEAR_DAYS = 3;
/** How far one may be to stand for a day at all. */
export const FAR_DAYS = 31;

/** What is known of a register on a day. `daysAway` is negative when the telegram is older. */
export type DayValue =
  | { readonly quality: 'exact'; readonly value: Rational }
  | {
      readonly quality: 'nearest';
      readonly value: Rational;
      readonly day: PlainDate;
      readonly daysAway: number;
    }
  | {
      readonly quality: 'interpolated';
      readonly value: Rational;
      readonly before: PlainDate;
      readonly after: PlainDate;
    }
  | { readonly quality: 'missing' };

/** The last day of the counting year a day belongs to: the next due date, the day itself included. */
function countingYearOf(day: PlainDate, resetsAfter: string | null): string {
  if (resetsAfter === null) return '';
  return day.slice(5) <= resetsAfter ? `${yearOf(day)}` : `${yearOf(day) + 1}`;
}

function linear(before: CurvePoint, after: CurvePoint, day: PlainDate): Rational {
  const whole = countDays(before.day, after.day) - 1;
  const part = countDays(before.day, day) - 1;
  return add(before.value, multiply(subtract(after.value, before.value), rational(part, whole)));
}

/**
 * What the register showed at the end of `day`: read on it, between two telegrams of the same counting year at most
 * `FAR_DAYS` away, or the nearest one. A telegram within `NEAR_DAYS` goes before a value that nobody read.
 */
export function valueOn({ points, resetsAfter }: RegisterCurve, day: PlainDate): DayValue {
  const year = countingYearOf(day, resetsAfter);
  const near = points.filter(
    (point) =>
      Math.abs(countDays(point.day, day) - 1) <= FAR_DAYS && countingYearOf(point.day, resetsAfter) === year,
  );
  const exact = near.find((point) => point.day === day);
  if (exact) return { quality: 'exact', value: exact.value };
  const before = near.findLast((point) => point.day < day);
  const after = near.find((point) => point.day > day);
  const nearest = nearerOf(before, after, day);
  if (nearest === null) return { quality: 'missing' };
  const daysAway = countDays(day, nearest.day) - 1;
  if (Math.abs(daysAway) > NEAR_DAYS && before && after && compare(before.value, after.value) <= 0)
    return {
      quality: 'interpolated',
      value: linear(before, after, day),
      before: before.day,
      after: after.day,
    };
  return { quality: 'nearest', value: nearest.value, day: nearest.day, daysAway };
}

function nearerOf(
  before: CurvePoint | undefined,
  after: CurvePoint | undefined,
  day: PlainDate,
): CurvePoint | null {
  if (!before || !after) return before ?? after ?? null;
  return countDays(before.day, day) <= countDays(day, after.day) ? before : after;
}

/** A stretch of the curve without a break, counted on over due dates: the values only grow. */
export type Run = readonly CurvePoint[];

/** What a meter counted, and the last day that is known of. */
export interface Counted {
  readonly quantity: Rational;
  readonly until: PlainDate;
  /** A border of the stretch lies between two telegrams and was worked out. */
  readonly isInterpolated: boolean;
}

/**
 * The curve with its due dates bridged: after a due date the count goes on from what it had come to. A due date
 * whose last value is unknown, or a register that fell without one, begins a new run: nobody knows what is between.
 */
export function runsOf({ points, resetsAfter }: RegisterCurve): Run[] {
  const runs: CurvePoint[][] = [];
  let base = ZERO;
  let previous: CurvePoint | null = null;
  for (const point of points) {
    const run = runs.at(-1);
    const step = previous === null ? null : stepBetween(previous, point, resetsAfter);
    if (run && step === 'goesOn') run.push({ day: point.day, value: add(base, point.value) });
    else if (run && previous && step === 'startsAgain') {
      base = add(base, previous.value);
      run.push({ day: point.day, value: add(base, point.value) });
    } else {
      base = ZERO;
      runs.push([point]);
    }
    previous = point;
  }
  return runs;
}

function stepBetween(
  from: CurvePoint,
  to: CurvePoint,
  resetsAfter: string | null,
): 'goesOn' | 'startsAgain' | 'breaks' {
  const [year, next] = [from, to].map(({ day }) => countingYearOf(day, resetsAfter));
  if (year === next) return compare(from.value, to.value) <= 0 ? 'goesOn' : 'breaks';
  const dueDay = `${year}-${resetsAfter}` as PlainDate;
  const isFinal = addDays(from.day, NEAR_DAYS) >= dueDay;
  return isFinal && Number(next) === Number(year) + 1 && !isNegative(to.value) ? 'startsAgain' : 'breaks';
}

function totalAt(
  run: Run,
  day: PlainDate,
): { readonly value: Rational; readonly isInterpolated: boolean } | null {
  const after = run.findIndex((point) => point.day >= day);
  const next = run[after];
  if (!next) return null;
  if (next.day === day) return { value: next.value, isInterpolated: false };
  const before = run[after - 1];
  return before ? { value: linear(before, next, day), isInterpolated: true } : null;
}

/**
 * What the meter counted after the end of `eve` until the end of `to`, or until its last telegram before that. Null
 * when nothing is known at the beginning. A first telegram within `NEAR_DAYS` after `eve` stands for it.
 */
export function countedBetween(runs: readonly Run[], eve: PlainDate, to: PlainDate): Counted | null {
  for (const run of runs) {
    const [first, last] = [run[0], run.at(-1)];
    if (!first || !last || last.day <= eve) continue;
    if (first.day > eve && first.day > addDays(eve, NEAR_DAYS)) continue;
    const start = totalAt(run, eve) ?? { value: first.value, isInterpolated: true };
    const until = last.day < to ? last.day : to;
    const end = totalAt(run, until);
    if (end === null || until <= eve || until < first.day) continue;
    return {
      quantity: subtract(end.value, start.value),
      until,
      isInterpolated: start.isInterpolated || end.isInterpolated,
    };
  }
  return null;
}
