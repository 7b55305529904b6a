/** Writes data records as meters send them (EN 13757-3): only what the simulated fleet needs. */
import { monthOf, yearOf, type PlainDate } from '#shared/model/plain-date.ts';

/** Value information fields of the registers the fleet has, with exponents that make one unit one count. */
export const VIF = {
  allocatorUnits: 0x6e,
  kilowattHours: 0x06,
  litres: 0x13,
  date: 0x6c,
  dateTime: 0x6d,
} as const;

/** Data fields of the DIF. */
const DATA_FIELD = { int16: 0x2, int32: 0x4, bcd8: 0xc } as const;
const STORAGE_1 = 0x40;

/** The bytes of a hexadecimal text, last one first: numbers travel little endian. */
export function reversedBytes(hex: string): Buffer {
  return Buffer.from(Buffer.from(hex, 'hex').toReversed());
}

/** Little-endian BCD. Throws a RangeError for a negative number or one with too many digits. */
function bcd(value: bigint, byteCount: number): Buffer {
  const digits = value.toString().padStart(byteCount * 2, '0');
  if (value < 0n || digits.length > byteCount * 2)
    throw new RangeError('the register does not fit its record');
  return reversedBytes(digits);
}

/** An eight-digit register; storage 1 holds the due-date value. */
export function registerRecord(vif: number, value: bigint, storage: 0 | 1): Buffer {
  return Buffer.concat([Buffer.of(DATA_FIELD.bcd8 | (storage * STORAGE_1), vif), bcd(value, 4)]);
}

/** The due date itself, storage 1, type G. */
export function dueDateRecord(date: PlainDate): Buffer {
  const year = yearOf(date) % 100;
  const low = Number(date.slice(8)) | ((year & 0b111) << 5);
  const high = monthOf(date) | ((year >> 3) << 4);
  return Buffer.of(DATA_FIELD.int16 | STORAGE_1, VIF.date, low, high);
}

/** The meter's clock, type F; the UTC fields of `clock` are taken as local standard time. */
export function clockRecord(clock: Date): Buffer {
  const year = clock.getUTCFullYear() % 100;
  return Buffer.of(
    DATA_FIELD.int32,
    VIF.dateTime,
    clock.getUTCMinutes(),
    // Bits 6 and 5 of the hour count the centuries since 1900.
    clock.getUTCHours() | (1 << 5),
    clock.getUTCDate() | ((year & 0b111) << 5),
    (clock.getUTCMonth() + 1) | ((year >> 3) << 4),
  );
}
