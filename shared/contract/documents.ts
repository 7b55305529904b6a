/** Documents desk: the real PDF as bytes, for the preview in the window. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { bytes, line } from './values.ts';

/** One of a run's documents: a user's statement, the landlord's overall statement, the office's own risk sheet. */
export const runDocument = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('statement'), billId: z.string().min(1).max(100) }),
  z.strictObject({ kind: z.literal('overall') }),
  z.strictObject({ kind: z.literal('risks') }),
]);
export type RunDocument = z.output<typeof runDocument>;

const documentOfRun = z.strictObject({ runId: z.int().positive(), document: runDocument });

/** A PDF that stays in memory, and the name it would be saved under. */
export const shownPdf = z.strictObject({ fileName: line, pdf: bytes });

export const documentsDesk = {
  'documents.preview': channel(documentOfRun, shownPdf),
  /** Writes the same PDF into a file the user names and shows its folder; null when he named none. */
  'documents.save': channel(documentOfRun, z.strictObject({ fileName: line }).nullable()),
};
