/** Prepayments of one amount, month after month. Pure. */
import type { Prepayment } from '#shared/contract/tenancies.ts';
import type { Cents } from '#shared/model/money.ts';
import { addMonths, type PlainDate } from '#shared/model/plain-date.ts';

const MOST_PAYMENTS = 120;

/** One payment a month from the first day to the last one at most; a 31st becomes the month's last day. */
export function monthlyPayments(amountCents: Cents, first: PlainDate, last: PlainDate): Prepayment[] {
  const payments: Prepayment[] = [];
  for (let month = 0; month < MOST_PAYMENTS; month += 1) {
    const paidOn = addMonths(first, month);
    if (paidOn > last) break;
    payments.push({ paidOn, amountCents });
  }
  return payments;
}
