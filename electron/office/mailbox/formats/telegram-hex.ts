/** Telegram bytes out of text, the way gateways and log files write them. */

/** From a link layer header with one byte after it to the longest frame with its CRCs and a stick's additions. */
const LENGTH_BYTES = { least: 11, most: 320 } as const;

function ofPlausibleLength(bytes: Buffer): Uint8Array | null {
  return bytes.length >= LENGTH_BYTES.least && bytes.length <= LENGTH_BYTES.most ? bytes : null;
}

/** Hex digits of any case, with blanks, `|` and `_` between bytes as they please; null for anything else. */
export function parseTelegramHex(text: string): Uint8Array | null {
  const digits = text.replaceAll(/[\s|_]/g, '').replace(/^0x/i, '');
  if (digits.length % 2 !== 0 || !/^[0-9a-f]+$/i.test(digits)) return null;
  return ofPlausibleLength(Buffer.from(digits, 'hex'));
}

/** Standard base64, padded; null for anything else. */
export function parseTelegramBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[0-9a-z+/]+={0,2}$/i.test(text)) return null;
  return ofPlausibleLength(Buffer.from(text, 'base64'));
}

/** A signal strength in dBm; null for anything that cannot be one. */
export function parseRssi(value: unknown): number | null {
  const rssi = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof rssi === 'number' && rssi >= -150 && rssi < 0 ? Math.round(rssi) : null;
}

/** An instant written with its date; null for anything else. Texts without a zone are taken as UTC. */
export function parseInstant(value: unknown): Date | null {
  if (typeof value !== 'string') return null;
  const match =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?(?:\.\d{1,9})?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/.exec(
      value.trim(),
    );
  if (match === null) return null;
  const [, day = '', time = '00:00', zone = 'Z'] = match;
  const instant = new Date(`${day}T${time}${zone}`);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
