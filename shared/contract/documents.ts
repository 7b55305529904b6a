/** Documents desk: the real PDF as bytes, for the preview in the window. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { bytes, line } from './values.ts';

export const documentsDesk = {
  /** A tenant's statement, or the landlord's overall statement when `billId` is null. */
  'documents.preview': channel(
    z.strictObject({ runId: z.int().positive(), billId: z.string().max(100).nullable() }),
    z.strictObject({ fileName: line, pdf: bytes }),
  ),
  /** Writes the same PDF into a file the user names and shows its folder; null when he named none. */
  'documents.save': channel(
    z.strictObject({ runId: z.int().positive(), billId: z.string().max(100).nullable() }),
    z.strictObject({ fileName: line }).nullable(),
  ),
};
