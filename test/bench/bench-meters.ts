/** The allocators of the benchmarks: the same on the air and in the books. */
import type { MeterAddress } from '#shared/model/reading.ts';

const KEY_BYTES = 16;

export function benchMeterAddress(index: number): MeterAddress {
  return { manufacturer: 'EFE', id: String(61_000_000 + index), version: 2, deviceType: 8 };
}

export function benchMeterKey(index: number): Buffer {
  return Buffer.alloc(KEY_BYTES, index);
}
