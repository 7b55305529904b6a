/** Tenancies desk (Mietverhältnisse): who uses which unit from when to when; gaps are vacancy. */
import { z } from 'zod';
import { channel, done } from './channel.ts';
import { cents, day, line, optionalLine, personId, propertyId, tenancyId, unitId } from './values.ts';

export const tenancyFields = z.strictObject({
  unitId,
  personId,
  from: day,
  /** The last day, which still is the tenant's; null while he stays. */
  to: day.nullable(),
});
export type TenancyFields = z.output<typeof tenancyFields>;

/** A tenancy, or a gap between two: vacancy has neither id nor tenant. */
export const occupancy = z.discriminatedUnion('kind', [
  tenancyFields.extend({
    kind: z.literal('tenancy'),
    id: tenancyId,
    tenantName: line,
    unitName: line,
    propertyId,
    propertyName: line,
    status: z.enum(['future', 'running', 'ended']),
  }),
  z.strictObject({
    kind: z.literal('vacancy'),
    unitId,
    unitName: line,
    propertyId,
    propertyName: line,
    /** Null for a unit that was never let. */
    from: day.nullable(),
    to: day.nullable(),
  }),
]);
export type Occupancy = z.output<typeof occupancy>;

/** A prepayment that really arrived, not one that was agreed. */
export const prepayment = z.strictObject({ paidOn: day, amountCents: cents });
export type Prepayment = z.output<typeof prepayment>;

/** What a column of a pasted table means. */
export const pasteColumn = z.enum([
  'unitName',
  'position',
  'livingAreaM2',
  'heatedAreaM2',
  'tenantName',
  'from',
  'to',
  'phone',
  'email',
  'ignore',
]);
export type PasteColumn = z.output<typeof pasteColumn>;

export const pastedRow = z.strictObject({
  /** Counts from 1 without the header. */
  rowNumber: z.int().positive(),
  verdict: z.enum(['new', 'changed', 'unchanged', 'conflict', 'faulty']),
  /** The texts as they were read, in the order of the columns. */
  cells: z.array(z.string()),
  /** What is wrong or will change, a sentence each, with the column it is about. */
  remarks: z.array(z.strictObject({ column: pasteColumn.nullable(), message: z.string() })),
});
export type PastedRow = z.output<typeof pastedRow>;

const tenancyRef = z.strictObject({ id: tenancyId });

export const tenanciesDesk = {
  /** All tenancies and vacancies, or those of one property or unit, each unit's in time order. */
  'tenancies.list': channel(
    z.strictObject({ propertyId: propertyId.optional(), unitId: unitId.optional() }),
    z.array(occupancy),
  ),
  'tenancies.create': channel(tenancyFields, tenancyRef),
  'tenancies.save': channel(
    z.strictObject({ id: tenancyId, fields: tenancyFields, reason: optionalLine }),
    tenancyRef,
  ),
  'tenancies.remove': channel(tenancyRef, done),
  'tenancies.prepayments': channel(tenancyRef, z.array(prepayment)),
  /** Replaces the tenancy's list. */
  'tenancies.savePrepayments': channel(
    z.strictObject({ id: tenancyId, rows: z.array(prepayment).max(500), reason: optionalLine }),
    z.array(prepayment),
  ),
  /** Reads a table copied from a spreadsheet; guesses the columns unless `columns` says. Changes nothing. */
  'tenancies.previewPaste': channel(
    z.strictObject({
      propertyId,
      /** The cells as copied, header included. */
      rows: z
        .array(z.array(z.string().max(500)).max(40))
        .min(1)
        .max(5000),
      columns: z.array(pasteColumn).max(40).optional(),
    }),
    z.strictObject({
      columns: z.array(pasteColumn),
      hasHeader: z.boolean(),
      rows: z.array(pastedRow),
      /** Say this to `tenancies.applyPaste`. */
      token: z.string(),
    }),
  ),
  /** Writes a previewed paste as one undoable step; rows named in `skip` and faulty ones stay out. */
  'tenancies.applyPaste': channel(
    z.strictObject({ token: z.string().max(64), skip: z.array(z.int().positive()).max(5000) }),
    z.strictObject({ written: z.int(), left: z.array(pastedRow) }),
  ),
};
