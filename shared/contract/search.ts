/** Search desk: one box over everything. Results name things and never show a consumption. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { subject } from './values.ts';

export const searchHit = z.strictObject({
  subject,
  title: z.string(),
  /** Where it belongs: the unit's property, the meter's unit. */
  context: z.string(),
});
export type SearchHit = z.output<typeof searchHit>;

export const searchDesk = {
  /** The best first, at most `limit`. Device numbers also match by their last four digits. */
  'search.everything': channel(
    z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(100) }),
    z.array(searchHit),
  ),
};
