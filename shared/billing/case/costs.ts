/** The costs of a case: invoices, and fuel that is drawn from a stock. */
import { z } from 'zod';
import { fuelKind } from './property.ts';
import { day, decimal, euros, id, label, percent, period, positive, quantity } from './values.ts';

/** Number, day, supplier and days supplied, as they stand on the paper. */
export const invoice = z.strictObject({
  number: label.optional(),
  date: day.optional(),
  supplier: label.optional(),
  period: period.optional(),
  document: label.optional().describe('Where the paper is kept: file name or id.'),
});

export const energyUnit = z.enum(['kWh', 'MWh', 'GJ', 'l', 'm3', 'kg', 't', 'SRm']);

/** A quantity of fuel or heat. `basis` says what the supplier's kilowatt-hours mean: Hs, Hi or metered heat. */
export const energy = z.strictObject({
  quantity,
  unit: energyUnit,
  basis: z.enum(['Hs', 'Hi', 'heat']).optional(),
  heatingValue: positive.optional().describe("Supplier's kWh (Hi) per unit of the quantity (§ 9 Abs. 3)."),
  fuel: fuelKind.optional(),
});

/** What § 3 CO2KostAufG makes the supplier print; the amount includes VAT. */
export const co2OnInvoice = z.union([
  z.strictObject({ kg: quantity, amount: euros, factor: quantity.optional() }),
  z.literal('notOnInvoice'),
]);

/** How an invoice that crosses the billing period is cut at its boundary (section 7 Abs. 2 HeizkostenV). */
export const accrual = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('days') }),
  z.strictObject({ method: z.literal('degreeDays') }),
  z.strictObject({
    method: z.literal('reading'),
    quantityInPeriod: quantity.describe('Metered at the boundaries, in the unit of the invoice.'),
  }),
]);

const costKind = z.enum([
  'fuel',
  'heat',
  'heatingElectricity',
  'operatingElectricity',
  'operation',
  'maintenance',
  'cleaning',
  'emissionTest',
  'chimneySweep',
  'meterRental',
  'meterUse',
  'billingService',
  'waterSupply',
  'coldWater',
  'wasteWater',
  'serviceCharge',
  'userChangeFee',
  'repair',
  'administration',
  'financing',
  'other',
]);

/** How further costs on the same statement are distributed. */
export const furtherKey = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('area') }),
  z.strictObject({ by: z.literal('unit') }),
  z.strictObject({ by: z.literal('persons') }),
  z.strictObject({ by: z.literal('metre'), metres: z.record(id, quantity).describe('Metres a unit.') }),
  z.strictObject({ by: z.literal('coldWater') }),
]);

const costCore = {
  id,
  label,
  kind: costKind,
  amount: euros.describe('Gross.'),
  vatPercent: percent.optional(),
  labour: euros.optional().describe('Labour within the amount (§ 35a EStG).'),
  labourKind: z.enum(['craftsman', 'household']).optional(),
  invoice: invoice.optional(),
  accrual: accrual.optional(),
};

/** One item of cost. */
export const cost = z.discriminatedUnion('target', [
  z.strictObject({
    ...costCore,
    target: z.enum(['joint', 'heating', 'hotWater']).describe('Joint costs are separated by § 9.'),
    energy: energy.optional(),
    co2: co2OnInvoice.optional(),
  }),
  z.strictObject({ ...costCore, target: z.literal('further'), key: furtherKey }),
  z.strictObject({
    ...costCore,
    target: z.literal('direct'),
    tenancy: id.describe('Who caused the cost and agreed to bear it.'),
    agreement: label.optional().describe('The agreement; without it the charge is refused (VIII ZR 19/07).'),
  }),
]);

const lotCo2 = z.strictObject({ kg: quantity, amount: euros });

/** Oil, pellets and the like: what lay there, what came, what was left. */
export const stock = z.strictObject({
  id,
  label,
  fuel: fuelKind,
  unit: energyUnit,
  target: z.enum(['joint', 'heating', 'hotWater']).default('joint'),
  heatingValue: positive.optional().describe("Supplier's kWh (Hi) a unit; else the table of § 9 Abs. 3."),
  valuation: z.enum(['fifo', 'average']).default('fifo'),
  opening: z.strictObject({
    quantity,
    amount: euros,
    vatPercent: percent.optional().describe('Else that of the deliveries, where they have one.'),
    co2: lotCo2.optional(),
    takenOver: label.optional(),
  }),
  deliveries: z
    .array(
      z.strictObject({
        id,
        date: day,
        quantity,
        amount: euros,
        vatPercent: percent.optional(),
        invoice: invoice.optional(),
        co2: co2OnInvoice.optional(),
      }),
    )
    .default([]),
  closing: z.strictObject({ quantity, measuredOn: day.optional() }).optional(),
});

/** What the landlord or the previous service already took off: never taken off twice. */
export const co2Rules = z.strictObject({
  use: z.enum(['residential', 'nonResidential']).default('residential'),
  landlordPercent: percent.optional().describe('Non-residential, § 8: agreed share, at least 50.'),
  restrictedBuilding: z.boolean().default(false).describe('§ 9: public law forbids work on the building.'),
  restrictedSupply: z.boolean().default(false).describe('§ 9: public law forbids another supply.'),
  restrictionEvidence: label.optional(),
  alreadyDeducted: euros.optional(),
  notApplicable: label.optional().describe('Why CO2KostAufG does not apply, if the plant does not say so.'),
});

/** Previous totals that the checks compare with. */
export const previousCosts = z.strictObject({
  period,
  total: euros.optional(),
  fuelQuantity: decimal.optional(),
  openingQuantity: decimal.optional(),
  closingQuantity: decimal.optional(),
});

export type Cost = z.output<typeof cost>;
export type PlantCost = Extract<Cost, { target: 'joint' | 'heating' | 'hotWater' }>;
export type Stock = z.output<typeof stock>;
export type Energy = z.output<typeof energy>;
export type Invoice = z.output<typeof invoice>;
