/** The keys of all meters laid out for decoding, opened a few at a time: thousands of envelopes take a while. */
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { openMeterKeysAfter } from '../store/keys.ts';
import { MeterKeys } from '../telegram/meter-keys.ts';
import type { OfficeSession } from './office-session.ts';
import type { Turn } from './turn.ts';

/** Far below a turn. */
const OPENED_AT_ONCE = 100;

/** Prepares every key of the vault and wipes its bytes. `ENVELOPE_BROKEN` when one does not open. */
export async function prepareMeterKeys(
  { store, vault }: OfficeSession,
  turn: Turn,
): Promise<Result<MeterKeys, Failure>> {
  const keys = new MeterKeys();
  for (let afterId = 0; ;) {
    const opened = openMeterKeysAfter(store, vault, afterId, OPENED_AT_ONCE);
    if (!opened.ok) return opened;
    const last = opened.value.at(-1);
    if (last === undefined) return succeed(keys);
    for (const { manufacturer, identification, key } of opened.value) {
      keys.add({ manufacturer, id: identification }, key);
      key.fill(0);
    }
    afterId = last.id;
    if (turn.isOver) await turn.passOn();
  }
}
