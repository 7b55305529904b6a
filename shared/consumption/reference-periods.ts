/** The stretches of time a consumption is compared with: the one before, and the same one a year ago. Pure. */
import type { Period } from '../model/period.ts';
import { lengthInDays } from '../model/period.ts';
import { addDays, addMonths, lastDayOfMonth, monthOf, yearOf, type PlainDate } from '../model/plain-date.ts';

/** The first and last day of the month a day lies in. */
export function monthAround(day: PlainDate): Period {
  return { from: `${day.slice(0, 8)}01` as PlainDate, to: lastDayOfMonth(day) };
}

/** How many calendar months a period fills completely; null when it does not consist of whole ones. */
export function wholeMonths({ from, to }: Period): number | null {
  if (!from.endsWith('-01') || lastDayOfMonth(to) !== to) return null;
  return (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from) + 1;
}

/** The period moved by months, whole months staying whole ones. */
export function shiftMonths(period: Period, months: number): Period {
  const to = addMonths(period.to, months);
  return {
    from: addMonths(period.from, months),
    to: wholeMonths(period) === null ? to : lastDayOfMonth(to),
  };
}

/** As many whole months right before, or as many days when the period has none. */
export function previousPeriod(period: Period): Period {
  const months = wholeMonths(period);
  if (months !== null) return shiftMonths(period, -months);
  const to = addDays(period.from, -1);
  return { from: addDays(to, 1 - lengthInDays(period)), to };
}

export function sameLastYear(period: Period): Period {
  return shiftMonths(period, -12);
}

/**
 * As much of a reference as has passed of a period that is known only until a day: like is compared with like. All of
 * it when nothing of the period is known yet.
 */
export function cutLike(reference: Period, period: Period, until: PlainDate): Period {
  if (until >= period.to || until < period.from) return reference;
  const to = addDays(reference.from, lengthInDays({ from: period.from, to: until }) - 1);
  return { from: reference.from, to: to < reference.to ? to : reference.to };
}

/** The months that end with the one of `last`, oldest first. */
export function monthsUntil(last: PlainDate, count: number): Period[] {
  const { from } = monthAround(last);
  return Array.from({ length: count }, (_, index) => monthAround(addMonths(from, index - count + 1)));
}
