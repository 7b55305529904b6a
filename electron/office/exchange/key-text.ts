/** Keys and serial numbers as people and programs write them. */

/** The 16 bytes of 32 hexadecimal digits, with or without `0x`, blanks, colons and dashes; null for anything else. */
export function parseKeyText(text: string): Buffer | null {
  const digits = text
    .trim()
    .replace(/^0x/i, '')
    .replace(/[\s:-]/g, '');
  return /^[0-9a-f]{32}$/i.test(digits) ? Buffer.from(digits, 'hex') : null;
}

/** A serial number with the maker it names, if it does. */
export interface WrittenSerial {
  readonly manufacturer: string | null;
  /** Eight digits. */
  readonly serial: string;
}

/**
 * Eight digits, or the fourteen signs of a device identification (DIN 43863-5: medium, maker, block, serial number),
 * which names its maker. Null for anything else, shortened numbers included.
 */
export function parseSerialText(text: string): WrittenSerial | null {
  const signs = text.replace(/[\s.-]/g, '').toUpperCase();
  if (/^[0-9A-F]{8}$/.test(signs)) return { manufacturer: null, serial: signs };
  const whole = /^[0-9A-F]([A-Z]{3})[0-9A-F]{2}(\d{8})$/.exec(signs);
  return whole ? { manufacturer: whole[1] ?? null, serial: whole[2] ?? '' } : null;
}

/** Twelve hexadecimal digits in a row, separated or not: more than any serial number, and perhaps part of a key. */
const PERHAPS_A_KEY = /(?:[0-9a-f][\s:-]?){12,}/i;

/** Whether a text must not be shown because it could be a key, whole or damaged. */
export function mayHoldKey(text: string): boolean {
  return PERHAPS_A_KEY.test(text);
}
