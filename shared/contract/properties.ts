/** Properties desk (Liegenschaften): the buildings that are billed, and their billing periods. */
import { z } from 'zod';
import { fuelKind, plant } from '../billing/case/property.ts';
import { heatingBaseKey } from '../billing/case/rules.ts';
import { channel, nothing } from './channel.ts';
import {
  addressLines,
  day,
  line,
  optionalLine,
  percent,
  periodId,
  personId,
  propertyId,
  quantity,
  subject,
} from './values.ts';

/** What staff type about a property. */
export const propertyFields = z.strictObject({
  name: line,
  addressLines: addressLines.min(1, 'Bitte ausfüllen.'),
  landlordId: personId,
});
export type PropertyFields = z.output<typeof propertyFields>;

/** Where the bill of a period stands. */
export const billStage = z.enum([
  'missing',
  'draft',
  'checked',
  'final',
  'dispatched',
  'corrected',
  'cancelled',
]);
export type BillStage = z.output<typeof billStage>;

/** Whether a bill in this stage never changes again; a cancelled one makes room for another. */
export function isFrozenStage(stage: BillStage): boolean {
  return stage === 'final' || stage === 'dispatched' || stage === 'corrected';
}

/** A billing period as a list shows it. */
export const periodSummary = z.strictObject({
  id: periodId,
  from: day,
  to: day,
  /** § 556 Abs. 3 BGB: twelve months after the period's end. */
  dueOn: day,
  stage: billStage,
});
export type PeriodSummary = z.output<typeof periodSummary>;

/** Something still missing for billing; the message says what to do. */
export const openPoint = z.strictObject({
  code: z.string(),
  severity: z.enum(['blocks', 'warns']),
  message: z.string(),
  subject: subject.nullable(),
});
export type OpenPoint = z.output<typeof openPoint>;

export const propertySummary = z.strictObject({
  id: propertyId,
  name: line,
  addressLines,
  landlordName: line,
  unitCount: z.int(),
  meterCount: z.int(),
  livingAreaM2: quantity,
  /** The latest period; null when none was created. */
  period: periodSummary.nullable(),
  openPointCount: z.int(),
});
export type PropertySummary = z.output<typeof propertySummary>;

export const property = propertyFields.extend({
  id: propertyId,
  landlordName: line,
  unitCount: z.int(),
  meterCount: z.int(),
  /** Sums over the units. */
  livingAreaM2: quantity,
  heatedAreaM2: quantity,
  periods: z.array(periodSummary),
  openPoints: z.array(openPoint),
});
export type Property = z.output<typeof property>;

/** The rules of a period that the law leaves to the owner; `shared/billing` says what each means. */
export const periodFields = z
  .strictObject({
    from: day,
    to: day,
    plantKind: plant.shape.kind,
    fuel: fuelKind,
    /** How hot water is separated from heating (§ 9 HeizkostenV). */
    hotWaterMethod: z.enum(['measured', 'volume', 'area', 'none']),
    /** Volume and area only: why the heat was not measured. */
    notMeasuredBecause: z.enum(['unreasonableEffort', 'notMeasurable', 'meterMissing']).nullable(),
    /** Volume only: the temperature of the hot water in °C. */
    hotWaterTemperatureC: quantity.nullable(),
    heatingConsumptionPercent: percent,
    hotWaterConsumptionPercent: percent,
    heatingBaseKey,
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Das Ende liegt vor dem Anfang.' });
export type PeriodFields = z.output<typeof periodFields>;

const propertyRef = z.strictObject({ id: propertyId });

export const propertiesDesk = {
  'properties.list': channel(nothing, z.array(propertySummary)),
  'properties.get': channel(propertyRef, property),
  'properties.create': channel(propertyFields, propertyRef),
  'properties.save': channel(
    z.strictObject({ id: propertyId, fields: propertyFields, reason: optionalLine }),
    property,
  ),
  'periods.get': channel(
    z.strictObject({ id: periodId }),
    z.strictObject({ id: periodId, propertyId, fields: periodFields, stage: billStage }),
  ),
  'periods.create': channel(
    z.strictObject({ propertyId, fields: periodFields }),
    z.strictObject({ id: periodId }),
  ),
  'periods.save': channel(
    z.strictObject({ id: periodId, fields: periodFields, reason: optionalLine }),
    z.strictObject({ id: periodId }),
  ),
};
