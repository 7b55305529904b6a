/** The facts of § 6a Abs. 3 HeizkostenV that go with every bill by consumption. */
import { z } from 'zod';
import { euros, label, percent, period, quantity } from './values.ts';

/** A climate factor with its source: postcode, days, publisher. */
export const climateFactor = z.strictObject({
  value: quantity,
  postcode: z.string().regex(/^\d{5}$/),
  period,
  source: label,
});

export const information = z.strictObject({
  climateFactor: climateFactor.optional(),
  previousClimateFactor: climateFactor.optional(),
  averageUser: z
    .strictObject({
      heatingKwhPerM2: quantity,
      hotWaterKwhPerM2: quantity.optional(),
      category: label,
      source: label,
    })
    .optional(),
  energyMix: z.array(z.strictObject({ source: label, percent })).optional(),
  network: z
    .strictObject({ name: label, emissionsKgPerYear: quantity, primaryEnergyFactor: quantity })
    .optional(),
  taxesAndLevies: z.array(z.strictObject({ label, amount: euros })).optional(),
  deviceFees: z.array(z.strictObject({ label, amount: euros })).optional(),
  contacts: z.array(z.strictObject({ name: label, address: label })).optional(),
  disputeResolution: label.optional(),
  monthlyInformation: z
    .enum(['complete', 'incomplete', 'notDue'])
    .optional()
    .describe('§ 6a Abs. 1: the months of the period.'),
});

export type Information = z.output<typeof information>;
export type ClimateFactor = z.output<typeof climateFactor>;
