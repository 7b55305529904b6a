/** Tenant change desk (Mieterwechsel): one step from moving out to the next tenant, with the reading of the day. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { countedUnit, meterLine } from './consumption.ts';
import { shownPdf } from './documents.ts';
import { addressLines, cents, day, line, optionalLine, personId, propertyId, quantity, unitId } from './values.ts';

/** What the telegrams say about a meter on the day: read on it, near it, between two of them, or nothing. */
export const interimProposal = z.discriminatedUnion('quality', [
  z.strictObject({ quality: z.literal('exact'), value: quantity }),
  z.strictObject({
    quality: z.literal('nearest'),
    value: quantity,
    day,
    /** Negative for a telegram before the day. */
    daysAway: z.int(),
  }),
  z.strictObject({ quality: z.literal('interpolated'), value: quantity, before: day, after: day }),
  z.strictObject({ quality: z.literal('missing') }),
]);
export type InterimProposal = z.output<typeof interimProposal>;

export const proposedMeter = z.strictObject({
  meterId: z.int().positive(),
  kind: meterLine.shape.kind,
  serial: line,
  room: optionalLine,
  countedIn: countedUnit,
  proposal: interimProposal,
});
export type ProposedMeter = z.output<typeof proposedMeter>;

/** What is noted for a meter: the proposal as it stands, a value somebody read or estimated, or nothing. */
export const interimChoice = z.discriminatedUnion('kind', [
  z.strictObject({ meterId: z.int().positive(), kind: z.literal('proposed') }),
  z.strictObject({ meterId: z.int().positive(), kind: z.literal('read'), value: quantity }),
  z.strictObject({ meterId: z.int().positive(), kind: z.literal('estimated'), value: quantity }),
  z.strictObject({ meterId: z.int().positive(), kind: z.literal('none') }),
]);
export type InterimChoice = z.output<typeof interimChoice>;

export const nextUser = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('vacancy') }),
  z.strictObject({ kind: z.literal('known'), personId, from: day }),
  z.strictObject({ kind: z.literal('new'), name: line, from: day }),
]);
export type NextUser = z.output<typeof nextUser>;

export const costBearer = z.enum(['landlord', 'leaving', 'arriving']);
export type CostBearer = z.output<typeof costBearer>;

export const tenantChangeFields = z.strictObject({
  unitId,
  /** The last day, which still is the leaving tenant's. */
  lastDay: day,
  next: nextUser,
  /** Where letters to the one who leaves go; empty when nobody knows yet. */
  newAddress: addressLines,
  readings: z.array(interimChoice).max(200),
  /** Why meters stay without a reading of the day, or have an estimated one; null when all are read. */
  missing: z.strictObject({ why: z.enum(['impossible', 'notExactEnough']), reason: line }).nullable(),
  costBearer,
  /** What reading the meters cost; null where nobody says. */
  costCents: cents.refine((amount) => amount > 0).nullable(),
});
export type TenantChangeFields = z.output<typeof tenantChangeFields>;

const changeRef = z.strictObject({ id: z.int().positive() });

export const tenantChangeDesk = {
  /** Who leaves, and what each meter showed at the end of that day. Changes nothing. */
  'tenantChange.propose': channel(
    z.strictObject({ unitId, lastDay: day }),
    z.strictObject({
      unitName: line,
      propertyId,
      propertyName: line,
      /** Null when nobody lives there on that day. */
      leaving: z.strictObject({ personId, name: line, from: day }).nullable(),
      /** A final bill that covers the day: it must be corrected instead. */
      finalRunId: z.int().positive().nullable(),
      /** The table that splits by degree days where a reading is missing (§ 9b Abs. 3). */
      degreeDayTable: line,
      meters: z.array(proposedMeter),
    }),
  ),
  /** Records the whole change as one undoable step. */
  'tenantChange.record': channel(tenantChangeFields, changeRef),
  /** The confirmation for the landlord. */
  'tenantChange.letter': channel(changeRef, shownPdf),
  /** Writes it into a file the user chooses; null when he chose none. */
  'tenantChange.saveLetter': channel(changeRef, z.strictObject({ fileName: line }).nullable()),
};
