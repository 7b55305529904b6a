/** Single-rule case `information`: weather adjustment, comparison, average user, units in kWh (§ 6a HeizkostenV). */
import { z } from 'zod';
import { isZero } from '../../model/rational.ts';
import { exactly, quantity } from '../case/values.ts';
import { Trace, type Figure } from '../trace.ts';
import { adjustForWeather, changeInPercent, unitsToKwh } from '../weather-adjustment.ts';
import { headOf, refuse, type Answer, type RuleOutcome } from './answer.ts';

const consumption = z.strictObject({
  heatKwh: quantity.optional(),
  allocators: z
    .strictObject({ units: quantity, buildingUnits: quantity, buildingHeatKwh: quantity })
    .optional()
    .describe('Where allocators count: converted by the heat of the building.'),
  hotWaterKwh: quantity.default(0),
  climateFactor: quantity,
});

export const informationCase = z.strictObject({
  ...headOf('information'),
  now: consumption,
  previous: consumption.optional(),
  averageUser: z.strictObject({ kwhPerM2: quantity, areaM2: quantity }).optional(),
});

type InformationCase = z.output<typeof informationCase>;
type Consumption = z.output<typeof consumption>;

function heatOf(trace: Trace, name: string, given: Consumption): Figure | null {
  if (given.heatKwh !== undefined)
    return trace.given(`${name}.heat`, 'STATED_CONSUMPTION', exactly(given.heatKwh), 'kWh');
  if (!given.allocators) return null;
  const { units, buildingUnits, buildingHeatKwh } = given.allocators;
  const own = trace.given(`${name}.units`, 'STATED_CONSUMPTION', exactly(units), 'units');
  const total = trace.given(`${name}.buildingUnits`, 'STATED_CONSUMPTION', exactly(buildingUnits), 'units');
  const heat = trace.given(`${name}.buildingHeat`, 'TOTAL_HEAT', exactly(buildingHeatKwh), 'kWh');
  return isZero(total.value) ? null : unitsToKwh(trace, `${name}.heat`, own, heat, total);
}

function adjusted(trace: Trace, name: string, given: Consumption) {
  const heat = heatOf(trace, name, given);
  if (!heat) return null;
  const factor = trace.given(
    `${name}.climateFactor`,
    'CLIMATE_FACTOR',
    exactly(given.climateFactor),
    'factor',
  );
  const hotWater = trace.given(`${name}.hotWater`, 'STATED_CONSUMPTION', exactly(given.hotWaterKwh), 'kWh');
  const adjustedHeat = adjustForWeather(trace, `${name}.adjusted`, heat, factor);
  return {
    heat,
    adjusted: adjustedHeat,
    total: trace.derive(`${name}.total`, 'INFORMATION_TOTAL', [adjustedHeat, hotWater], 'kWh'),
  };
}

/** Runs the case. */
export function runInformationCase(given: InformationCase): RuleOutcome {
  const trace = new Trace();
  const now = adjusted(trace, 'now', given.now);
  if (!now) return refuse('CONSUMPTION_MISSING', ['now']);
  const answers: Record<string, Answer> = { now };
  const previous = given.previous && adjusted(trace, 'previous', given.previous);
  if (previous) {
    answers['previous'] = previous;
    const comparable = !isZero(previous.adjusted.value);
    answers['changePercent'] = comparable
      ? changeInPercent(trace, 'change', now.adjusted, previous.adjusted)
      : null;
    answers['changePercentTotal'] = isZero(previous.total.value)
      ? null
      : changeInPercent(trace, 'changeTotal', now.total, previous.total);
    answers['changePercentRaw'] = isZero(previous.heat.value)
      ? null
      : changeInPercent(trace, 'changeRaw', now.heat, previous.heat);
  }
  if (given.averageUser) {
    const specific = trace.given(
      'average.kwhPerM2',
      'AVERAGE_USER',
      exactly(given.averageUser.kwhPerM2),
      'kWh/m2',
    );
    const area = trace.given('average.area', 'AREA', exactly(given.averageUser.areaM2), 'm2');
    const average = trace.derive('average', 'AVERAGE_USER_KWH', [specific, area], 'kWh');
    answers['averageUserKwh'] = average;
    answers['shareOfAverageUser'] = isZero(average.value)
      ? null
      : trace.derive('average.compared', 'AVERAGE_USER_COMPARED', [now.heat, average], 'ratio');
  }
  return { kind: 'answered', answers, figures: trace.figures };
}
