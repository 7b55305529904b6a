/** How a case separates the hot water from the heating of a joint plant (§ 9 HeizkostenV). */
import { z } from 'zod';
import { id, label, percent, quantity } from './values.ts';

const why = z.enum(['unreasonableEffort', 'notMeasurable', 'meterMissing']);

/** One of several heat generators: the heat it gave, what of it went into the hot water, the joint costs it caused. */
export const generator = z.strictObject({
  id,
  label,
  totalHeatKwh: quantity,
  hotWaterHeatKwh: quantity,
  costs: z
    .array(id)
    .min(1)
    .describe('Ids of joint costs and stocks; what no generator names goes by all heat.'),
});

/** Measured heat comes first; the formulas are exceptions that carry their reason. */
export const separation = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('none') }).describe('Not a joint plant.'),
  z.strictObject({
    method: z.literal('measured'),
    heatKwh: quantity.optional().describe('Else the meters of kind hotWaterHeatMeter are read.'),
    totalHeatKwh: quantity.optional().describe('Heat supply, heat pumps, mixed plants: all heat delivered.'),
    generators: z
      .array(generator)
      .min(2)
      .optional()
      .describe('Mixed plants: instead of the two heats, each generator with its own.'),
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

export type Generator = z.output<typeof generator>;
export type SeparationRules = z.output<typeof separation>;
