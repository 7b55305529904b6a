/** The eight address bytes in their two orders, and the table of media (EN 13757-3 tables 8 and 12). */
import type { MeterAddress } from '#shared/model/reading.ts';
import { byteAt, toHexReversed, uint16At } from './bytes.ts';

/** Bit 15 marks an address that is unique only locally; the letters are the five-bit groups below it. */
function manufacturerOf(code: number): string {
  return String.fromCharCode(((code >> 10) & 31) + 64, ((code >> 5) & 31) + 64, (code & 31) + 64);
}

/** Reads manufacturer, number, version, medium: the order of the link layer and of ELL III and IV. */
export function linkAddressAt(bytes: Uint8Array, index: number): MeterAddress {
  return {
    manufacturer: manufacturerOf(uint16At(bytes, index)),
    id: toHexReversed(bytes, index + 2, index + 6),
    version: byteAt(bytes, index + 6),
    deviceType: byteAt(bytes, index + 7),
  };
}

/** Reads number, manufacturer, version, medium: the order of the long transport header. */
export function transportAddressAt(bytes: Uint8Array, index: number): MeterAddress {
  return {
    manufacturer: manufacturerOf(uint16At(bytes, index + 4)),
    id: toHexReversed(bytes, index, index + 4),
    version: byteAt(bytes, index + 6),
    deviceType: byteAt(bytes, index + 7),
  };
}

/** An address as people write it, such as `QDS 12345678`. */
export function formatAddress(address: MeterAddress): string {
  return `${address.manufacturer} ${address.id}`;
}
