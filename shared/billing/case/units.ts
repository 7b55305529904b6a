/** The units of a case and the tenancies in them; what no tenancy covers is vacancy and the landlord's. */
import { z } from 'zod';
import { estimate } from './devices.ts';
import { day, euros, id, label, party, percent, quantity } from './values.ts';

/** Consumption stated as a total where a case gives no devices; any unit, the same for all units of a pot. */
export const statedConsumption = z.strictObject({
  heating: quantity.optional(),
  hotWater: quantity.optional(),
  coldWater: quantity.optional(),
});

/** What the stated consumption counts. */
export const statedUnits = z.strictObject({
  heating: z.enum(['units', 'kWh']).default('kWh'),
  hotWater: z.enum(['m3', 'kWh']).default('m3'),
  coldWater: z.enum(['m3']).default('m3'),
});

export const areas = z.strictObject({
  living: quantity,
  heated: quantity.optional(),
  volume: quantity.optional(),
  heatedVolume: quantity.optional(),
});

export const unit = z.strictObject({
  id,
  label,
  kind: z.enum(['flat', 'shop']).default('flat'),
  location: label.optional(),
  areas,
  group: id.optional(),
  supplied: z
    .strictObject({ heating: z.boolean().default(true), hotWater: z.boolean().default(true) })
    .prefault({}),
  consumption: statedConsumption.optional(),
  estimates: z.strictObject({ heating: estimate.optional(), hotWater: estimate.optional() }).optional(),
  previous: statedConsumption.optional().describe('The same unit in the previous period.'),
});

/** VAT on a commercial tenant (§ 9 UStG): net costs plus the rate. */
export const vatOption = z.strictObject({ ratePercent: percent });

export const tenancy = z.strictObject({
  id,
  unit: id,
  tenant: party,
  from: day,
  to: day.optional().describe('The last day; open tenancies have none.'),
  persons: quantity.optional(),
  prepayments: z
    .array(z.strictObject({ date: day.optional(), amount: euros }))
    .default([])
    .describe('What was paid, not what was agreed.'),
  agreedMonthlyPrepayment: euros.optional(),
  consumption: statedConsumption.optional().describe('By interim reading, where a case gives no devices.'),
  vatOption: vatOption.optional(),
  previous: z
    .strictObject({ heatingKwh: quantity.optional(), hotWaterKwh: quantity.optional() })
    .optional()
    .describe("The same user's consumption in the previous period (§ 6a)."),
});

export type Unit = z.output<typeof unit>;
export type Tenancy = z.output<typeof tenancy>;
export type StatedConsumption = z.output<typeof statedConsumption>;
