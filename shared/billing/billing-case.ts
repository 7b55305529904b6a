/** One property and one period as an open, versioned document: everything a bill is computed from. */
import { z } from 'zod';
import { cost, previousCosts, stock } from './case/costs.ts';
import { device } from './case/devices.ts';
import { information } from './case/information.ts';
import { property } from './case/property.ts';
import { group, rules } from './case/rules.ts';
import { separation } from './case/separation.ts';
import { statedUnits, tenancy, unit } from './case/units.ts';
import { day, period } from './case/values.ts';

export const CASE_FORMAT = 'stichtag-case';
export const CASE_VERSION = 1;

/** The head every case file starts with. */
export const caseHead = {
  format: z.literal(CASE_FORMAT),
  version: z.literal(CASE_VERSION),
  title: z.string().optional(),
};

/** The schema of a bill's case; unknown fields are faults. */
export const billingCaseSchema = z.strictObject({
  ...caseHead,
  kind: z.literal('bill'),
  property,
  period,
  preparedOn: day.optional().describe('The day the checks take as today; the engine knows no clock.'),
  rules,
  separation: separation.default({ method: 'none' }),
  costs: z.array(cost).default([]),
  stocks: z.array(stock).default([]),
  groups: z.array(group).default([]),
  units: z.array(unit).min(1),
  statedUnits: statedUnits.prefault({}),
  devices: z.array(device).default([]),
  tenancies: z.array(tenancy).default([]),
  information: information.optional(),
  previous: previousCosts.optional(),
});

/** A checked case. Its decimals are still as written: `exactly` and `centsIn` read them. */
export type BillingCase = z.output<typeof billingCaseSchema>;

/** A case as someone may write it: fields with a default may be left out. */
export type BillingCaseInput = z.input<typeof billingCaseSchema>;
