/** How long what is kept, and why: the office may shorten nothing the law asks for. Pure. */
import { addDays, plainDateOf, yearOf, type PlainDate } from '#shared/model/plain-date.ts';

/** Full years after the end of the year in which something happened. */
export interface RetentionRules {
  /** Telegrams, readings, and who lived where: until claims from a bill lapse (§§ 195, 199 BGB). */
  readonly valuesYears: number;
  /** Bills with everything that made them (§ 147 AO; the longest period, which covers the shorter ones). */
  readonly billsYears: number;
}

export const STANDARD_RETENTION: RetentionRules = { valuesYears: 3, billsYears: 10 };

/** The German sentence a setting shows beside its value. */
export const RETENTION_SOURCES: Readonly<Record<keyof RetentionRules, string>> = {
  valuesYears: 'Regelmäßige Verjährung: drei Jahre zum Jahresende (§§ 195, 199 BGB).',
  billsYears: 'Aufbewahrung von Abrechnungen und Belegen: bis zu zehn Jahre (§ 147 AO).',
};

/** The last day of the last year that is over for good on `today`: what ended by then may go. */
export function lastExpiredDay(today: PlainDate, years: number): PlainDate {
  const year = yearOf(today) - years - 1;
  return plainDateOf(`${String(year).padStart(4, '0')}-12-31`);
}

/** The day from which on something that happened on `day` may go. */
export function firstDayAfterRetention(day: PlainDate, years: number): PlainDate {
  return addDays(plainDateOf(`${String(yearOf(day) + years).padStart(4, '0')}-12-31`), 1);
}
