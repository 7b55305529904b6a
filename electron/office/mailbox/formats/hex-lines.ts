/** Telegrams as plain hex, one a line: what most decoders write and read. */
import { succeed } from '#shared/model/result.ts';
import type { BundleFormat } from './bundle-format.ts';
import { parseTelegramHex } from './telegram-hex.ts';
import { meaningfulLines, unnumbered } from './text-lines.ts';

export const hexLines: BundleFormat = {
  name: 'hex-lines',
  recognises: (text) => /^(?:\s*#[^\n]*\n)*\s*(?:0x)?(?:[0-9a-f]{2}[ _|]?){11}/i.test(text),
  read: (text, arrivedAt) =>
    succeed(
      unnumbered(
        meaningfulLines(text).map((line) => {
          const bytes = parseTelegramHex(line);
          return bytes && { receivedAt: arrivedAt, rssi: null, bytes };
        }),
      ),
    ),
};
