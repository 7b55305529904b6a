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

/** Why a device was set aside, and when, UTC. */
const aside = z.strictObject({ reason: z.string(), since: z.iso.datetime() });
export type SetAside = z.output<typeof aside>;

type Device = Pick<MeterAddress, 'manufacturer' | 'id'>;

/** The devices set aside, by `meterKey`. */
export function readForeignDevices(store: Store): Map<string, SetAside> {
  return new Map(Object.entries(z.record(z.string(), aside).parse(readSetting(store, DEVICES) ?? {})));
}

function write(change: Change, devices: ReadonlyMap<string, SetAside>): void {
  writeSetting(change, DEVICES, Object.fromEntries(devices));
}

/** Sets devices aside, for a reason. */
export function setAside(change: Change, devices: readonly Device[], reason: string): void {
  const known = readForeignDevices(change.store);
  for (const device of devices) known.set(meterKey(device), { reason, since: change.at });
  write(change, known);
}

/** Takes devices back among those somebody has to look at. */
export function takeBackIn(change: Change, devices: readonly Device[]): void {
  const known = readForeignDevices(change.store);
  for (const device of devices) known.delete(meterKey(device));
  write(change, known);
}

/** Days after which telegrams of devices without meter and key are deleted; null keeps them. */
export function readForeignDays(store: Store): number | null {
  const stored = readSetting(store, DAYS);
  return stored === undefined ? DEFAULT_DAYS : z.int().positive().nullable().parse(stored);
}

export function writeForeignDays(change: Change, days: number | null): void {
  writeSetting(change, DAYS, days);
}
