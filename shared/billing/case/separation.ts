/** How a case separates the hot water from the heating of a joint plant (§ 9 HeizkostenV). */
import { z } from 'zod';
import { label, percent, quantity } from './values.ts';

const why = z.enum(['unreasonableEffort', 'notMeasurable', 'meterMissing']);

/** Measured heat comes first; the formulas are exceptions that carry their reason. */
export const separation = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('none') }).describe('Not a joint plant.'),
  z.strictObject({
    method: z.literal('measured'),
    heatKwh: quantity.optional().describe('Else the meters of kind hotWaterHeatMeter are read.'),
    totalHeatKwh: quantity.optional().describe('Heat supply, heat pumps, mixed plants: all heat delivered.'),
  }),
  z.strictObject({
    method: z.literal('volume'),
    volumeM3: quantity.optional().describe('Else the sum of the warm water of the units.'),
    temperatureC: quantity,
    totalHeatKwh: quantity.optional(),
    why,
    reason: label.optional(),
  }),
  z.strictObject({
    method: z.literal('area'),
    areaM2: quantity.optional().describe('Else the sum of the living areas.'),
    totalHeatKwh: quantity.optional(),
    why,
    reason: label.optional(),
  }),
  z.strictObject({
    method: z.literal('recognisedRules'),
    hotWaterPercent: percent,
    rule: label.describe('The rule of technology (§ 9 Abs. 1 S. 4) and where its figures come from.'),
  }),
]);

export type SeparationRules = z.output<typeof separation>;
