/** Single-rule case `rounding`: one amount over weights in both cent conventions (the law has no cent rule). */
import { z } from 'zod';
import {
  distributeByHalfUp,
  distributeByLargestRemainder,
  type Cents,
  type Weight,
} from '../../model/money.ts';
import { isZero, rational, sum } from '../../model/rational.ts';
import { centsIn, euros, exactly, id, quantity } from '../case/values.ts';
import { Trace, type Figure, type Rounding } from '../trace.ts';
import { headOf, refuse, type Answer, type RuleOutcome } from './answer.ts';

export const roundingCase = z.strictObject({
  ...headOf('rounding'),
  amount: euros,
  parts: z.array(z.strictObject({ id, weight: quantity })).min(1),
  landlord: id.optional().describe('The part that bears the rest when all others are rounded half up.'),
});

type RoundingCase = z.output<typeof roundingCase>;

/** Runs the case. */
export function runRoundingCase(given: RoundingCase): RuleOutcome {
  const trace = new Trace();
  const amount = trace.given('entry.amount', 'INVOICE', rational(centsIn(given.amount)), 'ct');
  const weights: Weight[] = given.parts.map((part) => ({ id: part.id, weight: exactly(part.weight) }));
  const total = sum(weights.map(({ weight }) => weight));
  const landlord = given.landlord ?? null;
  if (isZero(total)) return refuse('POT_WITHOUT_CONSUMPTION', ['parts']);
  if (landlord !== null && !weights.some((weight) => weight.id === landlord))
    return refuse('POT_WITHOUT_CONSUMPTION', ['landlord']);
  const whole = trace.given('weights', 'KEY_TOTAL', total, 'share');
  const keys = new Map(
    weights.map(({ id: name, weight }) => [
      name,
      trace.given(`part.${name}.weight`, 'KEY_OF_MEMBER', weight, 'share'),
    ]),
  );
  const settle = (
    convention: string,
    settled: ReadonlyMap<string, Cents>,
    roundingOf: (name: string) => Rounding,
  ): Record<string, Figure> => {
    const parts: Record<string, Figure> = {};
    for (const [name, cents] of settled) {
      const figure = trace.open(`part.${name}.${convention}`, 'MEMBER_SHARE', [
        amount,
        keys.get(name) ?? whole,
        whole,
      ]);
      trace.settle(figure, cents, roundingOf(name));
      parts[name] = figure;
    }
    return parts;
  };
  const answers: Record<string, Answer> = {
    largestRemainder: settle(
      'largestRemainder',
      distributeByLargestRemainder(centsIn(given.amount), weights),
      () => ({
        kind: 'largestRemainder',
        of: amount.id,
      }),
    ),
  };
  if (landlord !== null)
    answers['halfUpLandlordBearsRest'] = settle(
      'halfUp',
      distributeByHalfUp(centsIn(given.amount), weights, landlord),
      (name) =>
        name === landlord
          ? { kind: 'landlordBearsRest', of: amount.id }
          : { kind: 'halfUpPerUser', of: amount.id },
    );
  return { kind: 'answered', answers, figures: trace.figures };
}
