/** Meters for tests: one of each kind, counting in a way that a reader of a test can work out in his head. */
import { countDays, plainDateOf, yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { SimulatedMeter } from '#office/demo/fleet/simulated-meter.ts';

/** Days of the year passed at the end of a day. */
function dayOfYear(day: PlainDate): bigint {
  return BigInt(countDays(plainDateOf(`${yearOf(day)}-01-01`), day));
}

function daysSince2020(day: PlainDate): bigint {
  return BigInt(countDays(plainDateOf('2020-01-01'), day));
}

/** Counts ten units a day and starts from zero each year. */
export const allocator: SimulatedMeter = {
  address: { manufacturer: 'EFE', id: '61200001', version: 2, deviceType: 8 },
  kind: 'allocator',
  security: 'mode5',
  key: Buffer.from('000102030405060708090A0B0C0D0E0F', 'hex'),
  gateway: 'gw-1',
  diedOn: null,
  registerAt: (day) => dayOfYear(day) * 10n,
};

/** Counts a hundred litres a day since 2020. */
export const waterMeter: SimulatedMeter = {
  ...allocator,
  address: { manufacturer: 'ZRI', id: '44310001', version: 22, deviceType: 6 },
  kind: 'warmWaterMeter',
  security: 'mode7',
  key: Buffer.from('101112131415161718191A1B1C1D1E1F', 'hex'),
  registerAt: (day) => daysSince2020(day) * 100n,
};

/** Counts 24 kWh a day since 2020. */
export const heatMeter: SimulatedMeter = {
  ...waterMeter,
  address: { manufacturer: 'SON', id: '70050001', version: 13, deviceType: 4 },
  kind: 'heatMeter',
  key: Buffer.from('202122232425262728292A2B2C2D2E2F', 'hex'),
  registerAt: (day) => daysSince2020(day) * 24n,
};

/** `count` allocators with numbers (from `firstId` on) and keys of their own, all heard by one gateway. */
export function allocators(count: number, gateway: string, firstId = 61_300_000): SimulatedMeter[] {
  return Array.from({ length: count }, (_, index) => ({
    ...allocator,
    gateway,
    address: { ...allocator.address, id: String(firstId + index) },
    key: Buffer.alloc(16, (firstId + index) % 251),
  }));
}
