/**
 * Judges the newest readings of one meter: a register that fell, jumped, or stands although heat or water flows. Pure.
 * Computes with plain numbers, for thousands of meters at once: it decides about a look at the meter, never a cent.
 */
import type { MeterKind } from '#shared/model/meter.ts';
import { countDays, monthOf, yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { RegisterUnit } from '#shared/model/reading.ts';
import type { RegisterPoint } from '../store/meter-signs.ts';

/** What is known of a meter's register. */
export interface RegisterFacts {
  readonly kind: MeterKind;
  /** The day of the year on which an allocator starts anew, as `12-31`; null when it does not. */
  readonly dueDay: string | null;
  /** One reading a day, newest first. */
  readonly recent: readonly RegisterPoint[];
  /** The last reading that is at least `STANDSTILL_DAYS` old. */
  readonly earlier: RegisterPoint | null;
  /** Whether somebody lives there or the meter serves everybody. */
  readonly isInUse: boolean;
}

export type RegisterFinding = 'wentBack' | 'leap' | 'standstill';

export interface JudgedRegister {
  readonly finding: RegisterFinding;
  /** The day from which it is so. */
  readonly since: PlainDate;
}

/** Two readings that follow each other. */
export interface RegisterStep {
  readonly from: RegisterPoint;
  readonly to: RegisterPoint;
}

/** A radiator that is off all winter is usual, an empty tap for two months is not. */
export const STANDSTILL_DAYS = 60;
/** Heating seasons differ among months by the factor thirteen (VDI 2067): what jumps further is no weather. */
const LEAP_FACTOR = 20;
/** Fewer steps say nothing about what is usual. */
const FEWEST_STEPS = 4;
/** Below this much, in the meter's own unit, nothing is worth a visit. */
const SMALLEST_LEAP: Readonly<Record<RegisterUnit, number>> = { HCA: 50, Wh: 1e5, J: 3.6e8, m3: 5 };
const FIRST_HEATING_MONTH = 10;
const LAST_HEATING_MONTH = 4;

/** The steps between readings of the same unit, newest first. */
export function stepsOf(recent: readonly RegisterPoint[]): RegisterStep[] {
  return recent.slice(1).flatMap((from, index) => {
    const to = recent[index];
    return to === undefined || to.value.unit !== from.value.unit ? [] : [{ from, to }];
  });
}

/** How far a register moved between two readings, in the meter's own unit; negative when it fell. */
export function riseOf({ from, to }: RegisterStep): number {
  return to.amount - from.amount;
}

/** Whether a due date lies between two days, the first included: an allocator then starts from zero. */
function startsAnew(dueDay: string | null, from: PlainDate, to: PlainDate): boolean {
  if (dueDay === null) return false;
  const years = [yearOf(from), yearOf(from) + 1];
  return years.some((year) => `${year}-${dueDay}` >= from && `${year}-${dueDay}` < to);
}

/** Whether a step falls without a due date that explains it. */
export function fell(step: RegisterStep, dueDay: string | null): boolean {
  return riseOf(step) < 0 && !startsAnew(dueDay, step.from.day, step.to.day);
}

/** The newest finding of each kind. An allocator never stands still: a closed radiator looks the same. */
export function judgeRegister(facts: RegisterFacts): JudgedRegister[] {
  const steps = stepsOf(facts.recent);
  const back = steps.find((step) => fell(step, facts.dueDay));
  const leap = findLeap(steps.filter((step) => riseOf(step) >= 0));
  const stands = findStandstill(facts);
  return [
    ...(back ? [{ finding: 'wentBack', since: back.to.day } as const] : []),
    ...(leap ? [{ finding: 'leap', since: leap.to.day } as const] : []),
    ...(stands === null ? [] : [{ finding: 'standstill', since: stands } as const]),
  ];
}

function findLeap(rising: readonly RegisterStep[]): RegisterStep | undefined {
  const isLarge = (step: RegisterStep): boolean => riseOf(step) > SMALLEST_LEAP[step.to.value.unit];
  // Asked first: of thousands of meters hardly any has one.
  if (rising.length < FEWEST_STEPS || !rising.some(isLarge)) return undefined;
  const rates = rising.map(ratePerDay).toSorted((a, b) => a - b);
  const limit = LEAP_FACTOR * (rates[Math.floor(rates.length / 2)] ?? 0);
  return rising.find((step) => isLarge(step) && ratePerDay(step) > limit);
}

function ratePerDay(step: RegisterStep): number {
  return riseOf(step) / Math.max(1, countDays(step.from.day, step.to.day) - 1);
}

function findStandstill({ kind, recent, earlier, isInUse }: RegisterFacts): PlainDate | null {
  const [newest] = recent;
  if (kind === 'allocator' || !isInUse || newest === undefined || earlier === null) return null;
  // Both days count: the last value of a night stands for the day before the morning.
  if (countDays(earlier.day, newest.day) < STANDSTILL_DAYS || newest.value.unit !== earlier.value.unit)
    return null;
  if (riseOf({ from: earlier, to: newest }) !== 0) return null;
  const isHeatOnly = kind === 'heatMeter';
  return isHeatOnly && !(isHeatingDay(earlier.day) && isHeatingDay(newest.day)) ? null : earlier.day;
}

function isHeatingDay(day: PlainDate): boolean {
  const month = monthOf(day);
  return month >= FIRST_HEATING_MONTH || month <= LAST_HEATING_MONTH;
}
