/** Plans where devices are put: only where words leave no doubt, and never where another device hangs. */
import type { InstallationDetails, MeterKind, RatingFactors, ScaleKind } from '#shared/model/meter.ts';
import type { DecimalText } from '#shared/model/decimal-text.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { Unit } from '#shared/model/unit.ts';
import { plainWord } from '../exchange/column-titles.ts';
import { listInstallations, listMeters } from '../store/meters.ts';
import type { Store } from '../store/store.ts';
import type { Places } from './find-place.ts';

/** A device with the place that somebody named for it. */
export interface WantedPlace {
  /** As its label says, to name it where it is in the way of another one. */
  readonly number: string;
  readonly kind: MeterKind;
  readonly propertyId: PropertyId;
  readonly unit: string;
  readonly room: string;
  readonly position: string;
  readonly from: PlainDate;
  readonly scale: ScaleKind;
  readonly factor: DecimalText;
  readonly ratings: RatingFactors;
}

/** Where a device is put. */
export interface PlannedPlace {
  readonly details: Omit<InstallationDetails, 'meterId'>;
  /** A room of that name is made; null when there is one, or none is named. */
  readonly newRoom: string | null;
}

export class PlacePlanner {
  readonly #places: Places;
  /** Who has a position, and until when, here and by what was planned so far. */
  readonly #taken = new Map<string, { readonly to: string; readonly number: string }[]>();

  constructor(store: Store, places: Places) {
    this.#places = places;
    const numbers = new Map(listMeters(store).map(({ id, serial, address }) => [id, serial ?? address.id]));
    for (const one of listInstallations(store)) {
      const name = nameOfPosition(one, one.roomId === null ? '' : String(one.roomId));
      const number = numbers.get(one.meterId) ?? '';
      if (name !== null) this.#note(name, { to: one.to ?? '9999-12-31', number });
    }
  }

  /** The place, or the sentence why there is none. */
  plan(wanted: WantedPlace): Result<PlannedPlace, string> {
    const { propertyId, room, position, from, scale, factor, ratings, kind } = wanted;
    if (wanted.unit === '') return fail('Die Nutzeinheit fehlt.');
    const unit = this.#places.findUnit(propertyId, wanted.unit);
    if (unit === null) return fail(`„${wanted.unit}“ ist keine eindeutige Nutzeinheit der Liegenschaft.`);
    const holder = this.#take(unit, wanted);
    if (holder !== null) return fail(`Dort ist schon ${holder} eingebaut.`);
    const roomId = this.#places.findRoom(unit, room);
    return succeed({
      newRoom: room === '' || roomId !== null ? null : room,
      details: {
        propertyId,
        unitId: unit.id,
        roomId,
        position: position === '' ? null : position,
        from,
        to: null,
        scale,
        factor,
        ratings,
        dueDay: kind === 'allocator' ? '12-31' : null,
        remoteReadable: true,
        interoperable: false,
      },
    });
  }

  /** Takes a position for a device; returns the number of the one that has it, if it is taken. */
  #take(unit: Unit, { room, position, from, number }: WantedPlace): string | null {
    const roomId = this.#places.findRoom(unit, room);
    const name = nameOfPosition(
      { propertyId: unit.propertyId, unitId: unit.id, position: position === '' ? null : position },
      roomId === null ? plainWord(room) : String(roomId),
    );
    if (name === null) return null;
    const holder = this.#taken.get(name)?.find(({ to }) => to >= from);
    if (holder === undefined) this.#note(name, { to: '9999-12-31', number });
    return holder?.number ?? null;
  }

  #note(name: string, held: { readonly to: string; readonly number: string }): void {
    this.#taken.set(name, [...(this.#taken.get(name) ?? []), held]);
  }
}

/** A position has one device at a time; without one there is room for several. */
function nameOfPosition(
  { propertyId, unitId, position }: Pick<InstallationDetails, 'propertyId' | 'unitId' | 'position'>,
  room: string,
): string | null {
  return position === null ? null : [propertyId, unitId ?? '', room, position].join('/');
}
