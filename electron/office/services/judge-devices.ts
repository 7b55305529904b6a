/** Compares the devices of a delivery with the meters and places of the office: what is entered where, and what not. */
import type { DeliveredDevice, DeliveryDefaults } from '#shared/contract/keys.ts';
import type { InstallationDetails, Meter, MeterDetails, MeterKind } from '#shared/model/meter.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import { meterKey } from '#shared/model/reading.ts';
import type { Unit } from '#shared/model/unit.ts';
import { plainWord } from '../exchange/column-titles.ts';
import type { DeviceRow } from '../exchange/device-rows.ts';
import { listInstallations, listMeters, type StoredInstallation } from '../store/meters.ts';
import type { Store } from '../store/store.ts';
import type { UnplacedMeterDetails } from '../store/unplaced-meters.ts';
import { Places } from './find-place.ts';
import { heardByNumber, isOfMaker, type HeardMeter } from './heard-meters.ts';
import type { JudgedKey } from './judge-keys.ts';

/** Where a device is put; a room without number is made. */
export interface PlannedPlace {
  readonly details: Omit<InstallationDetails, 'meterId'>;
  readonly newRoom: string | null;
}

/** A meter that a delivery would enter. */
export interface PlannedMeter {
  readonly meter: MeterDetails;
  /** Null while it waits for a place. */
  readonly place: PlannedPlace | null;
  readonly waiting: Omit<UnplacedMeterDetails, 'meterId'>;
}

/** What becomes of a row's device. */
export interface JudgedDevice {
  /** Null when no meter comes of it. */
  readonly shown: DeliveredDevice | null;
  readonly planned: PlannedMeter | null;
  readonly isFaulty: boolean;
  readonly remarks: readonly string[];
}

/** The medium that a kind of meter carries on the air (EN 13757-3 table 12). */
const MEDIA: Readonly<Record<MeterKind, number>> = {
  allocator: 0x08,
  heatMeter: 0x04,
  warmWaterMeter: 0x06,
  hotWaterHeatMeter: 0x04,
};

export class DeviceJudge {
  readonly #defaults: DeliveryDefaults;
  readonly #places: Places;
  readonly #heard: ReadonlyMap<string, readonly HeardMeter[]>;
  readonly #metersByNumber: ReadonlyMap<string, readonly Meter[]>;
  readonly #lastPlace: ReadonlyMap<Meter['id'], StoredInstallation>;
  /** Positions that a device holds on or after a day, here and in the rows above. */
  readonly #taken: { readonly place: string; readonly to: string; readonly number: string }[];
  /** What was said of a device, and in which line. */
  readonly #judged = new Map<string, { readonly line: number; readonly device: JudgedDevice }>();

  constructor(store: Store, heard: ReadonlyMap<string, HeardMeter>, defaults: DeliveryDefaults) {
    this.#defaults = defaults;
    this.#places = new Places(store);
    this.#heard = heardByNumber(heard);
    const meters = listMeters(store);
    const numbers = new Map(meters.map(({ id, address }) => [id, address.id]));
    const installations = listInstallations(store);
    this.#metersByNumber = Map.groupBy(meters, ({ address }) => address.id);
    // Oldest first: the last one of each meter stays.
    this.#lastPlace = new Map(installations.map((one) => [one.meterId, one]));
    this.#taken = installations.flatMap((one) => {
      const place = placeName(one, one.roomId === null ? '' : String(one.roomId));
      return place === null
        ? []
        : [{ place, to: one.to ?? '9999-12-31', number: numbers.get(one.meterId) ?? '' }];
    });
  }

  /** A line with two keys is judged twice, about the same device. */
  judge(row: DeviceRow, { row: { line, key }, manufacturer, serial }: JudgedKey): JudgedDevice {
    if (serial === null) return nothing([]);
    if (row.faults.length > 0) return { ...nothing(row.faults), isFaulty: true };
    const known = (this.#metersByNumber.get(serial) ?? []).find(
      ({ address }) => manufacturer === null || address.manufacturer === manufacturer,
    );
    if (known !== undefined) return this.#compare(row, known);
    // A row that brings neither a meter nor a key has nothing to be taken over.
    const keyAlone = (remark: string): JudgedDevice => ({ ...nothing([remark]), isFaulty: key === null });
    if (row.kind === null)
      return keyAlone(`„${row.kindText}“ rechnet Stichtag nicht ab; ein Messgerät wird nicht angelegt.`);
    const address = this.#addressOf(row.kind, manufacturer, serial);
    if (address === null)
      return keyAlone(
        'Ohne Hersteller lässt sich kein Messgerät anlegen. Bitte ergänzen Sie sein Kürzel, zum Beispiel EFE.',
      );
    const before = this.#judged.get(meterKey(address));
    if (before !== undefined)
      return before.line === line
        ? before.device
        : nothing([`Das Messgerät legt schon Zeile ${before.line} an.`]);
    const device = this.#plan(row, row.kind, address);
    this.#judged.set(meterKey(address), { line, device });
    return device;
  }

  /** A meter that is there already stays as it is; a file that puts it into another house is not believed. */
  #compare(row: DeviceRow, meter: Meter): JudgedDevice {
    const last = this.#lastPlace.get(meter.id);
    const place = last === undefined ? '' : this.#nameOf(last.propertyId, last.unitId, '', '');
    const wanted = this.#propertyFor(row);
    if (last !== undefined && last.to === null && wanted !== null && wanted !== last.propertyId)
      return {
        shown: { state: 'elsewhere', place },
        planned: null,
        isFaulty: false,
        remarks: [`Das Gerät ist in einer anderen Liegenschaft eingebaut: ${place}.`],
      };
    const remark =
      last === undefined
        ? 'Das Messgerät ist angelegt und wartet auf einen Platz.'
        : 'Das Messgerät ist schon angelegt.';
    return { shown: { state: 'known', place }, planned: null, isFaulty: false, remarks: [remark] };
  }

  /** As it was heard, or as devices of its kind are; null when nobody knows the maker. */
  #addressOf(kind: MeterKind, manufacturer: string | null, serial: string): MeterAddress | null {
    const heard = (this.#heard.get(serial) ?? []).filter((one) => isOfMaker(one, manufacturer));
    const [only] = heard;
    if (heard.length === 1 && only?.id === serial) return only.address;
    return manufacturer === null ? null : { manufacturer, id: serial, version: 0, deviceType: MEDIA[kind] };
  }

  #propertyFor({ property }: DeviceRow): PropertyId | null {
    return property === '' ? this.#defaults.propertyId : (this.#places.findProperty(property)?.id ?? null);
  }

  #plan(row: DeviceRow, kind: MeterKind, address: MeterAddress): JudgedDevice {
    const { factor, scale, ratings, unit, room, position } = row;
    const calibratedUntil = kind === 'allocator' ? null : row.calibratedUntil;
    const propertyId = this.#propertyFor(row);
    const from = row.installedOn ?? this.#defaults.installedOn;
    const found = propertyId === null ? null : this.#places.findUnit(propertyId, unit);
    const waiting = { propertyId, unit, room, position, from: row.installedOn, scale, factor, ratings };
    const details: MeterDetails = { address, kind, serial: null, calibratedUntil };
    const shownPlace = this.#nameOf(propertyId, found?.id ?? null, room, position);
    const wait = (why: string): JudgedDevice => ({
      shown: { state: 'waiting', place: shownPlace },
      planned: { meter: details, place: null, waiting },
      isFaulty: false,
      remarks: [`Messgerät wird angelegt und wartet auf einen Platz: ${why}`],
    });
    if (propertyId === null)
      return wait(
        row.property === '' ? 'Die Liegenschaft fehlt.' : `„${row.property}“ ist keine Liegenschaft.`,
      );
    if (found === null)
      return wait(
        unit === ''
          ? 'Die Nutzeinheit fehlt.'
          : `„${unit}“ ist keine eindeutige Nutzeinheit der Liegenschaft.`,
      );
    const holder = this.#take(found, row, from, address.id);
    if (holder !== null) return wait(`Dort ist schon ${holder} eingebaut.`);
    const roomId = this.#places.findRoom(found, room);
    return {
      shown: { state: 'placed', place: shownPlace },
      planned: {
        meter: details,
        waiting,
        place: {
          newRoom: room === '' || roomId !== null ? null : room,
          details: {
            propertyId,
            unitId: found.id,
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
        },
      },
      isFaulty: false,
      remarks: [
        `Messgerät wird angelegt: ${shownPlace}.`,
        ...(room === '' || roomId !== null ? [] : [`Der Raum „${room}“ wird angelegt.`]),
      ],
    };
  }

  /** Takes a position for a device; returns the number of the one that has it, if it is taken. */
  #take(unit: Unit, { room, position }: DeviceRow, from: string, number: string): string | null {
    const roomId = this.#places.findRoom(unit, room);
    const place = placeName(
      { propertyId: unit.propertyId, unitId: unit.id, position: position === '' ? null : position },
      roomId === null ? plainWord(room) : String(roomId),
    );
    if (place === null) return null;
    const holder = this.#taken.find((one) => one.place === place && one.to >= from);
    if (holder === undefined) this.#taken.push({ place, to: '9999-12-31', number });
    return holder?.number ?? null;
  }

  #nameOf(propertyId: PropertyId | null, unitId: Unit['id'] | null, room: string, position: string): string {
    if (propertyId === null) return '';
    const unit = unitId === null ? null : this.#places.unitOf({ id: unitId, propertyId });
    return [this.#places.propertyOf(propertyId)?.name, unit?.name, room, position]
      .filter(Boolean)
      .join(' · ');
  }
}

/** A position has one device at a time; without one there is room for several. */
function placeName(
  { propertyId, unitId, position }: Pick<InstallationDetails, 'propertyId' | 'unitId' | 'position'>,
  room: string,
): string | null {
  return position === null ? null : [propertyId, unitId ?? '', room, position].join('/');
}

function nothing(remarks: readonly string[]): JudgedDevice {
  return { shown: null, planned: null, isFaulty: false, remarks };
}
