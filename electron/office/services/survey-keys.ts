/** The state of every device's keys: what is installed, what is on the air, and what the vault holds, brought together. */
import type { Readable } from '#shared/contract/handler.ts';
import type { KeyedDevice, KeyProof, KeyState } from '#shared/contract/keys.ts';
import type { Meter } from '#shared/model/meter.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { meterKey } from '#shared/model/reading.ts';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { isDefaultKey } from '../exchange/default-keys.ts';
import { openAllMeterKeys, type OpenMeterKey } from '../store/keys.ts';
import { installationsOfMeter, listMeters } from '../store/meters.ts';
import { listProperties } from '../store/properties.ts';
import { listAllRooms, listAllUnits } from '../store/whole-office.ts';
import type { Store } from '../store/store.ts';
import { listHeardMeters, type HeardMeter } from './heard-meters.ts';
import { proofOn } from './judge-keys.ts';
import type { OfficeSession } from './office-session.ts';
import { readForeignDevices } from './foreign-devices.ts';

/** Where a meter hangs, or hung last. */
interface Place {
  readonly propertyId: PropertyId;
  readonly words: string;
}

/** Every device with a meter, a key or a telegram; devices set aside as foreign are left out. */
export function surveyKeys(session: OfficeSession): Result<Readable<KeyedDevice>[], Failure> {
  const { store, vault } = session;
  const keys = openAllMeterKeys(store, vault);
  if (!keys.ok) return keys;
  try {
    return succeed(new KeySurvey(store, keys.value).devices());
  } finally {
    for (const { key } of keys.value) key.fill(0);
  }
}

class KeySurvey {
  readonly #store: Store;
  readonly #heard: ReadonlyMap<string, HeardMeter>;
  readonly #keysByNumber: ReadonlyMap<string, readonly OpenMeterKey[]>;

  constructor(store: Store, keys: readonly OpenMeterKey[]) {
    this.#store = store;
    this.#heard = listHeardMeters(store);
    this.#keysByNumber = Map.groupBy(keys, ({ identification }) => identification);
  }

  devices(): Readable<KeyedDevice>[] {
    const meters = new Map(listMeters(this.#store).map((meter) => [meterKey(meter.address), meter]));
    const places = placesOf(this.#store, [...meters.values()]);
    const foreign = readForeignDevices(this.#store);
    const addresses = new Map<string, Pick<Meter['address'], 'manufacturer' | 'id'>>([
      ...[...meters].map(([name, { address }]): [string, Meter['address']] => [name, address]),
      ...[...this.#heard].filter(([name]) => !foreign.has(name)),
    ]);
    const known = [...addresses].map(([name, { manufacturer, id }]) => {
      const meter = meters.get(name);
      const place = meter && places.get(meter.id);
      return this.#device(manufacturer, id, {
        kind: meter?.kind ?? null,
        propertyId: place?.propertyId ?? null,
        place: place?.words ?? '',
      });
    });
    const taken = new Set([...addresses.values()].map(({ id }) => id));
    const orphans = [...this.#keysByNumber].filter(([number]) => !taken.has(number));
    const unheard = orphans.map(([number, held]) =>
      this.#device(held[0]?.manufacturer ?? null, number, { kind: null, propertyId: null, place: '' }),
    );
    return [...known, ...unheard];
  }

  #device(
    manufacturer: string | null,
    serial: string,
    meter: Pick<KeyedDevice, 'kind' | 'propertyId' | 'place'>,
  ): Readable<KeyedDevice> {
    const heard = manufacturer === null ? undefined : this.#heard.get(meterKey({ manufacturer, id: serial }));
    const held = (this.#keysByNumber.get(serial) ?? [])
      .filter(
        (one) => one.manufacturer === null || manufacturer === null || one.manufacturer === manufacturer,
      )
      .map(({ id, label, key }) => ({
        id,
        label,
        proof: heard ? proofOn([heard], key) : 'unheard',
        isStandard: isDefaultKey(key),
      }));
    return {
      manufacturer,
      serial,
      ...meter,
      held,
      state: stateOf(heard, held),
      lastHeardAt: heard ? new Date(heard.latest.receivedAtMs).toISOString() : null,
    };
  }
}

function stateOf(heard: HeardMeter | undefined, held: KeyedDevice['held']): KeyState {
  if (heard && !heard.isEncrypted) return 'plain';
  const proofs = new Set<KeyProof>(held.map(({ proof }) => proof));
  if (proofs.size === 0) return 'missing';
  if (held.some(({ isStandard }) => isStandard)) return proofs.has('wrong') ? 'wrong' : 'standard';
  return (['confirmed', 'wrong', 'plain'] as const).find((proof) => proofs.has(proof)) ?? 'unheard';
}

function placesOf(store: Store, meters: readonly Meter[]): ReadonlyMap<Meter['id'], Place> {
  const properties = new Map(listProperties(store).map(({ id, name }) => [id, name]));
  const units = new Map(listAllUnits(store).map(({ id, name }) => [id, name]));
  const rooms = new Map(listAllRooms(store).map(({ id, name }) => [id, name]));
  return new Map(
    meters.flatMap(({ id }) => {
      const last = installationsOfMeter(store, id).at(-1);
      if (last === undefined) return [];
      const words = [
        properties.get(last.propertyId),
        last.unitId === null ? undefined : units.get(last.unitId),
        last.roomId === null ? undefined : rooms.get(last.roomId),
      ];
      const place = { propertyId: last.propertyId, words: words.filter((word) => word).join(' · ') };
      return [[id, place] as const];
    }),
  );
}
