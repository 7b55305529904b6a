/** Dropped desk: a file that was dropped on the window. Its content says what it is; its path stays unknown. */
import { z } from 'zod';
import { channel } from './channel.ts';
import { openedDelivery } from './keys.ts';
import { bytes, instant, line } from './values.ts';

/** What the window may send at once (4 MiB in all) leaves this much for a file. */
export const MOST_DROPPED_BYTES = 4_000_000;

export const droppedDesk = {
  /** Opens a delivery as `keys.chooseFile` does, or reads telegrams as `pull.readFile` does. */
  'dropped.read': channel(
    z.strictObject({ name: line, modifiedAt: instant, content: bytes }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('delivery'), opened: openedDelivery }),
      z.strictObject({ kind: z.literal('telegrams') }),
    ]),
  ),
};
