/** Properties desk (Liegenschaften): the buildings that are billed. */
import { z } from 'zod';
import { channel, nothing } from './channel.ts';
import {
  cents,
  day,
  line,
  note,
  optionalLine,
  percent,
  period,
  personId,
  propertyId,
  quantity,
  subject,
} from './values.ts';

export const plantKind = z.enum(['boiler', 'heatSupply', 'heatPump', 'mixed']);
export const fuelKind = z.enum([
  'naturalGas',
  'heatingOil',
  'lpg',
  'pellets',
  'woodChips',
  'firewood',
  'districtHeat',
  'electricity',
  'other',
]);
export const hotWaterMethod = z.enum(['measured', 'volume', 'area', 'none']);
export const heatingBaseKey = z.enum(['livingArea', 'heatedArea']);

/** What staff type about a property. */
export const propertyFields = z.strictObject({
  name: line,
  street: line,
  postcode: optionalLine,
  city: line,
  landlordId: personId.nullable(),
  plantKind,
  fuel: fuelKind,
  hotWaterMethod,
  heatingConsumptionPercent: percent,
  hotWaterConsumptionPercent: percent,
  heatingBaseKey,
  /** The billing period begins on this day of every year, `MM-DD`. */
  periodStartsOn: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  /** The living area the owner states for the whole building, in m²; checked against the units. */
  statedLivingAreaM2: quantity.nullable(),
  note,
});
export type PropertyFields = z.output<typeof propertyFields>;

/** Where a property's bill of its last complete period stands. */
export const billStage = z.enum(['missing', 'draft', 'checked', 'final', 'sent']);
export type BillStage = z.output<typeof billStage>;

export const propertySummary = z.strictObject({
  id: propertyId,
  name: line,
  street: line,
  postcode: optionalLine,
  city: line,
  landlordName: z.string().nullable(),
  unitCount: z.int(),
  meterCount: z.int(),
  livingAreaM2: quantity,
  /** The last complete period, the one to bill. */
  billingPeriod: period,
  /** § 556 Abs. 3 BGB: twelve months after the period's end. */
  billDueOn: day,
  billStage,
  openPoints: z.int(),
});
export type PropertySummary = z.output<typeof propertySummary>;

/** Something still missing for billing; the message says what to do. */
export const openPoint = z.strictObject({
  code: z.string(),
  severity: z.enum(['blocks', 'warns']),
  message: z.string(),
  subject: subject.nullable(),
});
export type OpenPoint = z.output<typeof openPoint>;

export const property = propertyFields.extend({
  id: propertyId,
  unitCount: z.int(),
  /** Sums over the units, for the check against the stated area. */
  livingAreaM2: quantity,
  heatedAreaM2: quantity,
  prepaymentsPerMonthCents: cents,
  billingPeriod: period,
  openPoints: z.array(openPoint),
});
export type Property = z.output<typeof property>;

export const propertiesDesk = {
  'properties.list': channel(nothing, z.array(propertySummary)),
  'properties.get': channel(z.strictObject({ id: propertyId }), property),
  'properties.create': channel(propertyFields, z.strictObject({ id: propertyId })),
  'properties.save': channel(
    z.strictObject({ id: propertyId, fields: propertyFields, reason: optionalLine }),
    property,
  ),
};
