/** The meters and allocators of a case, their readings, and the estimates that stand in for them. */
import { z } from 'zod';
import { day, dayOfYear, id, label, period, quantity } from './values.ts';

/** Where a reading comes from: the telegram, or who wrote it down. */
export const origin = z.strictObject({
  kind: z.enum(['telegram', 'manual', 'tenant', 'takenOver', 'import']),
  id: label.optional(),
});

/** The register at the end of a day. */
export const reading = z.strictObject({
  date: day,
  value: quantity,
  origin: origin.optional(),
  quality: z.enum(['measured', 'dueDate', 'interpolated']).default('measured'),
});

const estimateCore = {
  reason: label,
  decidedBy: label.optional(),
  why: z.enum(['deviceFailure', 'noAccess', 'compellingReason']).default('deviceFailure'),
  affectedAreaM2: quantity.optional().describe('Area without a recorded value; else the whole unit.'),
};

/** A value determined instead of read (§ 9a Abs. 1), with everything the bill must print. */
export const estimate = z.discriminatedUnion('method', [
  z.strictObject({
    ...estimateCore,
    method: z.literal('previousPeriod'),
    consumption: quantity.describe('Of the same rooms in the comparable period.'),
    period: period.optional(),
    othersThen: quantity.optional().describe('The other rooms in the comparable period, to scale by.'),
    othersNow: quantity.optional(),
  }),
  z.strictObject({
    ...estimateCore,
    method: z.literal('comparableRooms'),
    rooms: z.array(z.strictObject({ label, consumption: quantity, areaM2: quantity })).min(1),
  }),
  z.strictObject({ ...estimateCore, method: z.literal('average') }),
  z.strictObject({
    ...estimateCore,
    method: z.literal('degreeDays'),
    measured: period.describe('The part of the period the device recorded; read like any other stretch.'),
    consumption: quantity.optional(),
  }),
]);

export const deviceKind = z.enum([
  'allocator',
  'heatMeter',
  'warmWaterMeter',
  'coldWaterMeter',
  'hotWaterHeatMeter',
  'groupHeatMeter',
  'groupWarmWaterMeter',
]);

/** `unit` scale: display times K. `product` scale: K is already inside (EN 834, EN 835). */
export const allocatorScale = z.discriminatedUnion('scale', [
  z.strictObject({ scale: z.literal('product') }),
  z.strictObject({
    scale: z.literal('unit'),
    factor: quantity.optional().describe('K; else KQ times KC times KT.'),
    kq: quantity.optional(),
    kc: quantity.optional(),
    kt: quantity.optional(),
  }),
]);

export const device = z.strictObject({
  id,
  serial: label,
  kind: deviceKind,
  unit: id.optional(),
  group: id.optional(),
  room: label.optional(),
  manufacturer: label.optional(),
  evaporator: z
    .boolean()
    .optional()
    .describe('EN 835: interim readings mean something from 400 to 800 ‰ only.'),
  allocator: allocatorScale.optional(),
  register: z.enum(['units', 'kWh', 'MWh', 'GJ', 'm3', 'l']),
  resetsOn: dayOfYear
    .optional()
    .describe('Key date MM-DD: the register starts again from zero after this day.'),
  installedOn: day.optional(),
  removedOn: day.optional(),
  remoteReadable: z.boolean().default(true),
  singleReplacement: z.boolean().optional().describe('§ 5 Abs. 2 S. 4: one device in a non-remote system.'),
  gatewayConnectable: z.boolean().optional(),
  interoperable: z.boolean().optional(),
  calibratedUntil: day.optional(),
  errorCode: label.optional(),
  readings: z.array(reading).default([]),
  estimate: estimate.optional(),
});

export type Device = z.output<typeof device>;
export type DeviceKind = z.output<typeof deviceKind>;
export type Reading = z.output<typeof reading>;
export type EstimateRequest = z.output<typeof estimate>;
