/** The checksum of the link layer, of ELL payloads and of compact frames: CRC-16/EN-13757. */

/** x^16 + x^13 + x^12 + x^11 + x^10 + x^8 + x^6 + x^5 + x^2 + 1 (EN 13757-4). */
const POLYNOMIAL = 0x3d65;

const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 8;
  for (let bit = 0; bit < 8; bit++)
    remainder = remainder & 0x8000 ? ((remainder << 1) ^ POLYNOMIAL) & 0xffff : (remainder << 1) & 0xffff;
  return remainder;
});

/** Feeds `bytes[start, end)` into an unfinished checksum; begin with 0 and finish with `finishCrc`. */
export function updateCrc(crc: number, bytes: Uint8Array, start: number, end: number): number {
  let remainder = crc;
  for (let index = start; index < end; index++)
    remainder = ((remainder << 8) & 0xffff) ^ (TABLE[(remainder >>> 8) ^ (bytes[index] ?? 0)] ?? 0);
  return remainder;
}

export function finishCrc(crc: number): number {
  return crc ^ 0xffff;
}

/** The checksum of `bytes[start, end)`: start value 0, nothing reflected, the result inverted. */
export function crc16(bytes: Uint8Array, start: number, end: number): number {
  return finishCrc(updateCrc(0, bytes, start, end));
}
