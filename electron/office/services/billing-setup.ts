/** What the office chose for a billing period besides its costs: plant, shares, keys, separation. Kept as JSON. */
import { z } from 'zod';
import { billingCaseSchema } from '#shared/billing/billing-case.ts';
import { property } from '#shared/billing/case/property.ts';

/** The parts of a case that are choices and facts of the house, and not readings, people or invoices. */
export const billingSetupSchema = z.strictObject({
  ...billingCaseSchema.pick({
    rules: true,
    separation: true,
    stocks: true,
    groups: true,
    information: true,
    previous: true,
  }).shape,
  ...property.pick({ ownersAssociation: true, plant: true, building: true, exemptions: true }).shape,
});

export type BillingSetup = z.output<typeof billingSetupSchema>;
export type BillingSetupInput = z.input<typeof billingSetupSchema>;
