/** Single-rule case `premeter`: a pot split among user groups and within them (§ 5 Abs. 7, § 6 Abs. 2 HeizkostenV). */
import { z } from 'zod';
import { compare, isNegative, isZero, rational, sum, type Rational } from '../../model/rational.ts';
import { centsIn, euros, exactly, fractionOf, id, percent, quantity } from '../case/values.ts';
import type { Finding } from '../findings.ts';
import { settleTogether, splitPot } from '../pots.ts';
import { splitAmongGroups, type GroupMeasure } from '../premeter.ts';
import { STATUTORY, tableFraction } from '../statutory.ts';
import { centsOfFigure, Trace, type Figure } from '../trace.ts';
import { headOf, refusal, refuse, type Answer, type RuleOutcome } from './answer.ts';

const member = z.strictObject({ id, consumption: quantity, area: quantity.optional() });

const group = z.strictObject({
  id,
  recorded: quantity
    .optional()
    .describe("By the group's own meters; without it the difference to the total."),
  area: quantity.optional(),
  consumptionPercent: percent.default(70),
  units: z.array(member).default([]),
});

export const premeterCase = z.strictObject({
  ...headOf('premeter'),
  amount: euros,
  total: quantity.optional().describe('Recorded by the main meter.'),
  consumptionPercent: percent.describe('Of the first split; at least 50.'),
  groups: z.array(group).min(2),
});

type PremeterCase = z.output<typeof premeterCase>;
type CaseGroup = PremeterCase['groups'][number];

/** What each group recorded; one group may lack its meter, then the difference stands in and is not lawful. */
function recordedOf(trace: Trace, given: PremeterCase): ReadonlyMap<string, Figure> | Finding {
  const figures = new Map<string, Figure>();
  const unmetered = given.groups.filter((each) => each.recorded === undefined);
  for (const { id: name, recorded } of given.groups)
    if (recorded !== undefined)
      figures.set(name, trace.given(`group.${name}.recorded`, 'GROUP_RECORDED', exactly(recorded), 'kWh'));
  const [lacking, ...others] = unmetered;
  if (!lacking) return figures;
  if (others.length > 0 || given.total === undefined)
    return refusal(
      'PREMETER_MISSING',
      unmetered.map((each) => `group.${each.id}`),
    );
  const total = trace.given('total', 'GROUP_RECORDED', exactly(given.total), 'kWh');
  const rest = trace.derive(
    `group.${lacking.id}.recorded`,
    'GROUP_BY_DIFFERENCE',
    [total, ...figures.values()],
    'kWh',
  );
  return isNegative(rest.value)
    ? refusal('NEGATIVE_CONSUMPTION', [`group.${lacking.id}`])
    : figures.set(lacking.id, rest);
}

function unitsOf(
  trace: Trace,
  name: string,
  share: Figure,
  measure: 'area' | 'consumption',
  units: CaseGroup['units'],
): { price: Figure; amounts: ReadonlyMap<string, Figure> } | null {
  const weights = units.map((unit) => ({ unit: unit.id, weight: exactly(unit[measure] ?? 0) }));
  const total = sum(weights.map(({ weight }): Rational => weight));
  if (isZero(total)) return null;
  const prefix = `group.${name}`;
  const whole = trace.given(`${prefix}.${measure}`, 'KEY_TOTAL', total, 'share');
  const opened = weights.map(({ unit, weight }) => {
    const figureId = `${prefix}.unit.${unit}.${measure}`;
    const own = trace.given(`${figureId}.key`, 'KEY_OF_MEMBER', weight, 'share');
    return { unit, figure: trace.open(figureId, 'MEMBER_SHARE', [share, own, whole]) };
  });
  settleTogether(
    trace,
    centsOfFigure(share),
    opened.map(({ figure }) => figure),
    share.id,
  );
  return {
    price: trace.derive(`${prefix}.${measure}.price`, 'UNIT_PRICE', [share, whole], 'ct/share'),
    amounts: new Map(opened.map(({ unit, figure }) => [unit, figure])),
  };
}

function groupAnswer(trace: Trace, given: CaseGroup, amount: Figure): Answer {
  const shares = splitPot(trace, amount, fractionOf(given.consumptionPercent), 'CONSUMPTION_SHARE');
  const consumption = unitsOf(trace, given.id, shares.consumption, 'consumption', given.units);
  const base = unitsOf(trace, given.id, shares.base, 'area', given.units);
  const area =
    given.area === undefined ? null : trace.given(`group.${given.id}.m2`, 'AREA', exactly(given.area), 'm2');
  const pricePerArea =
    area && !isZero(area.value)
      ? trace.derive(`group.${given.id}.basePrice`, 'UNIT_PRICE', [shares.base, area], 'ct/m2')
      : (base?.price ?? null);
  return {
    amount,
    base: shares.base,
    consumption: shares.consumption,
    pricePerArea,
    pricePerConsumption: consumption?.price ?? null,
    units: Object.fromEntries(
      given.units.map((unit) => {
        const positions = [base?.amounts.get(unit.id), consumption?.amounts.get(unit.id)];
        const [byArea, byConsumption] = positions;
        const total = positions.filter((figure) => figure !== undefined);
        const totalId = `group.${given.id}.unit.${unit.id}.total`;
        return [
          unit.id,
          {
            base: byArea ?? null,
            consumption: byConsumption ?? null,
            total: byArea && byConsumption ? trace.derive(totalId, 'USER_TOTAL', total, 'ct') : null,
          },
        ];
      }),
    ),
  };
}

/** Runs the case. */
export function runPremeterCase(given: PremeterCase): RuleOutcome {
  const trace = new Trace();
  const share = fractionOf(given.consumptionPercent);
  if (compare(share, tableFraction(STATUTORY.shares.premeterPercentMin)) < 0)
    return refuse('PREMETER_SHARE_TOO_LOW', ['consumptionPercent']);
  const recorded = recordedOf(trace, given);
  if ('code' in recorded) return { kind: 'refused', findings: [recorded] };
  const measures = given.groups.map((each): GroupMeasure => ({
    id: each.id,
    recorded:
      recorded.get(each.id) ?? trace.given(`group.${each.id}.none`, 'GROUP_RECORDED', rational(0), 'kWh'),
    key: trace.given(`group.${each.id}.key`, 'AREA', exactly(each.area ?? 0), 'm2'),
  }));
  const total = sum(measures.map((measure) => measure.recorded.value));
  const areas = sum(measures.map((measure) => measure.key.value));
  if (isZero(total)) return refuse('POT_WITHOUT_CONSUMPTION', ['groups']);
  if (isZero(areas) && compare(share, rational(1)) < 0)
    return refuse('AREA_OF_KEY_MISSING', ['groups'], { key: 'area' });
  const amount = trace.given('amount', 'INVOICE', rational(centsIn(given.amount)), 'ct');
  const split = splitAmongGroups(trace, amount, 'amount', share, measures);
  const whole = trace.derive('recorded', 'GROUPS_TOGETHER', [...recorded.values()], 'kWh');
  return {
    kind: 'answered',
    answers: {
      pricePerRecorded: trace.derive('price', 'UNIT_PRICE', [amount, whole], 'ct/kWh'),
      compliant: given.groups.every((each) => each.recorded !== undefined),
      groups: Object.fromEntries(
        given.groups.map((each) => [each.id, groupAnswer(trace, each, split.get(each.id) ?? amount)]),
      ),
    },
    figures: trace.figures,
  };
}
