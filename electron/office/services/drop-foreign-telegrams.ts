/**
 * Deletes what the neighbours' devices have sent: telegrams of devices without meter and key that have been here as long
 * as the office has set. They were never decrypted. The gateway's bundles stay whole as evidence until their own time is over.
 */
import { meterKey } from '#shared/model/reading.ts';
import { dropTelegramsOf } from '../store/heard-devices.ts';
import { listMeterKeys } from '../store/keys.ts';
import { listMeters } from '../store/meters.ts';
import type { Store } from '../store/store.ts';
import { readForeignDays } from './foreign-devices.ts';
import { listHeardMeters, type HeardMeter } from './heard-meters.ts';
import type { OfficeSession } from './office-session.ts';
import { Turn } from './turn.ts';

const DAY_MS = 86_400_000;

/** Returns how many went; 0 when the office keeps them. Ends early when `signal` says so: the rest goes another time. */
export async function dropForeignTelegrams(
  { store, clock }: OfficeSession,
  signal: AbortSignal,
): Promise<number> {
  const days = readForeignDays(store);
  if (days === null) return 0;
  const before = new Date(clock().getTime() - days * DAY_MS);
  const turn = new Turn();
  let telegrams = 0;
  for (const sender of foreignSenders(store)) {
    if (signal.aborted) break;
    const dropped = store.transact(() => dropTelegramsOf(store, sender, before));
    // What the store refuses now, such as on a full disk, goes with the next pull.
    if (!dropped.ok) break;
    telegrams += dropped.value;
    if (turn.isOver) await turn.passOn();
  }
  return telegrams;
}

/** Headers are read only of senders that are no meters of ours themselves: thousands are. */
function foreignSenders(store: Store): HeardMeter['senders'][number][] {
  const meters = new Set(listMeters(store).map(({ address }) => meterKey(address)));
  const keyed = new Set(listMeterKeys(store).map(({ identification }) => identification));
  const heard = listHeardMeters(store, (sender) => !meters.has(meterKey(sender)));
  return [...heard].flatMap(([name, { id, senders }]) => (meters.has(name) || keyed.has(id) ? [] : senders));
}
