/** Tenancies desk (Mietverhältnisse): who uses which unit from when to when; gaps are vacancy. */
import { z } from 'zod';
import { channel, done } from './channel.ts';
import { cents, day, line, optionalLine, personId, propertyId, tenancyId, unitId } from './values.ts';

export const tenancyFields = z.strictObject({
  unitId,
  tenantId: personId,
  from: day,
  /** The last day; null while it runs. */
  to: day.nullable(),
  /** How many persons live there; null when unknown. */
  persons: z.int().min(1).max(50).nullable(),
  monthlyPrepaymentCents: cents,
});
export type TenancyFields = z.output<typeof tenancyFields>;

export const tenancyStatus = z.enum(['future', 'running', 'ended']);

/** A tenancy, or a gap between two: vacancy has neither id nor tenant. */
export const occupancy = z.discriminatedUnion('kind', [
  tenancyFields.extend({
    kind: z.literal('tenancy'),
    id: tenancyId,
    tenantName: line,
    unitName: line,
    propertyId,
    propertyName: line,
    status: tenancyStatus,
  }),
  z.strictObject({
    kind: z.literal('vacancy'),
    unitId,
    unitName: line,
    propertyId,
    propertyName: line,
    from: day,
    to: day.nullable(),
  }),
]);
export type Occupancy = z.output<typeof occupancy>;

/** A row of the grid as typed or pasted: cells as text, in the order of `columns`. */
export const pasteColumn = z.enum([
  'unitName',
  'location',
  'livingAreaM2',
  'heatedAreaM2',
  'tenantName',
  'from',
  'to',
  'monthlyPrepayment',
  'persons',
  'phone',
  'email',
  'ignore',
]);
export type PasteColumn = z.output<typeof pasteColumn>;

export const pasteVerdict = z.enum(['new', 'changed', 'unchanged', 'conflict', 'faulty']);

export const pastedRow = z.strictObject({
  /** Counts from 1, as the table pasted from does. */
  rowNumber: z.int().positive(),
  verdict: pasteVerdict,
  cells: z.partialRecord(pasteColumn, z.string()),
  /** What is wrong or will change, a sentence each, with the column it is about. */
  remarks: z.array(z.strictObject({ column: pasteColumn.nullable(), message: z.string() })),
});
export type PastedRow = z.output<typeof pastedRow>;

export const tenanciesDesk = {
  /** All tenancies and vacancies, or those of one property or unit, each unit's in time order. */
  'tenancies.list': channel(
    z.strictObject({ propertyId: propertyId.optional(), unitId: unitId.optional() }),
    z.array(occupancy),
  ),
  'tenancies.create': channel(tenancyFields, z.strictObject({ id: tenancyId })),
  'tenancies.save': channel(
    z.strictObject({ id: tenancyId, fields: tenancyFields, reason: optionalLine }),
    done,
  ),
  'tenancies.remove': channel(z.strictObject({ id: tenancyId }), done),
  /** Reads a table copied from a spreadsheet; guesses the columns unless `columns` says. Changes nothing. */
  'tenancies.previewPaste': channel(
    z.strictObject({
      propertyId,
      text: z.string().max(2_000_000),
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
