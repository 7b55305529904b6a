/** Costs desk: the invoices of a property and period. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { cents, day, line, optionalLine, period, propertyId, quantity } from './values.ts';

export const costKind = z.enum([
  'fuel',
  'operatingElectricity',
  'attendance',
  'maintenance',
  'cleaning',
  'emissionMeasurement',
  'meterRent',
  'billingService',
  'other',
]);

export const costTarget = z.enum(['joint', 'heating', 'hotWater']);

/** One invoice or one position of an invoice, gross. */
export const cost = z.strictObject({
  id: z.string().max(64),
  name: line,
  kind: costKind,
  target: costTarget,
  supplier: optionalLine,
  invoiceNumber: optionalLine,
  invoiceDate: day.nullable(),
  grossCents: cents,
  /** The wage share of § 35a EStG. */
  labourCents: cents.nullable(),
  /** Fuel only: energy in kWh by gross calorific value (Hs) as invoiced. */
  energyKwh: quantity.nullable(),
  /** Fuel only, § 3 CO2KostAufG; null when it is not on the invoice. */
  co2Kg: quantity.nullable(),
  co2Cents: cents.nullable(),
});
export type Cost = z.output<typeof cost>;

export const costsDesk = {
  'costs.list': channel(z.strictObject({ propertyId, period }), z.array(cost)),
  /** Replaces the period's list as one undoable step; rows keep their ids. */
  'costs.save': channel(
    z.strictObject({ propertyId, period, rows: z.array(cost).max(500), reason: optionalLine }),
    z.array(cost),
  ),
};
