/** Calendar days without a clock or a zone: `2025-12-31` is the same day on every machine. */
import { UTCDateMini } from '@date-fns/utc';
import { addMonths as addMonthsTo, endOfMonth, getDaysInMonth } from 'date-fns';

declare const plainDate: unique symbol;
/** A day of the Gregorian calendar, written `YYYY-MM-DD`; text order is time order. */
export type PlainDate = string & { readonly [plainDate]: true };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `YYYY-MM-DD`; null for any other text and for days that do not exist. */
export function parsePlainDate(text: string): PlainDate | null {
  const match = PATTERN.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return text as PlainDate;
}

/** As `parsePlainDate`, for days the program itself wrote. Throws a RangeError. */
export function plainDateOf(text: string): PlainDate {
  const date = parsePlainDate(text);
  if (date === null) throw new RangeError('not a day written YYYY-MM-DD');
  return date;
}

function toUtc(date: PlainDate): Date {
  return new UTCDateMini(`${date}T00:00:00Z`);
}

function fromUtc(date: Date): PlainDate {
  return date.toISOString().slice(0, 10) as PlainDate;
}

/** The number of days of a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return getDaysInMonth(new UTCDateMini(year, month - 1, 1));
}

export function yearOf(date: PlainDate): number {
  return Number(date.slice(0, 4));
}

/** The month of a day, 1 to 12. */
export function monthOf(date: PlainDate): number {
  return Number(date.slice(5, 7));
}

const DAY_MS = 86_400_000;

/** The day `days` later (earlier when negative). Counts UTC days itself: a bill asks this for every meter. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** The day `months` later; a day the month does not have becomes its last. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return fromUtc(addMonthsTo(toUtc(date), months));
}

export function lastDayOfMonth(date: PlainDate): PlainDate {
  return fromUtc(endOfMonth(toUtc(date)));
}

/** Days from `from` to `to`, both counted; zero when `to` is the eve of `from`. */
export function countDays(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
}

/** The day of a UTC instant. */
export function dayOfInstant(instant: Date): PlainDate {
  return fromUtc(instant);
}
