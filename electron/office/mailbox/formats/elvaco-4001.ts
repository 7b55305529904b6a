/** Elvaco's report 4001: serial number;device;created;telegram number;M-Bus bytes from the C field on. */
import { succeed } from '#shared/model/result.ts';
import type { BundleFormat, ReceivedTelegram } from './bundle-format.ts';
import { parseInstant, parseTelegramHex } from './telegram-hex.ts';
import { meaningfulLines, splitFields, unnumbered } from './text-lines.ts';

const HEADER = /^serial-number;device-identification;created;/i;
const ROW = /^\d{8,12};[0-9a-f]{8};\d{4}-\d{2}-\d{2} [\d:]{5,8};\d+;[0-9a-f]/i;
const RSP_UD = 0x08;
const LONG_HEADER = 0x72;

/**
 * Puts a link layer in front of what came without one. A wired answer (RSP-UD, address byte, long header) gets the
 * address out of that header, as a radio adapter would send it; a radio frame only misses its length.
 */
function toFrame(fromControlField: Uint8Array): Uint8Array {
  const bytes = Buffer.from(fromControlField);
  const isWired = bytes[0] === RSP_UD && bytes[2] === LONG_HEADER;
  const afterLength = isWired
    ? Buffer.concat([
        bytes.subarray(0, 1),
        // The long header has the number before the manufacturer, the link layer after it.
        bytes.subarray(7, 9),
        bytes.subarray(3, 7),
        bytes.subarray(9, 11),
        bytes.subarray(2),
      ])
    : bytes;
  return Buffer.concat([Buffer.of(afterLength.length), afterLength]);
}

function readRow(line: string, arrivedAt: Date): ReceivedTelegram | null {
  const [, , created, , hex = ''] = splitFields(line, ';');
  const bytes = parseTelegramHex(hex);
  return bytes && { receivedAt: parseInstant(created) ?? arrivedAt, rssi: null, bytes: toFrame(bytes) };
}

export const elvaco4001: BundleFormat = {
  name: 'elvaco-4001',
  recognises: (text) => HEADER.test(text) || ROW.test(text),
  read: (text, arrivedAt) =>
    succeed(
      unnumbered(
        meaningfulLines(text)
          .filter((line) => !HEADER.test(line))
          .map((line) => readRow(line, arrivedAt)),
      ),
    ),
};
