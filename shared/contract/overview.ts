/** Overview desk (Start): what is due, what is missing, when data last came and was last backed up. */
import { z } from 'zod';
import { channel, nothing } from './channel.ts';
import { periodSummary } from './properties.ts';
import { instant, line, propertyId } from './values.ts';

export const worklist = z.strictObject({
  /** Bills that are due, the nearest deadline first. */
  due: z.array(z.strictObject({ propertyId, propertyName: line, period: periodSummary })),
  /** Properties with points open for billing. */
  missing: z.array(z.strictObject({ propertyId, propertyName: line, openPoints: z.int() })),
  lastPull: z.strictObject({ at: instant, newTelegrams: z.int(), undecodable: z.int() }).nullable(),
  lastBackupAt: instant.nullable(),
  counts: z.strictObject({ properties: z.int(), units: z.int(), people: z.int(), runningTenancies: z.int() }),
});
export type Worklist = z.output<typeof worklist>;

export const overviewDesk = { 'overview.worklist': channel(nothing, worklist) };
