/** Meters and the places they hang in. */
import { meterKey } from '#shared/model/reading.ts';
import type {
  Installation,
  InstallationDetails,
  InstallationId,
  Meter,
  MeterDetails,
  MeterId,
  RatingFactors,
} from '#shared/model/meter.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Flag } from './schema.ts';
import type { Store } from './store.ts';

const METER_COLUMNS = [
  'id',
  'manufacturer',
  'identification',
  'version',
  'device_type as deviceType',
  'kind',
  'serial',
  'calibrated_until as calibratedUntil',
] as const;
const INSTALLATION_COLUMNS = [
  'id',
  'meter_id as meterId',
  'property_id as propertyId',
  'unit_id as unitId',
  'room_id as roomId',
  'position',
  'from_day as from',
  'to_day as to',
  'scale',
  'factor',
  'kq',
  'kc',
  'kt',
  'due_day as dueDay',
  'remote_readable as remoteReadable',
  'interoperable',
] as const;

const selectMeters = query()((sql) => sql.selectFrom('meters').select(METER_COLUMNS).orderBy('id'));
const selectMeter = query<{ id: MeterId }>()((sql, given) =>
  sql.selectFrom('meters').select(METER_COLUMNS).where('id', '=', given.id),
);
const selectInstallations = query<{ propertyId: PropertyId }>()((sql, given) =>
  sql
    .selectFrom('meter_installations')
    .select(INSTALLATION_COLUMNS)
    .where('property_id', '=', given.propertyId)
    .orderBy('id'),
);
const selectInstallationsOfMeter = query<{ meterId: MeterId }>()((sql, given) =>
  sql
    .selectFrom('meter_installations')
    .select(INSTALLATION_COLUMNS)
    .where('meter_id', '=', given.meterId)
    .orderBy('from_day'),
);

const selectAllInstallations = query()((sql) =>
  sql.selectFrom('meter_installations').select(INSTALLATION_COLUMNS).orderBy('from_day'),
);

/** A meter as it is stored, with everything that may be left out when it is entered. */
export interface StoredMeter extends Meter {
  readonly calibratedUntil: PlainDate | null;
}

export interface StoredInstallation extends Installation {
  readonly ratings: RatingFactors;
}

interface MeterRow extends Pick<Meter, 'id' | 'kind' | 'serial'> {
  readonly calibratedUntil: PlainDate | null;
  readonly manufacturer: string;
  readonly identification: string;
  readonly version: number;
  readonly deviceType: number;
}

function toMeter({ manufacturer, identification, version, deviceType, ...rest }: MeterRow): StoredMeter {
  return { ...rest, address: { manufacturer, id: identification, version, deviceType } };
}

interface InstallationRow
  extends Omit<Installation, 'remoteReadable' | 'interoperable' | 'ratings'>, RatingFactors {
  readonly remoteReadable: 0 | 1;
  readonly interoperable: 0 | 1;
}

function toInstallation({ kq, kc, kt, ...row }: InstallationRow): StoredInstallation {
  return {
    ...row,
    ratings: { kq, kc, kt },
    remoteReadable: row.remoteReadable === 1,
    interoperable: row.interoperable === 1,
  };
}

export function listMeters(store: Store): StoredMeter[] {
  return store.all(selectMeters, {}).map(toMeter);
}

export function findMeter(store: Store, id: MeterId): StoredMeter | null {
  const row = store.get(selectMeter, { id });
  return row === undefined ? null : toMeter(row);
}

/**
 * All meters by the text of their address (`meterKey`), for looking up thousands of telegrams. A number that several
 * device generations share names several meters.
 */
export function metersByAddress(store: Store): Map<string, StoredMeter[]> {
  return Map.groupBy(listMeters(store), (meter) => meterKey(meter.address));
}

function meterValues({ address, kind, serial, calibratedUntil = null }: MeterDetails) {
  return {
    manufacturer: address.manufacturer,
    identification: address.id,
    version: address.version,
    device_type: address.deviceType,
    kind,
    serial,
    calibrated_until: calibratedUntil,
  };
}

/** `ALREADY_EXISTS` ends the change when the address is known. */
export function addMeter(change: Change, details: MeterDetails): MeterId {
  return change.insert('meters', meterValues(details));
}

/** `ALREADY_EXISTS` as when it is added. */
export function updateMeter(change: Change, id: MeterId, details: MeterDetails): void {
  change.update('meters', id, meterValues(details));
}

/** Forgets a meter that was entered by mistake; `STILL_REFERENCED` once it has readings or a place. */
export function removeMeter(change: Change, id: MeterId): void {
  change.remove('meters', id);
}

/** Every installation in a property, past ones included. */
export function installationsOfProperty(store: Store, propertyId: PropertyId): StoredInstallation[] {
  return store.all(selectInstallations, { propertyId }).map(toInstallation);
}

/** Every installation in every property, oldest first. */
export function listInstallations(store: Store): StoredInstallation[] {
  return store.all(selectAllInstallations, {}).map(toInstallation);
}

/** Where a meter has hung, oldest first. */
export function installationsOfMeter(store: Store, meterId: MeterId): StoredInstallation[] {
  return store.all(selectInstallationsOfMeter, { meterId }).map(toInstallation);
}

function installationValues(details: InstallationDetails) {
  return {
    meter_id: details.meterId,
    property_id: details.propertyId,
    unit_id: details.unitId,
    room_id: details.roomId,
    position: details.position,
    from_day: details.from,
    to_day: details.to,
    scale: details.scale,
    factor: details.factor,
    kq: details.ratings?.kq ?? null,
    kc: details.ratings?.kc ?? null,
    kt: details.ratings?.kt ?? null,
    due_day: details.dueDay,
    remote_readable: toFlag(details.remoteReadable),
    interoperable: toFlag(details.interoperable),
  };
}

function toFlag(is: boolean): Flag {
  return is ? 1 : 0;
}

/** `INSTALLATIONS_OVERLAP` ends the change when the meter hangs elsewhere, `PLACE_OCCUPIED` when the place is taken. */
export function installMeter(change: Change, details: InstallationDetails): InstallationId {
  return change.insert('meter_installations', installationValues(details));
}

/** Corrects what was entered about a place; `INSTALLATIONS_OVERLAP` and `PLACE_OCCUPIED` as when it is entered. */
export function updateInstallation(change: Change, id: InstallationId, details: InstallationDetails): void {
  change.update('meter_installations', id, installationValues(details));
}

export function removeInstallation(change: Change, id: InstallationId): void {
  change.remove('meter_installations', id);
}

/** Sets a meter's last day in its place (Ausbau), or takes it back with null. */
export function endInstallation(change: Change, id: InstallationId, to: PlainDate | null): void {
  change.update('meter_installations', id, { to_day: to });
}
