/** Writes judged keys as one change and says how to take it back; the telegrams they may open wait to be read again. */
import type { MeterAddress } from '#shared/model/reading.ts';
import type { Change } from '../store/change.ts';
import { requeueUnopenedOf } from '../store/heard-devices.ts';
import { addMeterKey, removeMeterKey, restoreMeterKey, type RemovedMeterKey } from '../store/keys.ts';
import { heardByNumber, isOfMaker, type HeardMeter } from './heard-meters.ts';
import type { JudgedKey } from './judge-keys.ts';

type Sender = Pick<MeterAddress, 'manufacturer' | 'id'>;

/** Who sends the telegrams that written keys are for. */
export type Senders = readonly Sender[];

/**
 * The writing of judged keys as a step that can be taken back and taken again. The plain keys are needed once: what is
 * taken out lies in its envelopes here and goes back under its own number, which the envelopes are bound to.
 */
export class KeyWriting {
  readonly senders: Senders;
  #added: readonly number[] = [];
  #replaced: readonly RemovedMeterKey[] = [];
  #takenOut: readonly RemovedMeterKey[] | null = null;

  constructor(
    change: Change,
    judged: readonly JudgedKey[],
    heard: ReadonlyMap<string, HeardMeter>,
    delivery: string,
  ) {
    this.senders = sendersOf(judged, heard);
    // Two rows for one device may both replace its old key.
    const old = new Set(judged.flatMap(({ replaces }) => replaces));
    this.#replaced = [...old].map((id) => removeMeterKey(change, id));
    this.#added = judged.map(({ row, manufacturer, serial }) => {
      if (row.key === null || serial === null) throw new Error('a written row has a device and a key');
      const label = row.label === '' ? delivery : `${row.label} · ${delivery}`;
      return addMeterKey(change, { manufacturer, identification: serial, label, key: row.key });
    });
    this.#requeue(change);
  }

  /** Takes the keys out and puts the replaced ones back. */
  takeBack(change: Change): void {
    this.#takenOut = this.#added.map((id) => removeMeterKey(change, id));
    for (const key of this.#replaced) restoreMeterKey(change, key);
  }

  /** Puts the keys back that were taken out. */
  takeAgain(change: Change): void {
    for (const { id } of this.#replaced) removeMeterKey(change, id);
    for (const key of this.#takenOut ?? []) restoreMeterKey(change, key);
    this.#requeue(change);
  }

  #requeue({ store }: Change): void {
    for (const sender of this.senders) requeueUnopenedOf(store, sender);
  }
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
