/** Logs of wmbusmeters: `telegram=|HEX_HEX|+1234` among any other lines. */
import { succeed } from '#shared/model/result.ts';
import type { BundleFormat } from './bundle-format.ts';
import { parseTelegramHex } from './telegram-hex.ts';
import { meaningfulLines, unnumbered } from './text-lines.ts';

const MARK = 'telegram=';

/** What follows the last bar is the second of the replay, not a part of the telegram. */
function withoutReplayTime(fields: string): string {
  return fields.replace(/\|(?:\+\d+|\d+\.\d+)$/, '');
}

export const telegramLog: BundleFormat = {
  name: 'telegram-log',
  recognises: (text) => /^telegram=\|?[0-9a-f]/im.test(text),
  read: (text, arrivedAt) =>
    succeed(
      unnumbered(
        meaningfulLines(text)
          .filter((line) => line.startsWith(MARK))
          .map((line) => {
            const bytes = parseTelegramHex(withoutReplayTime(line.slice(MARK.length)));
            return bytes && { receivedAt: arrivedAt, rssi: null, bytes };
          }),
      ),
    ),
};
