/** Writes judged keys as one change and says how to take it back; the telegrams they may open wait to be read again. */
import type { MeterAddress } from '#shared/model/reading.ts';
import type { Change } from '../store/change.ts';
import { requeueUnopenedOf } from '../store/heard-devices.ts';
import { addMeterKey, removeMeterKey, restoreMeterKey, type RemovedMeterKey } from '../store/keys.ts';
import { heardByNumber, isOfMaker, type HeardMeter } from './heard-meters.ts';
import type { JudgedKey } from './judge-keys.ts';

type Sender = Pick<MeterAddress, 'manufacturer' | 'id'>;

export interface WrittenKeys {
  readonly added: readonly number[];
  readonly replaced: readonly RemovedMeterKey[];
  /** Who sends the telegrams these keys are for. */
  readonly senders: readonly Sender[];
}

/** Adds the keys under a label that names their delivery; call it inside one change. */
export function writeKeys(
  change: Change,
  judged: readonly JudgedKey[],
  heard: ReadonlyMap<string, HeardMeter>,
  delivery: string,
): WrittenKeys {
  const replaced: RemovedMeterKey[] = [];
  const gone = new Set<number>();
  const added: number[] = [];
  for (const { row, manufacturer, serial, replaces } of judged) {
    if (row.key === null || serial === null) throw new Error('a written row has a device and a key');
    for (const id of replaces) {
      // Two rows for one device may both replace its old key.
      if (!gone.has(id)) replaced.push(removeMeterKey(change, id));
      gone.add(id);
    }
    const label = row.label === '' ? delivery : `${row.label} · ${delivery}`;
    added.push(addMeterKey(change, { manufacturer, identification: serial, label, key: row.key }));
  }
  const senders = sendersOf(judged, heard);
  for (const sender of senders) requeueUnopenedOf(change.store, sender);
  return { added, replaced, senders };
}

/** Takes the keys out again and puts the replaced ones back. */
export function unwriteKeys(change: Change, { added, replaced }: WrittenKeys): void {
  for (const id of added) removeMeterKey(change, id);
  for (const key of replaced) restoreMeterKey(change, key);
}

/** Who speaks for devices; null as maker stands for any. */
export function sendersOf(
  judged: readonly Pick<JudgedKey, 'manufacturer' | 'serial'>[],
  heard: ReadonlyMap<string, HeardMeter>,
): Sender[] {
  const byNumber = heardByNumber(heard);
  return judged.flatMap(({ manufacturer, serial }) =>
    (byNumber.get(serial ?? '') ?? [])
      .filter((meter) => isOfMaker(meter, manufacturer))
      .flatMap(({ senders }) => senders),
  );
}
