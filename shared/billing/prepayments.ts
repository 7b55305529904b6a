/** Prepayments: the monthly sum a bill proposes for the time to come (§ 560 Abs. 4 BGB). */
import type { Cents } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import { multiply, rational, type Rational } from '../model/rational.ts';
import type { User } from './arranged-case.ts';
import { centsOfFigure, type Figure, type Trace } from './trace.ts';
import type { TimeMeasures } from './user-change.ts';

/** The share of a cost that falls on a month of use, rounded to cents. */
export function monthlyShare(trace: Trace, id: string, total: Figure, months: Figure): Figure {
  return trace.deriveCents(id, 'NEW_PREPAYMENT', [total, months]);
}

/** Rounds a monthly sum up to a multiple of `euros`; rounding up is free, down is not. */
export function roundUpTo(trace: Trace, id: string, monthly: Figure, euros: Rational): Figure {
  return trace.deriveUpTo(id, 'NEW_PREPAYMENT_ROUNDED', [monthly], multiply(euros, rational(100)));
}

/** What of the costs will come again: a charge for something a tenant caused once is none of it. */
export function recurringCost(trace: Trace, id: string, owed: Figure, oneOff: readonly Figure[]): Figure {
  return oneOff.length === 0 ? owed : trace.derive(id, 'RECURRING_COST', [owed, ...oneOff], 'ct');
}

/** The proposal for a tenant who stays; null for vacancies and for those who have left. */
export function proposePrepayment(
  trace: Trace,
  time: TimeMeasures,
  period: Period,
  user: User,
  recurring: Figure,
): Cents | null {
  const stays = user.tenancy && (user.tenancy.to === undefined || user.tenancy.to > period.to);
  if (!stays) return null;
  const monthly = monthlyShare(trace, `user.${user.id}.newPrepayment`, recurring, time.months(user.period));
  return centsOfFigure(monthly);
}
