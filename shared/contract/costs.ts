/** Costs desk: the invoices of a billing period. */
import { z } from 'zod';
import { cost as caseCost, energyUnit } from '../billing/case/costs.ts';
import { channel } from './channel.ts';
import { cents, costId, day, line, optionalLine, periodId, quantity } from './values.ts';

/** As the law's own schema lists them. */
export const costKind = caseCost.options[0].shape.kind;
export type CostKind = z.output<typeof costKind>;

/** One invoice or one position of an invoice, gross. */
export const cost = z.strictObject({
  /** Null for a new row. */
  id: costId.nullable(),
  label: line,
  kind: costKind,
  /** Rows that are `further` or `direct` keep what was imported with them; new ones cannot be typed in yet. */
  target: z.enum(['joint', 'heating', 'hotWater', 'further', 'direct']),
  supplier: line.nullable(),
  invoiceNumber: line.nullable(),
  invoiceDate: day.nullable(),
  /** Negative for a credit note. */
  amountCents: cents,
  /** Labour within the amount (§ 35a EStG). */
  labourCents: cents.nullable(),
  /** Fuel only: the energy as invoiced. */
  energyQuantity: quantity.nullable(),
  energyUnit: energyUnit.nullable(),
  energyBasis: z.enum(['Hs', 'Hi', 'heat']).nullable(),
  /** Fuel only, § 3 CO2KostAufG; null when the invoice does not state it. */
  co2Kg: quantity.nullable(),
  co2Cents: cents.nullable(),
});
export type Cost = z.output<typeof cost>;

export const costsDesk = {
  /** The costs of a case file the user chooses, as new rows to look at; null when he chose none. Saves nothing. */
  'costs.readFile': channel(
    z.strictObject({ periodId }),
    /** `skipped` counts costs of kinds that cannot be typed in yet. */
    z.strictObject({ rows: z.array(cost), skipped: z.int() }).nullable(),
  ),
  'costs.list': channel(z.strictObject({ periodId }), z.array(cost)),
  /** Replaces the period's list as one undoable step; rows keep their ids. */
  'costs.save': channel(
    z.strictObject({ periodId, rows: z.array(cost).max(500), reason: optionalLine }),
    z.array(cost),
  ),
};
