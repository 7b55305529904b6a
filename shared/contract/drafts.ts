/** Drafts desk: what was typed and not yet sent, so that a lock does not cost it. Kept in the office's memory only. */
import { z } from 'zod';
import { channel, done } from './channel.ts';

/** Names a form by its page and what it began with. */
const formName = z.string().min(1).max(20_000);

export const draftsDesk = {
  /** Keeps what stands in a form; null forgets it. */
  'drafts.keep': channel(z.strictObject({ form: formName, typed: z.string().max(50_000).nullable() }), done),
  /** What the same employee typed into the form before; null when there is nothing. */
  'drafts.find': channel(
    z.strictObject({ form: formName }),
    z.strictObject({ typed: z.string().nullable() }),
  ),
};
