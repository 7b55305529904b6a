/**
 * Deletes what the neighbours' devices have sent: telegrams of devices without meter and key that have been here as long
 * as the office has set. They were never decrypted. The gateway's bundles stay whole as evidence until their own time is over.
 */
import { meterKey } from '#shared/model/reading.ts';
import { dropTelegramsOf } from '../store/heard-devices.ts';
import { listMeterKeys } from '../store/keys.ts';
import { listMeters } from '../store/meters.ts';
import { readForeignDays } from './foreign-devices.ts';
import { listHeardMeters } from './heard-meters.ts';
import type { OfficeSession } from './office-session.ts';

const DAY_MS = 86_400_000;

/** Returns how many went; 0 when the office keeps them. */
export function dropForeignTelegrams({ store, clock }: OfficeSession): number {
  const days = readForeignDays(store);
  if (days === null) return 0;
  const meters = new Set(listMeters(store).map(({ address }) => meterKey(address)));
  const keyed = new Set(listMeterKeys(store).map(({ identification }) => identification));
  const before = new Date(clock().getTime() - days * DAY_MS);
  const dropped = store.transact(() => {
    let telegrams = 0;
    for (const [name, { id, senders }] of listHeardMeters(store))
      if (!meters.has(name) && !keyed.has(id))
        for (const sender of senders) telegrams += dropTelegramsOf(store, sender, before);
    return telegrams;
  });
  // What the store refuses now, such as on a full disk, goes with the next pull.
  return dropped.ok ? dropped.value : 0;
}
