/** Single-rule case `reduction`: rights to cut a bill, each by itself, added, and in sequence (§ 12, § 7 Abs. 4). */
import { z } from 'zod';
import { rational } from '../../model/rational.ts';
import type { ReductionRight } from '../bill.ts';
import { centsIn, euros } from '../case/values.ts';
import { additiveReduction, reductionOf, sequentialReduction } from '../reductions.ts';
import { Trace, type Figure } from '../trace.ts';
import { headOf, type Answer, type RuleOutcome } from './answer.ts';

const right = z.enum(['R15', 'R3_remote', 'R3_info', 'R3_co2']);

export const reductionCase = z.strictObject({
  ...headOf('reduction'),
  share: euros.describe(
    "The tenant's share of heating and hot water as the bill shows it, before prepayments.",
  ),
  rights: z.array(right).min(1),
  concernedShare: euros
    .optional()
    .describe('The part that was wrongly billed, such as the hot water alone: the narrower reading of § 12.'),
  prepaid: euros.optional(),
});

type ReductionCase = z.output<typeof reductionCase>;

function readingOf(trace: Trace, name: string, base: Figure, rights: readonly ReductionRight[]) {
  const each = new Map(rights.map((one) => [one, reductionOf(trace, `${name}.${one}`, one, base)]));
  const heizkostenV = rights.filter((one) => one !== 'R3_co2');
  const amountsOf = (some: readonly ReductionRight[]): Figure[] =>
    some.map((one) => each.get(one)).filter((figure) => figure !== undefined);
  const added = additiveReduction(trace, `${name}.added`, amountsOf(rights));
  return {
    base,
    each: Object.fromEntries(each),
    addedHeizkostenV: additiveReduction(trace, `${name}.addedHeizkostenV`, amountsOf(heizkostenV)),
    added,
    sequentialHeizkostenV: sequentialReduction(trace, `${name}.sequentialHeizkostenV`, base, heizkostenV),
    sequential: sequentialReduction(trace, `${name}.sequential`, base, rights),
    remaining: trace.derive(`${name}.remaining`, 'REMAINING', [base, added], 'ct'),
  };
}

/** Runs the case. */
export function runReductionCase(given: ReductionCase): RuleOutcome {
  const trace = new Trace();
  const rights = [...new Set(given.rights)];
  const share = trace.given('entry.share', 'INVOICE', rational(centsIn(given.share)), 'ct');
  const whole = readingOf(trace, 'reduction', share, rights);
  const answers: Record<string, Answer> = { ...whole };
  if (given.concernedShare !== undefined) {
    const concerned = trace.given(
      'entry.concerned',
      'INVOICE',
      rational(centsIn(given.concernedShare)),
      'ct',
    );
    answers['narrowerReading'] = readingOf(trace, 'narrower', concerned, rights);
  }
  if (given.prepaid !== undefined) {
    const paid = trace.given('entry.prepaid', 'PREPAYMENTS_PAID', rational(centsIn(given.prepaid)), 'ct');
    answers['balance'] = trace.derive('balance', 'BALANCE', [whole.remaining, paid], 'ct');
  }
  return { kind: 'answered', answers, figures: trace.figures };
}
