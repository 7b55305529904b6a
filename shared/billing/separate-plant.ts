/** Finds alpha for the plant of a case: measured first, the formulas as exceptions (§ 9 Abs. 1 to 3 HeizkostenV). */
import { addDays, addMonths } from '../model/plain-date.ts';
import { lengthInDays } from '../model/period.ts';
import { compare, isZero, ONE, rational, ZERO } from '../model/rational.ts';
import type { ArrangedCase } from './arranged-case.ts';
import type { SeparationRules } from './case/separation.ts';
import { exactly, fractionOf } from './case/values.ts';
import type { CaseCo2 } from './co2-of-case.ts';
import type { MeteredConsumption } from './consumption.ts';
import { measureDevice, mountedIn } from './device-consumption.ts';
import { keyFigure } from './distribution-keys.ts';
import { finding, type Finding } from './findings.ts';
import type { PeriodCosts } from './period-costs.ts';
import { plantEnergy, type PlantEnergy } from './plant-energy.ts';
import { separateGenerators } from './separate-generators.ts';
import {
  correctFormulaHeat,
  correctionFor,
  fuelOfHotWater,
  heatByArea,
  heatByVolume,
  hotWaterShare,
  isWarm,
} from './separation.ts';
import type { Figure, Trace } from './trace.ts';

/** What separating a plant found; `heat` and `total` are null where alpha is not computed from them. */
export interface Separated {
  readonly method: SeparationRules['method'];
  readonly alpha: Figure;
  readonly heat: Figure | null;
  readonly total: Figure | null;
  readonly findings: readonly Finding[];
}

/** What separation draws on. */
export interface SeparationDesk {
  readonly trace: Trace;
  readonly arranged: ArrangedCase;
  readonly costs: PeriodCosts;
  readonly hotWater: MeteredConsumption | null;
  readonly co2: CaseCo2 | null;
}

const ID = 'separation';

type By<M extends SeparationRules['method']> = Extract<SeparationRules, { method: M }>;

/** Reads the hot-water heat meters of the house (§ 9 Abs. 2 S. 1). */
function measuredHeat({ trace, arranged }: SeparationDesk, rules: By<'measured'>): Figure | Finding[] {
  if (rules.heatKwh !== undefined)
    return trace.given('separation.measuredHeat', 'MEASURED_HEAT', exactly(rules.heatKwh), 'kWh');
  const { period, given } = arranged;
  const tolerance = given.rules.readingToleranceDays;
  const findings: Finding[] = [];
  const quantities: Figure[] = [];
  for (const device of arranged.houseDevices.filter(({ kind }) => kind === 'hotWaterHeatMeter')) {
    const days = mountedIn(device, period);
    if (!days) continue;
    const measured = measureDevice(trace, device, { days, cuts: [], tolerance });
    findings.push(...measured.findings);
    quantities.push(...measured.stretches.map((stretch) => stretch.quantity));
  }
  if (quantities.length === 0)
    return findings.length > 0 ? findings : [finding('HOT_WATER_HEAT_MISSING', ['separation'])];
  return trace.derive('separation.measuredHeat', 'MEASURED_HEAT_OF_METERS', quantities, 'kWh');
}

function volumeOf({ trace, hotWater }: SeparationDesk, rules: By<'volume'>): Figure | Finding[] {
  if (rules.volumeM3 !== undefined)
    return trace.given('separation.volume', 'HOT_WATER_VOLUME', exactly(rules.volumeM3), 'm3');
  if (!hotWater || hotWater.unit !== 'm3') return [finding('HOT_WATER_HEAT_MISSING', ['separation'])];
  const quantities = [...hotWater.units.values()].map((unit) => unit.quantity);
  return trace.derive('separation.volume', 'HOT_WATER_VOLUME_OF_UNITS', quantities, 'm3');
}

function areaOf({ trace, arranged }: SeparationDesk, rules: By<'area'>): Figure {
  if (rules.areaM2 !== undefined)
    return trace.given('separation.area', 'SUPPLIED_AREA', exactly(rules.areaM2), 'm2');
  const supplied = arranged.units.filter(({ unit }) => unit.supplied.hotWater);
  const areas = supplied.map(({ unit }) => keyFigure(trace, unit, 'livingArea'));
  return trace.derive('separation.area', 'SUPPLIED_AREA_OF_UNITS', areas, 'm2');
}

/** The days of a period of less than twelve months, for the formula by area. */
function shortDays({ trace, arranged }: SeparationDesk): Figure | null {
  const { period } = arranged;
  if (period.to >= addDays(addMonths(period.from, 12), -1)) return null;
  return trace.given('separation.days', 'DAYS', rational(lengthInDays(period)), 'days', { ...period });
}

/** The total that counts: heat where the case states it, else the energy of the invoices. */
function totalOf(desk: SeparationDesk, stated: number | string | undefined): PlantEnergy | Finding {
  const { trace, arranged, costs } = desk;
  const { plant } = arranged.given.property;
  if (stated !== undefined) {
    const total = trace.given('separation.totalHeat', 'TOTAL_HEAT', exactly(stated), 'kWh');
    return { total, heatingValue: null, basis: 'heat' };
  }
  return plantEnergy(trace, costs.energies, plant);
}

function alphaOf(
  { trace }: SeparationDesk,
  method: SeparationRules['method'],
  heat: Figure,
  energy: PlantEnergy,
  findings: readonly Finding[],
): Separated | Finding[] {
  const { total, heatingValue } = energy;
  if (isZero(total.value)) return [finding('ENERGY_MISSING', ['separation'])];
  const hotWater = heatingValue ? fuelOfHotWater(trace, ID, heat, heatingValue, total) : heat;
  const alpha = hotWaterShare(trace, ID, hotWater, total);
  if (compare(alpha.value, ONE) > 0) return [finding('HOT_WATER_EXCEEDS_TOTAL', ['separation'])];
  return { method, alpha, heat, total, findings };
}

function byMeasurement(desk: SeparationDesk, rules: By<'measured'>): Separated | Finding[] {
  if (rules.generators) {
    const separated = separateGenerators(desk, rules.generators);
    return 'alpha' in separated ? { method: 'measured', ...separated, findings: [] } : separated;
  }
  const heat = measuredHeat(desk, rules);
  if (!('id' in heat)) return heat;
  const { kind } = desk.arranged.given.property.plant;
  if ((kind === 'heatPump' || kind === 'mixed') && rules.totalHeatKwh === undefined)
    return [finding('TOTAL_HEAT_MISSING', ['separation'])];
  const energy = totalOf(desk, rules.totalHeatKwh);
  if ('code' in energy) return [energy];
  return alphaOf(desk, 'measured', heat, energy, []);
}

function byFormula(desk: SeparationDesk, rules: By<'volume'> | By<'area'>): Separated | Finding[] {
  const { trace } = desk;
  if (rules.method === 'volume' && !isWarm(exactly(rules.temperatureC)))
    return [finding('HOT_WATER_TOO_COLD', ['separation'], { temperatureC: String(rules.temperatureC) })];
  const energy = totalOf(desk, rules.totalHeatKwh);
  if ('code' in energy) return [energy];
  let heat: Figure;
  if (rules.method === 'volume') {
    const volume = volumeOf(desk, rules);
    if (!('id' in volume)) return volume;
    const temperature = trace.given(
      'separation.temperature',
      'HOT_WATER_TEMPERATURE',
      exactly(rules.temperatureC),
      'C',
    );
    heat = heatByVolume(trace, ID, volume, temperature);
  } else heat = heatByArea(trace, ID, areaOf(desk, rules), shortDays(desk));
  const corrected = correctFormulaHeat(
    trace,
    ID,
    heat,
    correctionFor(desk.arranged.given.property.plant, energy.basis),
  );
  return alphaOf(desk, rules.method, corrected, energy, [
    finding('HOT_WATER_HEAT_NOT_MEASURED', ['separation'], { method: rules.method, why: rules.why }),
  ]);
}

type FixedAlpha = 'HEATING_ONLY' | 'HOT_WATER_ONLY' | 'NO_JOINT_COSTS';

function withoutSeparation({ trace }: SeparationDesk, rule: FixedAlpha): Separated {
  const alpha = trace.given('separation.alpha', rule, rule === 'HOT_WATER_ONLY' ? ONE : ZERO, 'ratio');
  return { method: 'none', alpha, heat: null, total: null, findings: [] };
}

function byRecognisedRules({ trace }: SeparationDesk, rules: By<'recognisedRules'>): Separated {
  const share = fractionOf(rules.hotWaterPercent);
  const alpha = trace.given('separation.alpha', 'RECOGNISED_RULES', share, 'ratio', { rule: rules.rule });
  return { method: 'recognisedRules', alpha, heat: null, total: null, findings: [] };
}

function hasJointCosts({ costs, stocks }: PeriodCosts): boolean {
  return (
    costs.some(({ cost }) => cost.target === 'joint') || stocks.some(({ stock }) => stock.target === 'joint')
  );
}

/** Alpha of the plant, or the blocking findings that keep it from being found. */
export function separatePlant(desk: SeparationDesk): Separated | Finding[] {
  const { separation, property } = desk.arranged.given;
  if (property.plant.supplies === 'heating') return withoutSeparation(desk, 'HEATING_ONLY');
  if (property.plant.supplies === 'hotWater') return withoutSeparation(desk, 'HOT_WATER_ONLY');
  if (separation.method === 'measured') return byMeasurement(desk, separation);
  if (separation.method === 'recognisedRules') return byRecognisedRules(desk, separation);
  if (separation.method !== 'none') return byFormula(desk, separation);
  return hasJointCosts(desk.costs)
    ? [finding('SEPARATION_MISSING', ['separation'])]
    : withoutSeparation(desk, 'NO_JOINT_COSTS');
}
