/** Steps along the calendar of a meter's clock, as compact profiles take them (EN 13757-3 annex F). */
import { addDays, addMonths, lastDayOfMonth, yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import { dayOfMoment, type Moment } from './moment.ts';

export interface Step {
  readonly unit: 'second' | 'day' | 'month' | 'half month';
  readonly count: number;
}

const MS_PER_SECOND = 1000;
/** A 29 February may be this many years away (1897 to 1904). */
const LEAP_YEAR_DISTANCE = 8;

/** The moment `ordinal` steps away; null when the base recurs or a half month starts on an odd day. */
export function moveMoment(base: Moment, step: Step, ordinal: number): Moment | null {
  const day = dayOfMoment(base);
  if (day === null) return null;
  if (step.unit === 'second') return secondsLater(base, day, ordinal * step.count);
  if (step.unit === 'day') return withDay(base, addDays(day, ordinal * step.count));
  if (step.unit === 'month') return withDay(base, monthsLater(day, ordinal));
  return halfMonthsLater(base, day, ordinal);
}

function secondsLater(base: Moment, day: PlainDate, seconds: number): Moment {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const start = Date.UTC(year, month - 1, date, base.hour ?? 0, base.minute ?? 0, base.second ?? 0);
  return fromUtc(new Date(start + seconds * MS_PER_SECOND), base);
}

/** Whole months away; from a month's last day always to the last day of another. */
function monthsLater(day: PlainDate, months: number): PlainDate {
  const moved = addMonths(day, months);
  return day === lastDayOfMonth(day) ? lastDayOfMonth(moved) : moved;
}

/** Half months run either from the 1st to the 16th or from the 15th to the last day. */
function halfMonthsLater(base: Moment, day: PlainDate, ordinal: number): Moment | null {
  const isLast = day === lastDayOfMonth(day);
  const isFirstHalf = base.day === 1 || base.day === 15;
  if (!isFirstHalf && base.day !== 16 && !isLast) return null;
  const halves = ordinal + (isFirstHalf ? 0 : 1);
  const month = addMonths(firstOfMonth(day), Math.floor(halves / 2));
  const isSecondHalf = Math.abs(halves % 2) === 1;
  if (base.day === 1 || base.day === 16) return withDay(base, isSecondHalf ? addDays(month, 15) : month);
  return withDay(base, isSecondHalf ? lastDayOfMonth(month) : addDays(month, 14));
}

function firstOfMonth(day: PlainDate): PlainDate {
  return addDays(day, 1 - Number(day.slice(8)));
}

function withDay(base: Moment, day: PlainDate): Moment {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { ...base, year, month, day: date };
}

function fromUtc(instant: Date, base: Moment): Moment {
  return {
    year: instant.getUTCFullYear(),
    month: instant.getUTCMonth() + 1,
    day: instant.getUTCDate(),
    hour: instant.getUTCHours(),
    minute: instant.getUTCMinutes(),
    second: base.second === null ? null : instant.getUTCSeconds(),
    isSummerTime: base.isSummerTime,
  };
}

/** The latest day, not after `day`, on which a yearly moment falls; null when it is not yearly. */
export function latestOccurrence(moment: Moment, day: PlainDate): PlainDate | null {
  if (moment.year !== null || moment.month === null || moment.day === null) return null;
  for (let yearsBack = 0; yearsBack <= LEAP_YEAR_DISTANCE; yearsBack++) {
    const year = yearOf(day) - yearsBack;
    const candidate = dayOfMoment({ ...moment, year });
    if (candidate !== null && candidate <= day) return candidate;
  }
  return null;
}
