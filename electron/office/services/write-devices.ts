/** Writes the meters of a delivery as part of a step, and takes them back. */
import type { UnitId } from '#shared/model/unit.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import { plainWord } from '../exchange/column-titles.ts';
import type { Change } from '../store/change.ts';
import { removeRoom } from '../store/corrections.ts';
import { addMeter, installMeter, removeInstallation, removeMeter } from '../store/meters.ts';
import { addRoom } from '../store/properties.ts';
import { requeueTelegramsOf } from '../store/telegrams.ts';
import { addUnplacedMeter, removeUnplacedMeter } from '../store/unplaced-meters.ts';
import type { PlannedMeter, PlannedPlace } from './judge-devices.ts';

type Sender = Pick<MeterAddress, 'manufacturer' | 'id'>;

export class DeviceWriting {
  /** What takes back each row that was written, in the order of writing. */
  readonly #undoing: ((change: Change) => void)[] = [];
  readonly #rooms = new Map<string, ReturnType<typeof addRoom>>();
  readonly #senders: readonly Sender[];

  /** `senders` are those on the air that speak for the meters: what they have sent is read for them from now on. */
  constructor(change: Change, planned: readonly PlannedMeter[], senders: readonly Sender[]) {
    this.#senders = senders;
    for (const one of planned) this.#enter(change, one);
    this.#readAgain(change);
  }

  takeBack(change: Change): void {
    this.#readAgain(change);
    for (const undo of this.#undoing.toReversed()) undo(change);
  }

  #enter(change: Change, { meter, place, waiting }: PlannedMeter): void {
    const meterId = addMeter(change, meter);
    this.#undoing.push((undo) => removeMeter(undo, meterId));
    if (place === null) {
      const id = addUnplacedMeter(change, { ...waiting, meterId });
      this.#undoing.push((undo) => removeUnplacedMeter(undo, id));
      return;
    }
    const roomId = this.#roomOf(change, place);
    const id = installMeter(change, { ...place.details, roomId, meterId });
    this.#undoing.push((undo) => removeInstallation(undo, id));
  }

  /** A room that several rows name is made once. */
  #roomOf(change: Change, { newRoom, details: { unitId, roomId } }: PlannedPlace) {
    if (newRoom === null || unitId === null) return roomId;
    const name = roomName(unitId, newRoom);
    const made = this.#rooms.get(name) ?? addRoom(change, { unitId, name: newRoom, areaM2: null });
    if (!this.#rooms.has(name)) this.#undoing.push((undo) => removeRoom(undo, made));
    this.#rooms.set(name, made);
    return made;
  }

  #readAgain({ store }: Change): void {
    for (const sender of this.#senders) requeueTelegramsOf(store, sender);
  }
}

function roomName(unitId: UnitId, name: string): string {
  return `${unitId}/${plainWord(name)}`;
}
