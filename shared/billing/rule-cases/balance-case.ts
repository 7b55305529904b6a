/** Single-rule case `balance`: share less prepayments paid, the new prepayment, the 12 months (§§ 556, 560 BGB). */
import { z } from 'zod';
import { sumCents } from '../../model/money.ts';
import { addMonths } from '../../model/plain-date.ts';
import { isNegative, isZero, ONE, rational, ZERO } from '../../model/rational.ts';
import { centsIn, day, euros, exactly, positive } from '../case/values.ts';
import { monthlyShare, roundUpTo } from '../prepayments.ts';
import { STATUTORY } from '../statutory.ts';
import { Trace } from '../trace.ts';
import { headOf, type Answer, type RuleOutcome } from './answer.ts';

/** A payment as a bill's case writes it. */
const payment = z.strictObject({ date: day.optional(), amount: euros });

export const balanceCase = z.strictObject({
  ...headOf('balance'),
  share: euros,
  prepayments: z
    .array(z.union([euros, payment]))
    .default([])
    .describe('What was paid, not what was agreed.'),
  monthsUsed: positive.default(12),
  roundUpTo: positive.optional().describe('Rounds the new prepayment up to a multiple of so many euros.'),
  periodEnd: day.optional(),
  receivedOn: day.optional().describe('The day the bill reached the tenant.'),
  landlordNotResponsible: z.boolean().default(false),
});

type BalanceCase = z.output<typeof balanceCase>;

/** Whether an additional claim is still open: the bill came within twelve months, or the landlord is not to blame. */
function isClaimOpen({ periodEnd, receivedOn, landlordNotResponsible }: BalanceCase): boolean | null {
  if (periodEnd === undefined || receivedOn === undefined) return null;
  return landlordNotResponsible || receivedOn <= addMonths(periodEnd, STATUTORY.dates.claimMonthsAfterPeriod);
}

/** Runs the case. */
export function runBalanceCase(given: BalanceCase): RuleOutcome {
  const trace = new Trace();
  const share = trace.given('entry.share', 'INVOICE', rational(centsIn(given.share)), 'ct');
  const paid = sumCents(
    given.prepayments.map((each) => centsIn(typeof each === 'object' ? each.amount : each)),
  );
  const prepaid = trace.given('prepaid', 'PREPAYMENTS_PAID', rational(paid), 'ct', {
    count: String(given.prepayments.length),
  });
  const balance = trace.derive('balance', 'BALANCE', [share, prepaid], 'ct');
  const months = trace.given('months', 'MONTHS_USED', exactly(given.monthsUsed), 'months');
  const monthly = monthlyShare(trace, 'newPrepayment', share, months);
  const kind = isZero(balance.value)
    ? 'ausgeglichen'
    : isNegative(balance.value)
      ? 'Guthaben'
      : 'Nachzahlung';
  const open = isClaimOpen(given);
  const answers: Record<string, Answer> = { prepaid, balance, kind, newMonthlyPrepayment: monthly };
  if (given.roundUpTo !== undefined)
    answers['newMonthlyPrepaymentRounded'] = roundUpTo(
      trace,
      'newPrepayment.rounded',
      monthly,
      exactly(given.roundUpTo),
    );
  if (open !== null) {
    const isOwed = open || isNegative(balance.value);
    const factor = trace.given('claim', 'CLAIM_OPEN', isOwed ? ONE : ZERO, 'factor');
    answers['claimOpen'] = isOwed;
    answers['payable'] = trace.derive('payable', 'PAYABLE', [balance, factor], 'ct');
  }
  return { kind: 'answered', answers, figures: trace.figures };
}
