/** Single-rule case `estimate`: determined consumption and the 25 % switch (§ 9a HeizkostenV). */
import { z } from 'zod';
import { compare, isZero } from '../../model/rational.ts';
import { estimate } from '../case/devices.ts';
import { degreeDayTable, timeKey } from '../case/rules.ts';
import { exactly, period, quantity } from '../case/values.ts';
import { affectedShare, estimateConsumption, switchesToBaseKey } from '../estimate.ts';
import { Trace } from '../trace.ts';
import { TimeMeasures } from '../user-change.ts';
import { headOf, refuse, type Answer, type RuleOutcome } from './answer.ts';

export const estimateCase = z.strictObject({
  ...headOf('estimate'),
  unit: z.enum(['units', 'kWh', 'm3']).default('units'),
  request: estimate.optional(),
  areaM2: quantity.default(0).describe('The area without a recorded value.'),
  recorded: z
    .strictObject({ consumption: quantity, areaM2: quantity })
    .optional()
    .describe('Of the building or group, without the area in question.'),
  period: period.optional().describe('The days to determine, for the method degreeDays.'),
  timeKey: timeKey.default('degreeDays'),
  degreeDayTable: degreeDayTable.default('summer92'),
  affected: z.strictObject({ m2: quantity, totalM2: quantity }).optional(),
});

type EstimateCase = z.output<typeof estimateCase>;

function determined(trace: Trace, given: EstimateCase): Record<string, Answer> | null {
  const { request } = given;
  if (!request) return {};
  const time = new TimeMeasures(trace, given.degreeDayTable);
  const figure = estimateConsumption(trace, request, {
    id: 'estimate',
    unit: given.unit,
    area: trace.given('estimate.area', 'AFFECTED_AREA', exactly(given.areaM2), 'm2'),
    recorded: given.recorded
      ? {
          quantity: trace.given(
            'recorded',
            'STATED_CONSUMPTION',
            exactly(given.recorded.consumption),
            given.unit,
          ),
          area: trace.given('recorded.area', 'AREA', exactly(given.recorded.areaM2), 'm2'),
        }
      : null,
    days: given.period ?? null,
    measure: (stretch) => time.measure(given.timeKey, stretch),
    measured: null,
  });
  return figure && { estimate: figure, previous: trace.figures.get('estimate.previous') ?? null };
}

/** Runs the case. */
export function runEstimateCase(given: EstimateCase): RuleOutcome {
  const trace = new Trace();
  const answers: Record<string, Answer> = {};
  const result = determined(trace, given);
  if (!result) return refuse('ESTIMATE_WITHOUT_BASIS', ['request'], { method: given.request?.method ?? '' });
  Object.assign(answers, result);
  if (given.affected) {
    const affected = trace.given('affected.area', 'AFFECTED_AREA', exactly(given.affected.m2), 'm2');
    const total = trace.given('affected.totalArea', 'AREA', exactly(given.affected.totalM2), 'm2');
    if (isZero(total.value)) return refuse('AREA_ZERO', ['affected']);
    if (compare(affected.value, total.value) > 0)
      return refuse('PART_ABOVE_WHOLE', ['affected'], {
        part: String(given.affected.m2),
        whole: String(given.affected.totalM2),
      });
    const share = affectedShare(trace, 'affected', affected, total);
    answers['affectedShare'] = share;
    answers['byBaseKeyOnly'] = switchesToBaseKey(share);
  }
  return { kind: 'answered', answers, figures: trace.figures };
}
