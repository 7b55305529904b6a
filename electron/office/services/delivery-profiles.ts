/** What the columns of each supplier's files mean, kept by the titles of the file. */
import { deliveryColumn, type DeliveryColumn } from '#shared/contract/keys.ts';
import { z } from 'zod';
import type { Change } from '../store/change.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';

const SETTING = 'deliveryProfiles';

const profile = z.strictObject({
  name: z.string(),
  titles: z.array(z.string()),
  columns: z.array(deliveryColumn),
});
type DeliveryProfile = z.output<typeof profile>;

function readProfiles(store: Store): DeliveryProfile[] {
  return z.array(profile).parse(readSetting(store, SETTING) ?? []);
}

/** The profile of a file with these titles; a file without titles has none. */
export function profileFor(store: Store, titles: readonly string[]): DeliveryProfile | null {
  if (titles.every((title) => title === '')) return null;
  return readProfiles(store).find((one) => isSameList(one.titles, titles)) ?? null;
}

/** Keeps a profile in the place of those with the same name or the same titles. */
export function saveProfile(
  change: Change,
  name: string,
  titles: readonly string[],
  columns: readonly DeliveryColumn[],
): void {
  const others = readProfiles(change.store).filter(
    (one) => one.name !== name && !isSameList(one.titles, titles),
  );
  writeSetting(change, SETTING, [...others, { name, titles: [...titles], columns: [...columns] }]);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, at) => text.toLowerCase() === b[at]?.toLowerCase());
}
