/** The small values that window and office exchange, checked on arrival in both directions. */
import { z } from 'zod';
import { decimalTextOf } from '../model/decimal-text.ts';
import type { BillingPeriodId, CostId } from '../model/invoice.ts';
import type { InstallationId, MeterId } from '../model/meter.ts';
import { centsOf } from '../model/money.ts';
import type { PersonId } from '../model/person.ts';
import { parsePlainDate, plainDateOf } from '../model/plain-date.ts';
import type { PropertyId } from '../model/property.ts';
import type { PrepaymentId, TenancyId } from '../model/tenancy.ts';
import type { RoomId, UnitId } from '../model/unit.ts';

/** A day, `YYYY-MM-DD`. */
export const day = z
  .string()
  .refine((text) => parsePlainDate(text) !== null, 'Bitte einen Tag angeben, zum Beispiel 31.12.2025.')
  .transform(plainDateOf);

/** A moment, ISO 8601 in UTC. */
export const instant = z.iso.datetime();

/** A stretch of days, both ends included. */
export const period = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Das Ende liegt vor dem Anfang.' });

/** Whole cents, negative for money owed back. */
export const cents = z.int().transform(centsOf);

/** An exact decimal from 0, as text with a point: `64.5`. */
export const quantity = z
  .string()
  .regex(/^\d{1,15}(\.\d{1,9})?$/, 'Bitte eine Zahl ab 0 angeben.')
  .transform(decimalTextOf);

/** Whole per cent. */
export const percent = z.int().min(0).max(100);

/** A text of one line that must be there. */
export const line = z.string().trim().min(1, 'Bitte ausfüllen.').max(200);

/** A text of one line that may be empty. */
export const optionalLine = z.string().trim().max(200);

/** Street and town as a letter has them, a line each. */
export const addressLines = z.array(line).max(6);

/** Numbers an object of the store for ever. */
const rowId = z.int().positive();

export const propertyId = rowId.transform((id) => id as PropertyId);
export const unitId = rowId.transform((id) => id as UnitId);
export const roomId = rowId.transform((id) => id as RoomId);
export const meterId = rowId.transform((id) => id as MeterId);
export const installationId = rowId.transform((id) => id as InstallationId);
export const personId = rowId.transform((id) => id as PersonId);
export const tenancyId = rowId.transform((id) => id as TenancyId);
export const prepaymentId = rowId.transform((id) => id as PrepaymentId);
export const periodId = rowId.transform((id) => id as BillingPeriodId);
export const costId = rowId.transform((id) => id as CostId);
export const staffId = z.string().min(1).max(64);

/** Bytes of a document. */
export const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** The object of the store a row, a finding or an audit entry speaks of. */
export const subject = z.strictObject({
  kind: z.enum([
    'property',
    'period',
    'unit',
    'person',
    'tenancy',
    'meter',
    'gateway',
    'cost',
    'bill',
    'staff',
    'settings',
  ]),
  id: z.union([rowId, z.string().max(64)]),
});
export type Subject = z.output<typeof subject>;
