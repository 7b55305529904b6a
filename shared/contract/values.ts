/** The small values that window and office exchange, checked on arrival in both directions. */
import { z } from 'zod';
import { centsOf } from '../model/money.ts';
import { parsePlainDate, plainDateOf } from '../model/plain-date.ts';

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

/** A decimal as text with a point, so that no binary fraction rounds it: `64.5`. */
export const decimal = z
  .string()
  .max(30)
  .regex(/^-?\d+(\.\d+)?$/);

/** A decimal that cannot be below zero. */
export const quantity = z
  .string()
  .max(30)
  .regex(/^\d+(\.\d+)?$/, 'Bitte eine Zahl ab 0 angeben.');

/** Whole per cent. */
export const percent = z.int().min(0).max(100);

/** A text of one line that must be there. */
export const line = z.string().trim().min(1, 'Bitte ausfüllen.').max(200);

/** A text of one line that may be empty. */
export const optionalLine = z.string().trim().max(200);

/** A text of several lines that may be empty. */
export const note = z.string().max(4000);

/** Numbers an object of the store for ever. */
const rowId = z.int().positive();

export const propertyId = rowId.brand('PropertyId');
export const unitId = rowId.brand('UnitId');
export const personId = rowId.brand('PersonId');
export const tenancyId = rowId.brand('TenancyId');
export const billingRunId = rowId.brand('BillingRunId');
export const staffId = z.string().min(1).max(64).brand('StaffId');

export type PropertyId = z.output<typeof propertyId>;
export type UnitId = z.output<typeof unitId>;
export type PersonId = z.output<typeof personId>;
export type TenancyId = z.output<typeof tenancyId>;
export type BillingRunId = z.output<typeof billingRunId>;
export type StaffId = z.output<typeof staffId>;

/** Bytes of a document. */
export const bytes = z.instanceof(Uint8Array);

/** The object of the store a row, a finding or an audit entry speaks of. */
export const subject = z.strictObject({
  kind: z.enum([
    'property',
    'unit',
    'person',
    'tenancy',
    'meter',
    'gateway',
    'invoice',
    'billingRun',
    'staff',
    'settings',
  ]),
  id: z.union([rowId, z.string().max(64)]),
});
export type Subject = z.output<typeof subject>;
