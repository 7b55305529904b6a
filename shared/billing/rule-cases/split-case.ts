/** Single-rule case `split`: base and consumption shares of one pot, per member and unit price (§§ 7, 8). */
import { z } from 'zod';
import {
  isNegative,
  isZero,
  rational,
  subtract,
  sum,
  toShortDecimal,
  type Rational,
} from '../../model/rational.ts';
import {
  centsIn,
  euros,
  exactly,
  fractionOf,
  id as idSchema,
  label,
  percent,
  quantity,
} from '../case/values.ts';
import { settleTogether, splitPot } from '../pots.ts';
import { centsOfFigure, Trace, type Figure } from '../trace.ts';
import { headOf, refuse, type Answer, type RuleOutcome } from './answer.ts';

export const splitCase = z.strictObject({
  ...headOf('split'),
  amount: euros,
  consumptionPercent: percent,
  agreement: label.optional(),
  members: z
    .array(z.strictObject({ id: idSchema, base: quantity, consumption: quantity }))
    .min(1)
    .describe('Base: area or volume. Consumption: units, kWh or m³.'),
  totals: z
    .strictObject({ base: quantity.optional(), consumption: quantity.optional() })
    .default({})
    .describe('When the members are not all there is.'),
  printedPriceDecimals: z
    .int()
    .min(2)
    .max(12)
    .optional()
    .describe('Shows what multiplying by printed euro prices would give.'),
});

type SplitCase = z.output<typeof splitCase>;
type Measure = 'base' | 'consumption';

/** What the members do not have of the stated total; null when they are all. */
function others(given: SplitCase, measure: Measure): Rational | null {
  const stated = given.totals[measure];
  if (stated === undefined) return null;
  return subtract(exactly(stated), sum(given.members.map((member) => exactly(member[measure]))));
}

function distribute(trace: Trace, given: SplitCase, measure: Measure, share: Figure) {
  const rest = others(given, measure);
  const members = [
    ...given.members.map((member) => ({ id: member.id, weight: exactly(member[measure]) })),
    ...(rest && !isZero(rest) ? [{ id: ':others', weight: rest }] : []),
  ];
  const whole = trace.given(
    `${share.id}.key`,
    'KEY_TOTAL',
    sum(members.map(({ weight }) => weight)),
    'share',
  );
  const opened = members.map(({ id: name, weight }) => {
    const own = trace.given(`member.${name}.${measure}.key`, 'KEY_OF_MEMBER', weight, 'share');
    return {
      name,
      own,
      figure: trace.open(`member.${name}.${measure}`, 'MEMBER_SHARE', [share, own, whole]),
    };
  });
  settleTogether(
    trace,
    centsOfFigure(share),
    opened.map(({ figure }) => figure),
    share.id,
  );
  return { whole, opened: new Map(opened.map(({ name, own, figure }) => [name, { own, figure }])) };
}

function percentOfWhole(
  trace: Trace,
  name: string,
  measure: Measure,
  own: Figure,
  share: Figure,
  whole: Figure,
) {
  const hundred = trace.figures.get('hundred') ?? trace.given('hundred', 'WHOLE', rational(100), 'percent');
  return trace.derive(
    `member.${name}.${measure}.percent`,
    'PERCENT_OF_COST',
    [own, share, hundred, whole],
    'percent',
  );
}

/** What a printed price makes of a measure: never billed, only shown beside the exact share. */
function atPrintedPrice(trace: Trace, own: Figure, price: Figure, euroDecimals: number): Figure {
  const id = `${price.id}.printed`;
  const printed =
    trace.figures.get(id) ?? trace.deriveRounded(id, 'PRINTED_PRICE', [price], price.unit, euroDecimals - 2);
  return trace.deriveCents(`${own.id}.atPrintedPrice`, 'AT_PRINTED_PRICE', [own, printed]);
}

/** Runs the case. */
export function runSplitCase(given: SplitCase): RuleOutcome {
  const trace = new Trace();
  for (const measure of ['base', 'consumption'] as const) {
    const rest = others(given, measure);
    const members = sum(given.members.map((member) => exactly(member[measure])));
    if (rest && isNegative(rest))
      return refuse('PART_ABOVE_WHOLE', [measure], {
        part: toShortDecimal(members, 3),
        whole: String(given.totals[measure]),
      });
    if (isZero(members) && (!rest || isZero(rest))) return refuse('POT_WITHOUT_CONSUMPTION', [measure]);
  }
  const amount = trace.given('entry.amount', 'INVOICE', rational(centsIn(given.amount)), 'ct');
  const shares = splitPot(trace, amount, fractionOf(given.consumptionPercent), 'CONSUMPTION_SHARE');
  const base = distribute(trace, given, 'base', shares.base);
  const consumption = distribute(trace, given, 'consumption', shares.consumption);
  const prices = {
    base: trace.derive('price.base', 'UNIT_PRICE', [shares.base, base.whole], 'ct/share'),
    consumption: trace.derive(
      'price.consumption',
      'UNIT_PRICE',
      [shares.consumption, consumption.whole],
      'ct/share',
    ),
  };
  const printed = (own: Figure, measure: Measure): Figure | null =>
    given.printedPriceDecimals === undefined
      ? null
      : atPrintedPrice(trace, own, prices[measure], given.printedPriceDecimals);
  const members: Record<string, Answer> = {};
  for (const [name, { own, figure }] of base.opened) {
    const consumed = consumption.opened.get(name);
    if (!consumed) continue;
    const baseShare = trace.figures.get(`${amount.id}.baseShare`) ?? shares.consumptionShare;
    const basePercent = percentOfWhole(trace, name, 'base', own, baseShare, base.whole);
    const consumptionPercent = percentOfWhole(
      trace,
      name,
      'consumption',
      consumed.own,
      shares.consumptionShare,
      consumption.whole,
    );
    members[name] = {
      base: figure,
      consumption: consumed.figure,
      ...(given.printedPriceDecimals !== undefined && {
        atPrintedPrice: { base: printed(own, 'base'), consumption: printed(consumed.own, 'consumption') },
      }),
      total: trace.derive(`member.${name}.total`, 'USER_TOTAL', [figure, consumed.figure], 'ct'),
      basePercent,
      consumptionPercent,
      totalPercent: trace.derive(
        `member.${name}.percent`,
        'PERCENT_TOGETHER',
        [basePercent, consumptionPercent],
        'percent',
      ),
    };
  }
  return {
    kind: 'answered',
    answers: {
      base: shares.base,
      consumption: shares.consumption,
      pricePerBase: prices.base,
      pricePerConsumption: prices.consumption,
      members,
    },
    figures: trace.figures,
  };
}
