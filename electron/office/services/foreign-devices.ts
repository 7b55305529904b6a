/** Devices on the air that are none of ours (the house next door), each with the reason, and how long their telegrams stay. */
import { meterKey, type MeterAddress } from '#shared/model/reading.ts';
import { z } from 'zod';
import type { Change } from '../store/change.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';

const DEVICES = 'foreignDevices';
const DAYS = 'foreignTelegramDays';
/** Long enough to enter a house that was forgotten, short enough to collect nothing of the neighbours. */
const DEFAULT_DAYS = 90;

const foreignDevice = z.strictObject({
  manufacturer: z.string(),
  id: z.string(),
  reason: z.string(),
  /** UTC. */
  since: z.iso.datetime(),
});
export type ForeignDevice = z.output<typeof foreignDevice>;

/** The devices set aside, by `meterKey`. */
export function readForeignDevices(store: Store): Map<string, ForeignDevice> {
  const devices = z.array(foreignDevice).parse(readSetting(store, DEVICES) ?? []);
  return new Map(devices.map((device) => [meterKey(device), device]));
}

/** Sets devices aside, for a reason. */
export function setAside(
  change: Change,
  devices: readonly Pick<MeterAddress, 'manufacturer' | 'id'>[],
  reason: string,
): void {
  const known = readForeignDevices(change.store);
  for (const { manufacturer, id } of devices)
    known.set(meterKey({ manufacturer, id }), { manufacturer, id, reason, since: change.at });
  writeSetting(change, DEVICES, [...known.values()]);
}

/** Takes devices back among those somebody has to look at. */
export function takeBackIn(
  change: Change,
  devices: readonly Pick<MeterAddress, 'manufacturer' | 'id'>[],
): void {
  const known = readForeignDevices(change.store);
  for (const device of devices) known.delete(meterKey(device));
  writeSetting(change, DEVICES, [...known.values()]);
}

/** Days after which telegrams of devices without meter and key are deleted; null keeps them. */
export function readForeignDays(store: Store): number | null {
  const stored = readSetting(store, DAYS);
  return stored === undefined ? DEFAULT_DAYS : z.int().positive().nullable().parse(stored);
}

export function writeForeignDays(change: Change, days: number | null): void {
  writeSetting(change, DAYS, days);
}
