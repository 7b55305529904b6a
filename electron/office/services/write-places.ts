/** Puts meters into planned places as part of a step, and takes them out again. */
import type { MeterId } from '#shared/model/meter.ts';
import type { RoomId } from '#shared/model/unit.ts';
import { plainWord } from '../exchange/column-titles.ts';
import type { Change } from '../store/change.ts';
import { removeRoom } from '../store/corrections.ts';
import { installMeter, removeInstallation } from '../store/meters.ts';
import { addRoom } from '../store/properties.ts';
import type { PlannedPlace } from './plan-places.ts';

export class PlaceWriting {
  /** What takes back each row that was written, in the order of writing. */
  readonly #undoing: ((change: Change) => void)[] = [];
  /** A room that several devices name is made once. */
  readonly #rooms = new Map<string, RoomId>();

  install(change: Change, meterId: MeterId, place: PlannedPlace): void {
    const roomId = this.#roomOf(change, place);
    const id = installMeter(change, { ...place.details, roomId, meterId });
    this.#undoing.push((undo) => removeInstallation(undo, id));
  }

  takeBack(change: Change): void {
    for (const undo of this.#undoing.toReversed()) undo(change);
  }

  #roomOf(change: Change, { newRoom, details: { unitId, roomId } }: PlannedPlace): RoomId | null {
    if (newRoom === null || unitId === null) return roomId;
    const name = `${unitId}/${plainWord(newRoom)}`;
    const before = this.#rooms.get(name);
    if (before !== undefined) return before;
    const made = addRoom(change, { unitId, name: newRoom, areaM2: null });
    this.#rooms.set(name, made);
    this.#undoing.push((undo) => removeRoom(undo, made));
    return made;
  }
}
