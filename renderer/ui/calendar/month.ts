/** A month as a calendar shows it, whole weeks from Monday to Sunday, and where the keys lead in it. Pure. */
import {
  addDays,
  addMonths,
  countDays,
  lastDayOfMonth,
  plainDateOf,
  type PlainDate,
} from '#shared/model/plain-date.ts';

const DAYS_OF_WEEK = 7;
const SOME_MONDAY = plainDateOf('2024-01-01');

/** How many days a day lies after its Monday: 0 to 6. */
export function daysSinceMonday(day: PlainDate): number {
  const days = (countDays(SOME_MONDAY, day) - 1) % DAYS_OF_WEEK;
  return (days + DAYS_OF_WEEK) % DAYS_OF_WEEK;
}

/** The seven days of a day's week, Monday first. */
export function weekOf(day: PlainDate): PlainDate[] {
  const monday = addDays(day, -daysSinceMonday(day));
  return Array.from({ length: DAYS_OF_WEEK }, (_, index) => addDays(monday, index));
}

/** The weeks that touch a day's month; the first and the last may reach into its neighbours. */
export function weeksOfMonth(day: PlainDate): PlainDate[][] {
  const last = lastDayOfMonth(day);
  const weeks: PlainDate[][] = [];
  for (let start = plainDateOf(`${day.slice(0, 7)}-01`); start <= last;) {
    const week = weekOf(start);
    weeks.push(week);
    start = addDays(week[0] ?? start, DAYS_OF_WEEK);
  }
  return weeks;
}

/** The day a key leads to: arrows a day or a week, Home and End the week, PgUp and PgDn a month, with Shift a year. */
export function dayForKey(day: PlainDate, key: string, isShifted: boolean): PlainDate | null {
  const months = isShifted ? 12 : 1;
  if (key === 'ArrowLeft') return addDays(day, -1);
  if (key === 'ArrowRight') return addDays(day, 1);
  if (key === 'ArrowUp') return addDays(day, -DAYS_OF_WEEK);
  if (key === 'ArrowDown') return addDays(day, DAYS_OF_WEEK);
  if (key === 'Home') return addDays(day, -daysSinceMonday(day));
  if (key === 'End') return addDays(day, DAYS_OF_WEEK - 1 - daysSinceMonday(day));
  if (key === 'PageUp') return addMonths(day, -months);
  if (key === 'PageDown') return addMonths(day, months);
  return null;
}
