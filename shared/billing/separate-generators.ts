/** Alpha of a plant of several heat generators: the costs of each by its own heat (§ 9 Abs. 1 HeizkostenV). */
import { compare, isZero, sum } from '../model/rational.ts';
import type { Generator } from './case/separation.ts';
import { exactly } from './case/values.ts';
import type { CaseCo2 } from './co2-of-case.ts';
import { finding, type Finding } from './findings.ts';
import type { PeriodCosts } from './period-costs.ts';
import { hotWaterShare } from './separation.ts';
import type { Figure, Trace } from './trace.ts';

/** What the costs of the generators are found in. */
export interface GeneratorDesk {
  readonly trace: Trace;
  readonly costs: PeriodCosts;
  readonly co2: CaseCo2 | null;
}

/** Both heats of all generators together, and alpha: the hot water's part of their costs. */
export interface SeparatedGenerators {
  readonly heat: Figure;
  readonly total: Figure;
  readonly alpha: Figure;
}

/** A joint cost or stock with what of the landlord's CO2 share it bears. */
interface JointCost {
  readonly id: string;
  readonly amount: Figure;
  readonly co2: Figure | null;
}

function jointCosts({ costs }: GeneratorDesk): JointCost[] {
  const co2Of = (about: string): Figure | null =>
    costs.emissions.find((used) => used.about === about)?.amount ?? null;
  return [
    ...costs.costs
      .filter(({ cost }) => cost.target === 'joint')
      .map(({ cost, inPeriod }) => ({ id: cost.id, amount: inPeriod, co2: co2Of(`cost.${cost.id}`) })),
    ...costs.stocks
      .filter(({ stock }) => stock.target === 'joint')
      .map(({ stock, use }) => ({ id: stock.id, amount: use.amount, co2: co2Of(`stock.${stock.id}`) })),
  ];
}

/** Costs less the landlord's part of the CO2 within them, unrounded: it comes off first (§ 7 Abs. 1 CO2KostAufG). */
function lessCo2({ trace, co2 }: GeneratorDesk, id: string, costs: readonly JointCost[]): Figure {
  const amounts = costs.map(({ amount }) => amount);
  const gross = trace.derive(`${id}.costs`, 'COSTS_TOGETHER', amounts, 'ct');
  const within = costs.map((cost) => cost.co2).filter((figure) => figure !== null);
  if (!co2 || within.length === 0) return gross;
  const all = trace.derive(`${id}.co2`, 'CO2_COSTS_TOGETHER', within, 'ct');
  const relief = trace.derive(`${id}.co2.landlord`, 'GENERATOR_CO2', [all, co2.result.landlordShare], 'ct');
  return trace.derive(`${id}.costsLessCo2`, 'COSTS_LESS_CO2', [gross, relief], 'ct');
}

function heatFindings({ id, totalHeatKwh, hotWaterHeatKwh }: Generator): Finding[] {
  const about = [`generator.${id}`];
  const [total, hotWater] = [exactly(totalHeatKwh), exactly(hotWaterHeatKwh)];
  if (isZero(total)) return [finding('TOTAL_HEAT_MISSING', about)];
  return compare(hotWater, total) > 0 ? [finding('HOT_WATER_EXCEEDS_TOTAL', about)] : [];
}

/** Alpha by generators, or the blocking findings that keep it from being found. */
export function separateGenerators(
  desk: GeneratorDesk,
  generators: readonly Generator[],
): SeparatedGenerators | Finding[] {
  const { trace } = desk;
  const findings = generators.flatMap(heatFindings);
  if (findings.length > 0) return findings;
  const all = jointCosts(desk);
  const parts = generators.map((generator) => {
    const id = `separation.generator.${generator.id}`;
    const facts = { label: generator.label };
    const heat = trace.given(
      `${id}.hotWaterHeat`,
      'MEASURED_HEAT',
      exactly(generator.hotWaterHeatKwh),
      'kWh',
      facts,
    );
    const total = trace.given(`${id}.heat`, 'TOTAL_HEAT', exactly(generator.totalHeatKwh), 'kWh', facts);
    const own = all.filter((cost) => generator.costs.includes(cost.id));
    return { id, heat, total, alpha: hotWaterShare(trace, id, heat, total), net: lessCo2(desk, id, own) };
  });
  const heats = (name: string, of: (part: (typeof parts)[number]) => Figure): Figure =>
    trace.derive(`separation.${name}`, 'PLANT_ENERGY', parts.map(of), 'kWh');
  const heat = heats('hotWaterHeat', (part) => part.heat);
  const total = heats('totalHeat', (part) => part.total);
  const ofAll = hotWaterShare(trace, 'separation.allHeat', heat, total);
  const named = new Set(generators.flatMap(({ costs }) => costs));
  const id = 'separation.otherCosts';
  const others = lessCo2(
    desk,
    id,
    all.filter((cost) => !named.has(cost.id)),
  );
  const shared = [...parts, { id, alpha: ofAll, net: others }];
  if (isZero(sum(shared.map(({ net }) => net.value)))) return { heat, total, alpha: ofAll };
  const nets = trace.derive(
    'separation.costs',
    'COSTS_TOGETHER',
    shared.map(({ net }) => net),
    'ct',
  );
  const hotWater = shared.map((part) =>
    trace.derive(`${part.id}.hotWater`, 'GENERATOR_HOT_WATER', [part.net, part.alpha], 'ct'),
  );
  const hotWaterCosts = trace.derive('separation.hotWaterCosts', 'COSTS_TOGETHER', hotWater, 'ct');
  const alpha = trace.derive('separation.alpha', 'HOT_WATER_SHARE_OF_COSTS', [hotWaterCosts, nets], 'ratio');
  return { heat, total, alpha };
}
