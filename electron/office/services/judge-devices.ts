/** Compares the devices of a delivery with the meters and places of the office: what is entered where, and what not. */
import type { DeliveredDevice, DeliveryDefaults } from '#shared/contract/keys.ts';
import type { Meter, MeterDetails, MeterKind } from '#shared/model/meter.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { meterKey, type MeterAddress } from '#shared/model/reading.ts';
import { fail, type Result } from '#shared/model/result.ts';
import type { Unit } from '#shared/model/unit.ts';
import type { DeviceRow } from '../exchange/device-rows.ts';
import { listInstallations, listMeters, type StoredInstallation } from '../store/meters.ts';
import type { Store } from '../store/store.ts';
import type { UnplacedMeterDetails } from '../store/unplaced-meters.ts';
import { Places } from './find-place.ts';
import { heardByNumber, isOfMaker, type HeardMeter } from './heard-meters.ts';
import type { JudgedKey } from './judge-keys.ts';
import { PlacePlanner, type PlannedPlace } from './plan-places.ts';

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
  readonly #planner: PlacePlanner;
  /** What was said of a device, and in which line. */
  readonly #judged = new Map<string, { readonly line: number; readonly device: JudgedDevice }>();

  constructor(store: Store, heard: ReadonlyMap<string, HeardMeter>, defaults: DeliveryDefaults) {
    this.#defaults = defaults;
    this.#places = new Places(store);
    this.#heard = heardByNumber(heard);
    this.#planner = new PlacePlanner(store, this.#places);
    this.#metersByNumber = Map.groupBy(listMeters(store), ({ address }) => address.id);
    // Oldest first: the last one of each meter stays.
    this.#lastPlace = new Map(listInstallations(store).map((one) => [one.meterId, one]));
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
    const meter: MeterDetails = { address, kind, serial: null, calibratedUntil };
    const propertyId = this.#propertyFor(row);
    const waiting = { propertyId, unit, room, position, from: row.installedOn, scale, factor, ratings };
    const from = row.installedOn ?? this.#defaults.installedOn;
    const planned: Result<PlannedPlace, string> =
      propertyId === null
        ? fail(
            row.property === ''
              ? 'Die Liegenschaft fehlt.'
              : `„${row.property}“ ist keine eindeutige Liegenschaft.`,
          )
        : this.#planner.plan({ ...waiting, number: address.id, kind, propertyId, from });
    const unitId = planned.ok ? planned.value.details.unitId : null;
    const place = this.#nameOf(propertyId, unitId, room, position);
    if (!planned.ok)
      return {
        shown: { state: 'waiting', place },
        planned: { meter, place: null, waiting },
        isFaulty: false,
        remarks: [`Messgerät wird ohne Platz angelegt: ${planned.error}`],
      };
    const { newRoom } = planned.value;
    return {
      shown: { state: 'placed', place },
      planned: { meter, place: planned.value, waiting },
      isFaulty: false,
      remarks: [
        'Messgerät wird angelegt.',
        ...(newRoom === null ? [] : [`Der Raum „${newRoom}“ wird angelegt.`]),
      ],
    };
  }

  #nameOf(propertyId: PropertyId | null, unitId: Unit['id'] | null, room: string, position: string): string {
    if (propertyId === null) return '';
    const unit = unitId === null ? null : this.#places.unitOf(unitId);
    return [this.#places.propertyOf(propertyId)?.name, unit?.name, room, position]
      .filter(Boolean)
      .join(' · ');
  }
}

function nothing(remarks: readonly string[]): JudgedDevice {
  return { shown: null, planned: null, isFaulty: false, remarks };
}
