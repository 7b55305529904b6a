/** Days and instants as meters send them: types F, G, I and J of EN 13757-3 annex A. */
import { daysInMonth, parsePlainDate, type PlainDate } from '#shared/model/plain-date.ts';
import { byteAt, uint16At } from './bytes.ts';

/**
 * A day, an instant or a time of day by the meter's own clock. A part is null where the meter means "every": a
 * yearly due date has no year. Clocks of meters mostly stay on winter time; `isSummerTime` tells when the shown
 * hour is not.
 */
export interface Moment {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly hour: number | null;
  readonly minute: number | null;
  readonly second: number | null;
  readonly isSummerTime: boolean;
}

const EVERY_YEAR = 127;
const EVERY_MONTH = 15;
const EVERY_DAY = 0;

/** Two-digit years up to 80 belong to this century, those from 81 to the last; higher ones do not exist. */
function fullYear(year: number, centuries: number): number | null {
  if (year > 99) return null;
  return centuries > 0 ? 1900 + 100 * centuries + year : year <= 80 ? 2000 + year : 1900 + year;
}

/** Days a month has every year; asking the calendar only for 29 February saves a third of the decoding time. */
const SAFE_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const ANY_LEAP_YEAR = 2000;

function exists(year: number, month: number, day: number): boolean {
  return day <= (SAFE_DAYS[month - 1] ?? 0) || (month === 2 && day <= daysInMonth(year, month));
}

/** The two bytes that hold day, month and year in every type; null when they name no day. */
function readDay(
  bits: number,
  centuries: number,
): { year: number | null; month: number | null; day: number | null } | null {
  if (bits === 0 || bits === 0xffff) return null;
  const dayBits = bits & 31;
  const monthBits = (bits >> 8) & 15;
  const yearBits = ((bits >> 5) & 7) | ((bits >> 9) & 0x78);
  const year = yearBits === EVERY_YEAR ? null : fullYear(yearBits, centuries);
  const month = monthBits === EVERY_MONTH ? null : monthBits;
  if (year === null && yearBits !== EVERY_YEAR) return null;
  if (month !== null && (month < 1 || month > 12)) return null;
  // "Every day" or "every month" of a particular year dates nothing: some clocks show day 0 around midnight.
  if (year !== null && (dayBits === EVERY_DAY || month === null)) return null;
  const day = dayBits === EVERY_DAY ? null : dayBits;
  if (day !== null && month !== null && !exists(year ?? ANY_LEAP_YEAR, month, day)) return null;
  return { year, month, day };
}

function makeMoment(
  day: { year: number | null; month: number | null; day: number | null },
  hour: number | null,
  minute: number | null,
  second: number | null,
  isSummerTime: boolean,
): Moment {
  return { year: day.year, month: day.month, day: day.day, hour, minute, second, isSummerTime };
}

/** Type G: a day in two bytes. */
export function readTypeG(bytes: Uint8Array, index: number): Moment | null {
  const day = readDay(uint16At(bytes, index), 0);
  return day === null ? null : makeMoment(day, null, null, null, false);
}

/** Type F: day and minute in four bytes; null when the meter itself calls its time invalid. */
export function readTypeF(bytes: Uint8Array, index: number): Moment | null {
  const minuteByte = byteAt(bytes, index);
  const hourByte = byteAt(bytes, index + 1);
  const minute = minuteByte & 63;
  const hour = hourByte & 31;
  if (minuteByte & 0x80 || minute > 59 || hour > 23) return null;
  const day = readDay(uint16At(bytes, index + 2), (hourByte >> 5) & 3);
  return day === null ? null : makeMoment(day, hour, minute, null, (hourByte & 0x80) !== 0);
}

/** Type I: day and second in six bytes. */
export function readTypeI(bytes: Uint8Array, index: number): Moment | null {
  const secondByte = byteAt(bytes, index);
  const minuteByte = byteAt(bytes, index + 1);
  const second = secondByte & 63;
  const minute = minuteByte & 63;
  const hour = byteAt(bytes, index + 2) & 31;
  if (minuteByte & 0x80 || second > 59 || minute > 59 || hour > 23) return null;
  const day = readDay(uint16At(bytes, index + 3), 0);
  return day === null ? null : makeMoment(day, hour, minute, second, (secondByte & 0x40) !== 0);
}

const NO_DAY = { year: null, month: null, day: null };

/** Type J: a time of day in three bytes. */
export function readTypeJ(bytes: Uint8Array, index: number): Moment | null {
  const second = byteAt(bytes, index) & 63;
  const minute = byteAt(bytes, index + 1) & 63;
  const hour = byteAt(bytes, index + 2) & 31;
  if (second > 59 || minute > 59 || hour > 23) return null;
  return makeMoment(NO_DAY, hour, minute, second, false);
}

function two(value: number): string {
  return value.toString().padStart(2, '0');
}

function formatDay(moment: Moment): string {
  if (moment.year === null && moment.month === null)
    return moment.day === null ? '' : `---${two(moment.day)}`;
  const year = moment.year === null ? '--' : `${moment.year}-`;
  const month = moment.month === null ? '' : two(moment.month);
  return moment.day === null ? `${year}${month}` : `${year}${month}-${two(moment.day)}`;
}

function formatTime(moment: Moment): string {
  if (moment.hour === null || moment.minute === null) return '';
  const second = moment.second === null ? '' : `:${two(moment.second)}`;
  return `${two(moment.hour)}:${two(moment.minute)}${second}`;
}

/** ISO 8601 text: `2025-12-31`, `2025-12-31T23:59`, `--12-31` for every year, `10:30:00` for a time of day. */
export function formatMoment(moment: Moment): string {
  const day = formatDay(moment);
  const time = formatTime(moment);
  return day !== '' && time !== '' ? `${day}T${time}` : day + time;
}

/** The calendar day, or null when the moment recurs or is only a time. */
export function dayOfMoment(moment: Moment): PlainDate | null {
  return moment.year === null ? null : parsePlainDate(formatDay(moment));
}
