/** Single-rule case `separation`: alpha by every method the case gives numbers for (§ 9 HeizkostenV). */
import { z } from 'zod';
import { compare, isZero, ONE, rational } from '../../model/rational.ts';
import { energy } from '../case/costs.ts';
import { plant } from '../case/property.ts';
import { centsIn, euros, exactly, quantity } from '../case/values.ts';
import { plantEnergy, type PlantEnergy } from '../plant-energy.ts';
import { fillPots } from '../pots.ts';
import {
  correctFormulaHeat,
  correctionFor,
  fuelOfHotWater,
  heatByArea,
  heatByVolume,
  hotWaterShare,
  isWarm,
} from '../separation.ts';
import { Trace, type Figure } from '../trace.ts';
import { headOf, refuse, type Answer, type RuleOutcome } from './answer.ts';

export const separationCase = z.strictObject({
  ...headOf('separation'),
  plant,
  total: energy.describe('All energy, heat or fuel of the plant; electricity of a heat pump.'),
  totalHeatKwh: quantity.optional().describe('Metered heat of the plant, where the total is not heat.'),
  measuredHeatKwh: quantity.optional(),
  volume: z.strictObject({ m3: quantity, temperatureC: quantity }).optional(),
  area: z.strictObject({ m2: quantity, days: z.int().positive().max(366).optional() }).optional(),
  costs: z
    .strictObject({ joint: euros, heating: euros.default(0), hotWater: euros.default(0) })
    .optional()
    .describe('Split by the first method given: measured, volume, area.'),
});

type SeparationCase = z.output<typeof separationCase>;

function shareOf(trace: Trace, id: string, heat: Figure, { total, heatingValue }: PlantEnergy) {
  const fuel = heatingValue && fuelOfHotWater(trace, id, heat, heatingValue, total);
  return { ...(fuel && { fuel }), alpha: hotWaterShare(trace, id, fuel ?? heat, total) };
}

function byFormula(trace: Trace, id: string, heat: Figure, given: SeparationCase, total: PlantEnergy) {
  const corrected = correctFormulaHeat(trace, id, heat, correctionFor(given.plant, total.basis));
  return { heat, correctedHeat: corrected, ...shareOf(trace, id, corrected, total) };
}

/** How far the meter lies from the formula by volume, as a fraction of the formula. */
function deviationOf(trace: Trace): Figure | null {
  const [measured, formula] = [trace.figures.get('measured.heat'), trace.figures.get('volume.formulaHeat')];
  if (!measured || !formula || isZero(formula.value)) return null;
  const off = trace.derive('deviation.heat', 'HEAT_OFF_FORMULA', [measured, formula], 'kWh');
  return trace.derive('deviation', 'HEAT_DEVIATION', [off, formula], 'ratio');
}

function pots(trace: Trace, costs: NonNullable<SeparationCase['costs']>, alpha: Figure): Answer {
  const entry = (name: 'joint' | 'heating' | 'hotWater') =>
    trace.given(`entry.${name}`, 'INVOICE', rational(centsIn(costs[name])), 'ct');
  const { amounts } = fillPots(
    trace,
    {
      joint: [entry('joint')],
      heating: [entry('heating')],
      hotWater: [entry('hotWater')],
      landlordCo2: new Map(),
    },
    alpha,
  );
  return { ...amounts };
}

/** Runs the case. */
export function runSeparationCase(given: SeparationCase): RuleOutcome {
  const trace = new Trace();
  const { total: stated } = given;
  const total =
    given.totalHeatKwh === undefined
      ? plantEnergy(
          trace,
          [
            {
              about: 'entry.total',
              quantity: trace.given('entry.total', 'ENERGY', exactly(stated.quantity), stated.unit),
              unit: stated.unit,
              basis: stated.basis,
              fuel: stated.fuel ?? null,
              heatingValue: stated.heatingValue,
            },
          ],
          given.plant,
        )
      : ({
          total: trace.given('entry.totalHeat', 'TOTAL_HEAT', exactly(given.totalHeatKwh), 'kWh'),
          heatingValue: null,
          basis: 'heat',
        } as const);
  if ('code' in total) return { kind: 'refused', findings: [total] };
  if (isZero(total.total.value)) return refuse('ENERGY_MISSING', ['total']);
  const answers: Record<string, Answer> = {};
  const alphas: Figure[] = [];
  if (given.measuredHeatKwh !== undefined) {
    const heat = trace.given('measured.heat', 'MEASURED_HEAT', exactly(given.measuredHeatKwh), 'kWh');
    const measured = { heat, ...shareOf(trace, 'measured', heat, total) };
    answers['measured'] = measured;
    alphas.push(measured.alpha);
  }
  if (given.volume && !isWarm(exactly(given.volume.temperatureC)))
    return refuse('HOT_WATER_TOO_COLD', ['volume'], { temperatureC: String(given.volume.temperatureC) });
  if (given.volume) {
    const volume = trace.given('volume.volume', 'HOT_WATER_VOLUME', exactly(given.volume.m3), 'm3');
    const warm = trace.given(
      'volume.temperature',
      'HOT_WATER_TEMPERATURE',
      exactly(given.volume.temperatureC),
      'C',
    );
    const byVolume = byFormula(trace, 'volume', heatByVolume(trace, 'volume', volume, warm), given, total);
    answers['volume'] = byVolume;
    alphas.push(byVolume.alpha);
  }
  if (given.area) {
    const area = trace.given('area.area', 'SUPPLIED_AREA', exactly(given.area.m2), 'm2');
    const { days } = given.area;
    const short = days === undefined ? null : trace.given('area.days', 'DAYS', rational(days), 'days');
    const byArea = byFormula(trace, 'area', heatByArea(trace, 'area', area, short), given, total);
    answers['area'] = byArea;
    alphas.push(byArea.alpha);
  }
  const deviation = deviationOf(trace);
  if (deviation) answers['deviation'] = deviation;
  const [first] = alphas;
  if (!first) return refuse('HOT_WATER_HEAT_MISSING', ['measuredHeatKwh']);
  if (compare(first.value, ONE) > 0) return refuse('HOT_WATER_EXCEEDS_TOTAL', ['total']);
  if (given.costs) answers['pots'] = pots(trace, given.costs, first);
  return { kind: 'answered', answers, figures: trace.figures };
}
