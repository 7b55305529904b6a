/** Reads days the way people type them: `311225`, `1.3.`, `h`, `+14`. Knows no clock; today is given. */
import { addDays, parsePlainDate, yearOf, type PlainDate } from '../model/plain-date.ts';
import { fail, succeed, type Result } from '../model/result.ts';
import type { Period } from '../model/period.ts';

/** `EMPTY` nothing typed · `UNREADABLE` no day · `NO_SUCH_DAY` such as 31.02. */
export type DateFault = 'EMPTY' | 'UNREADABLE' | 'NO_SUCH_DAY';

/** What a short text is completed with. */
export interface DateContext {
  readonly today: PlainDate;
  /** The day `+14` counts from; today when left out. */
  readonly from?: PlainDate;
}

const ISO = /^\d{4}-\d{1,2}-\d{1,2}$/;
const SIX_DIGITS = /^(\d{2})(\d{2})(\d{2}|\d{4})$/;
const FOUR_DIGITS = /^(\d{2})(\d{2})$/;
const SEPARATED = /^(\d{1,2})[.,/\- ]+(\d{1,2})(?:[.,/\- ]+(\d{4}|\d{2})?)?$/;
const STEP = /^([+-])(\d{1,4})$/;
const TODAY = /^(?:h|heute|t|today)$/i;

/** A two-digit year means the one nearest to today within 80 years back and 19 ahead: 26 is 2026, 58 is 1958. */
function expandYear(text: string | undefined, today: PlainDate): number {
  const thisYear = yearOf(today);
  if (text === undefined) return thisYear;
  if (text.length === 4) return Number(text);
  const year = thisYear - (thisYear % 100) + Number(text);
  if (year > thisYear + 19) return year - 100;
  return year <= thisYear - 81 ? year + 100 : year;
}

function dayOf(year: number, month: string, day: string): Result<PlainDate, DateFault> {
  const text = `${String(year).padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = parsePlainDate(text);
  return date ? succeed(date) : fail('NO_SUCH_DAY');
}

function readIso(text: string): Result<PlainDate, DateFault> {
  const [year = '', month = '', day = ''] = text.split('-');
  return dayOf(Number(year), month, day);
}

/**
 * Reads `31.12.2025`, `31.12.25`, `311225`, `31122025`, `1.3.` (this year), `2025-12-31`, `h` for today, and
 * `+14` or `-3` as days from `from`.
 */
export function parseDate(text: string, context: DateContext): Result<PlainDate, DateFault> {
  const typed = text.trim();
  if (typed === '') return fail('EMPTY');
  if (TODAY.test(typed)) return succeed(context.today);
  if (ISO.test(typed)) return readIso(typed);
  const step = STEP.exec(typed);
  if (step)
    return succeed(addDays(context.from ?? context.today, Number(step[2]) * (step[1] === '-' ? -1 : 1)));
  const parts = SIX_DIGITS.exec(typed) ?? FOUR_DIGITS.exec(typed) ?? SEPARATED.exec(typed);
  if (!parts) return fail('UNREADABLE');
  const [, day = '', month = '', year] = parts;
  return dayOf(expandYear(year, context.today), month, day);
}

/**
 * Reads a stretch of days such as `01.03.-31.03.` or `1.1.25 – 31.12.25`, both ends included; a single day is a
 * period of one. Null when either end cannot be read or the ends are the wrong way round.
 */
export function parsePeriod(text: string, context: DateContext): Period | null {
  const ends = text.split(/\s*[–—]\s*|\s+(?:bis|to)\s+|(?<=\d{4}|\d\.|\d)\s*-\s*(?=\d{1,2}\.)/);
  if (ends.length > 2) return null;
  const [first = '', last = first] = ends;
  const from = parseDate(first, context);
  const to = parseDate(last, context);
  return from.ok && to.ok && from.value <= to.value ? { from: from.value, to: to.value } : null;
}
