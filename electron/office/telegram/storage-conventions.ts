/** How device families number their history when they send no date with it: data, checked against real telegrams. */
import type { MeterAddress } from '#shared/model/reading.ts';

/**
 * `differences`: the slots hold what was consumed in between, not registers. `months`: registers of month ends,
 * newest first, in every `every`-th slot from `first` on; the newest belongs to the date sent with the first slot
 * (`dated`) or to the last month end before the meter's clock or the reception (`clock`).
 */
export type HistoryMeaning =
  | { readonly kind: 'differences' }
  | {
      readonly kind: 'months';
      readonly first: number;
      readonly every: number;
      readonly anchor: 'dated' | 'clock';
    };

interface StorageConvention {
  readonly device: string;
  readonly manufacturers: readonly string[];
  readonly deviceTypes: readonly number[];
  readonly history: HistoryMeaning;
}

const HEAT_METERS = [0x04, 0x0c, 0x0d];
const WATER_METERS = [0x06, 0x07, 0x15, 0x16];

const CONVENTIONS: readonly StorageConvention[] = [
  {
    device: 'Engelmann HCA e2: half-monthly consumption',
    manufacturers: ['EFE'],
    deviceTypes: [0x08],
    history: { kind: 'differences' },
  },
  {
    device: 'Engelmann Sensostar',
    manufacturers: ['EFE'],
    deviceTypes: HEAT_METERS,
    history: { kind: 'months', first: 2, every: 2, anchor: 'clock' },
  },
  {
    device: 'Engelmann water module FAW',
    manufacturers: ['EFE'],
    deviceTypes: WATER_METERS,
    history: { kind: 'months', first: 2, every: 1, anchor: 'clock' },
  },
  {
    device: 'Maddalena microClima',
    manufacturers: ['MAD'],
    deviceTypes: HEAT_METERS,
    history: { kind: 'months', first: 3, every: 2, anchor: 'clock' },
  },
  {
    device: 'Maddalena evo 868',
    manufacturers: ['MAD'],
    deviceTypes: WATER_METERS,
    history: { kind: 'months', first: 8, every: 1, anchor: 'dated' },
  },
  {
    device: 'Qundis Q heat 5.5 US and Landis+Gyr T550',
    manufacturers: ['LUG', 'QDS'],
    deviceTypes: HEAT_METERS,
    history: { kind: 'months', first: 2, every: 1, anchor: 'dated' },
  },
];

/** What undated history of this meter means; null when nobody told: then it stays undated. */
export function historyMeaningOf(meter: MeterAddress): HistoryMeaning | null {
  const convention = CONVENTIONS.find(
    ({ manufacturers, deviceTypes }) =>
      manufacturers.includes(meter.manufacturer) && deviceTypes.includes(meter.deviceType),
  );
  return convention?.history ?? null;
}
