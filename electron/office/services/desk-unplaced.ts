/** Unplaced desk: which meters wait for a place, the list to walk with, and the places that were noted on it. */
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import type { NotedPlace, unplacedDesk, UnplacedMeter } from '#shared/contract/unplaced.ts';
import type { MeterId } from '#shared/model/meter.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { succeed } from '#shared/model/result.ts';
import { de } from '#shared/text/de.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import { renderWalkList } from '../documents/walk-list.ts';
import type { Change } from '../store/change.ts';
import { listMeters } from '../store/meters.ts';
import { findProperty } from '../store/properties.ts';
import type { Store } from '../store/store.ts';
import {
  listUnplacedMeters,
  removeUnplacedMeter,
  restoreUnplacedMeter,
  type UnplacedMeter as Waiting,
} from '../store/unplaced-meters.ts';
import { Places } from './find-place.ts';
import { officeDayOf } from './office-day.ts';
import { isDemoOffice, readSettings } from './office-settings.ts';
import { PlacePlanner, type PlannedPlace } from './plan-places.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';
import { PlaceWriting } from './write-places.ts';
import { writeWhole } from './write-whole.ts';

export function createUnplacedDesk(office: WorkingOffice): HandlersOf<typeof unplacedDesk> {
  return {
    'unplaced.list': ({ propertyId }) =>
      succeed(unplacedOf(office.session.store, propertyId).map(({ meter }) => meter)),
    'unplaced.place': ({ propertyId, rows }) => {
      const { store } = office.session;
      const property = findProperty(store, propertyId);
      if (property === null) return goneFailure();
      const { planned, left } = planPlaces(store, propertyId, rows);
      if (planned.size === 0) return succeed({ placed: 0, left });
      const placed = office.step({
        action: 'unplaced.place',
        name: `Plätze von Geräten in ${property.name}`,
        touches: ['meters', 'units', 'properties', 'pull', 'keys'],
        work: (change) => new Placing(change, planned),
        undo: (change, done) => done.takeBack(change),
      });
      return placed.ok ? succeed({ placed: planned.size, left }) : placed;
    },
    'unplaced.saveList': async ({ propertyId }) => {
      const { store, clock } = office.session;
      const property = findProperty(store, propertyId);
      if (property === null) return goneFailure();
      const issuedOn = officeDayOf(clock());
      const file = await office.options.desktop.chooseNewFile(
        'Laufliste speichern',
        `Laufliste_${issuedOn}.pdf`,
      );
      if (file === null) return succeed(false);
      const { name, addressLines } = readSettings(store).office;
      const pdf = await renderWalkList({
        number: `L-${issuedOn}`,
        issuedOn,
        office: { name, address: addressLines },
        ...(isDemoOffice(store) && { edition: { mark: DOCUMENT_TEXT.marks.demo } }),
        property: property.name,
        devices: unplacedOf(store, propertyId).map(({ meter }) => ({
          number: meter.number,
          device: `${de.meters.kinds[meter.kind]} ${meter.manufacturer}`,
          delivered: [meter.unit, meter.room, meter.position].filter(Boolean).join(', '),
        })),
      });
      if (!pdf.ok) return pdf;
      const written = await writeWhole(file, pdf.value);
      return written.ok ? succeed(true) : written;
    },
  };
}

/** The placing of waiting meters as a step that can be taken back. */
class Placing {
  readonly #places = new PlaceWriting();
  readonly #waited: readonly Waiting[];

  constructor(change: Change, planned: ReadonlyMap<MeterId, PlannedPlace>) {
    this.#waited = listUnplacedMeters(change.store).filter(({ meterId }) => planned.has(meterId));
    for (const { id } of this.#waited) removeUnplacedMeter(change, id);
    for (const [meterId, place] of planned) this.#places.install(change, meterId, place);
  }

  takeBack(change: Change): void {
    this.#places.takeBack(change);
    for (const waiting of this.#waited) restoreUnplacedMeter(change, waiting);
  }
}

interface Unplaced {
  readonly waiting: Waiting;
  readonly meter: Readable<UnplacedMeter>;
}

/** In the order of their numbers: whoever holds a device in his hand looks for that. */
function unplacedOf(store: Store, propertyId: PropertyId): Unplaced[] {
  const meters = new Map(listMeters(store).map((meter) => [meter.id, meter]));
  return listUnplacedMeters(store)
    .filter((waiting) => waiting.propertyId === null || waiting.propertyId === propertyId)
    .flatMap((waiting): Unplaced[] => {
      const meter = meters.get(waiting.meterId);
      if (meter === undefined) return [];
      const { unit, room, position, from } = waiting;
      const { id, kind, serial, address } = meter;
      const number = serial ?? address.id;
      const { manufacturer } = address;
      const shown = {
        id,
        kind,
        manufacturer,
        number,
        propertyId: waiting.propertyId,
        unit,
        room,
        position,
        from,
      };
      return [{ waiting, meter: shown }];
    })
    .toSorted((a, b) => a.meter.number.localeCompare(b.meter.number));
}

function planPlaces(store: Store, propertyId: PropertyId, rows: readonly NotedPlace[]) {
  const unplaced = new Map(unplacedOf(store, propertyId).map((one) => [one.meter.id, one]));
  const planner = new PlacePlanner(store, new Places(store));
  const planned = new Map<MeterId, PlannedPlace>();
  const left: { id: MeterId; message: string }[] = [];
  for (const { id, ...noted } of rows) {
    const one = unplaced.get(id);
    if (one === undefined) {
      left.push({ id, message: 'Dieses Gerät wartet nicht mehr auf einen Platz.' });
      continue;
    }
    const { kind, number } = one.meter;
    const { scale, factor, ratings } = one.waiting;
    const place = planner.plan({ ...noted, number, kind, propertyId, scale, factor, ratings });
    if (place.ok) planned.set(id, place.value);
    else left.push({ id, message: place.error });
  }
  return { planned, left };
}
