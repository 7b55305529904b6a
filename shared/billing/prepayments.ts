/** Prepayments: the monthly sum a bill proposes for the time to come (§ 560 Abs. 4 BGB). */
import type { Cents } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import { addDays, countDays, daysInMonth, lastDayOfMonth, monthOf, yearOf } from '../model/plain-date.ts';
import { add, multiply, rational, ZERO, type Rational } from '../model/rational.ts';
import type { User } from './arranged-case.ts';
import { centsOfFigure, type Figure, type Trace } from './trace.ts';

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

/** The share of a cost that falls on a month of use, rounded to cents. */
export function monthlyShare(trace: Trace, id: string, total: Figure, months: Figure): Figure {
  return trace.deriveCents(id, 'NEW_PREPAYMENT', [total, months]);
}

/** Rounds a monthly sum up to a multiple of `euros`; rounding up is free, down is not. */
export function roundUpTo(trace: Trace, id: string, monthly: Figure, euros: Rational): Figure {
  return trace.deriveUpTo(id, 'NEW_PREPAYMENT_ROUNDED', [monthly], multiply(euros, rational(100)));
}

/** The proposal for a tenant who stays; null for vacancies and for those who have left. */
export function proposePrepayment(trace: Trace, period: Period, user: User, total: Figure): Cents | null {
  const stays = user.tenancy && (user.tenancy.to === undefined || user.tenancy.to > period.to);
  if (!stays) return null;
  const id = `user.${user.id}`;
  const months = trace.given(`${id}.months`, 'MONTHS_USED', monthsIn(user.period), 'months');
  return centsOfFigure(monthlyShare(trace, `${id}.newPrepayment`, total, months));
}
