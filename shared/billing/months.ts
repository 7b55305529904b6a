/** Months as prepayments count them. */
import type { Period } from '../model/period.ts';
import { addDays, countDays, daysInMonth, lastDayOfMonth, monthOf, yearOf } from '../model/plain-date.ts';
import { add, rational, ZERO, type Rational } from '../model/rational.ts';

/** Months of a stretch of time; a month that is used in part counts by its days. */
export function monthsIn(days: Period): Rational {
  let months = ZERO;
  for (let from = days.from; from <= days.to;) {
    const monthEnd = lastDayOfMonth(from);
    const to = monthEnd < days.to ? monthEnd : days.to;
    months = add(months, rational(countDays(from, to), daysInMonth(yearOf(from), monthOf(from))));
    from = addDays(to, 1);
  }
  return months;
}
