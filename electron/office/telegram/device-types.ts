/** Which quantity a medium is billed by (EN 13757-3 table 12). */
import type { ReadingQuantity } from '#shared/model/reading.ts';

const BILLED_BY: ReadonlyMap<number, ReadingQuantity> = new Map([
  [0x03, 'volume'], // gas
  [0x04, 'energy'], // heat, sensor in the return
  [0x06, 'volume'], // warm water
  [0x07, 'volume'], // water
  [0x08, 'allocation'], // heat cost allocator
  [0x0a, 'energy'], // cooling, outlet
  [0x0b, 'energy'], // cooling, inlet
  [0x0c, 'energy'], // heat, sensor in the flow
  [0x0d, 'energy'], // heat and cooling
  [0x15, 'volume'], // hot water
  [0x16, 'volume'], // cold water
  [0x17, 'volume'], // dual register water
]);

/** The quantity that is billed for a medium; null for media without consumption or with private codes. */
export function billedQuantityOf(deviceType: number): ReadingQuantity | null {
  return BILLED_BY.get(deviceType) ?? null;
}

const WATER_TYPES: ReadonlySet<number> = new Set([0x06, 0x07, 0x15, 0x16, 0x17]);

export function isWaterMeter(deviceType: number): boolean {
  return WATER_TYPES.has(deviceType);
}
