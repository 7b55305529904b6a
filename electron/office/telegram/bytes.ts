/** Reading bytes of a telegram: little-endian numbers and upper-case hexadecimal text. */

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).toUpperCase().padStart(2, '0'));
const HEX_TEXT = /^(?:[0-9A-Fa-f]{2})+$/;

/** Bytes of hexadecimal text without separators; null when it is anything else or empty. */
export function parseHex(text: string): Uint8Array | null {
  return HEX_TEXT.test(text) ? Uint8Array.from(Buffer.from(text, 'hex')) : null;
}

/** `bytes[start, end)` as upper-case hexadecimal text. */
export function toHex(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = '';
  for (let index = start; index < end; index++) text += HEX[bytes[index] ?? 0];
  return text;
}

/** As `toHex`, last byte first: how identification numbers are printed. */
export function toHexReversed(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let index = end - 1; index >= start; index--) text += HEX[bytes[index] ?? 0];
  return text;
}

/** The byte at `index`; 0 beyond the end, so that callers check lengths once and read plainly. */
export function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

export function uint16At(bytes: Uint8Array, index: number): number {
  return byteAt(bytes, index) | (byteAt(bytes, index + 1) << 8);
}

export function uint32At(bytes: Uint8Array, index: number): number {
  return (uint16At(bytes, index) | (uint16At(bytes, index + 2) << 16)) >>> 0;
}
