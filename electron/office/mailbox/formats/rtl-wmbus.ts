/** Lines of rtl_wmbus: mode;crc ok;3-out-of-6 ok;time;packet rssi;current rssi;id;0xHEX, perhaps twice. */
import { succeed } from '#shared/model/result.ts';
import type { BundleFormat, ReceivedTelegram } from './bundle-format.ts';
import { parseInstant, parseTelegramHex } from './telegram-hex.ts';
import { meaningfulLines, unnumbered } from './text-lines.ts';

const FIELDS_BEFORE_HEX = 7;
const TELEGRAM_LINE = /^[TCS][12];[01];[01];/;

/** The telegrams of a line; a radio error (a flag is 0) or bad hex leaves null. The rssi is no dBm: none is kept. */
function readLine(line: string, arrivedAt: Date): (ReceivedTelegram | null)[] {
  const [, crcOk, symbolsOk, time, ...rest] = line.split(';');
  const isSound = crcOk === '1' && symbolsOk === '1';
  const receivedAt = parseInstant(time) ?? arrivedAt;
  return rest.slice(FIELDS_BEFORE_HEX - 4).map((hex) => {
    const bytes = isSound ? parseTelegramHex(hex) : null;
    return bytes && { receivedAt, rssi: null, bytes };
  });
}

export const rtlWmbus: BundleFormat = {
  name: 'rtl-wmbus',
  recognises: (text) => new RegExp(TELEGRAM_LINE.source, 'm').test(text),
  read: (text, arrivedAt) =>
    succeed(
      unnumbered(
        meaningfulLines(text)
          .filter((line) => TELEGRAM_LINE.test(line))
          .flatMap((line) => readLine(line, arrivedAt)),
      ),
    ),
};
