/** Writes the meters of a delivery as part of a step, and takes them back. */
import type { MeterAddress } from '#shared/model/reading.ts';
import type { Change } from '../store/change.ts';
import { addMeter, removeMeter } from '../store/meters.ts';
import { requeueTelegramsOf } from '../store/telegrams.ts';
import { addUnplacedMeter, removeUnplacedMeter } from '../store/unplaced-meters.ts';
import type { PlannedMeter } from './judge-devices.ts';
import { PlaceWriting } from './write-places.ts';

type Sender = Pick<MeterAddress, 'manufacturer' | 'id'>;

export class DeviceWriting {
  readonly #places = new PlaceWriting();
  /** What takes back each meter that was entered, in the order of entering. */
  readonly #undoing: ((change: Change) => void)[] = [];
  readonly #senders: readonly Sender[];

  /** `senders` are those on the air that speak for the meters: what they have sent is read for them from now on. */
  constructor(change: Change, planned: readonly PlannedMeter[], senders: readonly Sender[]) {
    this.#senders = senders;
    for (const one of planned) this.#enter(change, one);
    this.#readAgain(change);
  }

  takeBack(change: Change): void {
    this.#readAgain(change);
    this.#places.takeBack(change);
    for (const undo of this.#undoing.toReversed()) undo(change);
  }

  #enter(change: Change, { meter, place, waiting }: PlannedMeter): void {
    const meterId = addMeter(change, meter);
    this.#undoing.push((undo) => removeMeter(undo, meterId));
    if (place !== null) return this.#places.install(change, meterId, place);
    const id = addUnplacedMeter(change, { ...waiting, meterId });
    this.#undoing.push((undo) => removeUnplacedMeter(undo, id));
  }

  #readAgain({ store }: Change): void {
    for (const sender of this.#senders) requeueTelegramsOf(store, sender);
  }
}
