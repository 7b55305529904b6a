/** Meters, the places they hang in, and the gateways that hear them. */
import { meterKey } from '#shared/model/reading.ts';
import type {
  Installation,
  InstallationDetails,
  InstallationId,
  Meter,
  MeterDetails,
  MeterId,
} from '#shared/model/meter.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const METER_COLUMNS = [
  'id',
  'manufacturer',
  'identification',
  'version',
  'device_type as deviceType',
  'kind',
  'serial',
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
const selectGateways = query()((sql) =>
  sql
    .selectFrom('gateways')
    .select(['id', 'serial', 'property_id as propertyId', 'model', 'place'])
    .orderBy('serial'),
);

interface MeterRow extends Pick<Meter, 'id' | 'kind' | 'serial'> {
  readonly manufacturer: string;
  readonly identification: string;
  readonly version: number;
  readonly deviceType: number;
}

function toMeter({ id, kind, serial, manufacturer, identification, version, deviceType }: MeterRow): Meter {
  return { id, kind, serial, address: { manufacturer, id: identification, version, deviceType } };
}

interface InstallationRow extends Omit<Installation, 'remoteReadable' | 'interoperable'> {
  readonly remoteReadable: 0 | 1;
  readonly interoperable: 0 | 1;
}

function toInstallation(row: InstallationRow): Installation {
  return { ...row, remoteReadable: row.remoteReadable === 1, interoperable: row.interoperable === 1 };
}

export function listMeters(store: Store): Meter[] {
  return store.all(selectMeters, {}).map(toMeter);
}

export function findMeter(store: Store, id: MeterId): Meter | null {
  const row = store.get(selectMeter, { id });
  return row === undefined ? null : toMeter(row);
}

/**
 * All meters by the text of their address (`meterKey`), for looking up thousands of telegrams. A number that several
 * device generations share names several meters.
 */
export function metersByAddress(store: Store): Map<string, Meter[]> {
  return Map.groupBy(listMeters(store), (meter) => meterKey(meter.address));
}

/** `ALREADY_EXISTS` ends the change when the address is known. */
export function addMeter(change: Change, { address, kind, serial }: MeterDetails): MeterId {
  return change.insert('meters', {
    manufacturer: address.manufacturer,
    identification: address.id,
    version: address.version,
    device_type: address.deviceType,
    kind,
    serial,
  });
}

/** Every installation in a property, past ones included. */
export function installationsOfProperty(store: Store, propertyId: PropertyId): Installation[] {
  return store.all(selectInstallations, { propertyId }).map(toInstallation);
}

/** Where a meter has hung, oldest first. */
export function installationsOfMeter(store: Store, meterId: MeterId): Installation[] {
  return store.all(selectInstallationsOfMeter, { meterId }).map(toInstallation);
}

/** `INSTALLATIONS_OVERLAP` ends the change when the meter hangs elsewhere, `PLACE_OCCUPIED` when the place is taken. */
export function installMeter(change: Change, details: InstallationDetails): InstallationId {
  return change.insert('meter_installations', {
    meter_id: details.meterId,
    property_id: details.propertyId,
    unit_id: details.unitId,
    room_id: details.roomId,
    position: details.position,
    from_day: details.from,
    to_day: details.to,
    scale: details.scale,
    factor: details.factor,
    due_day: details.dueDay,
    remote_readable: details.remoteReadable ? 1 : 0,
    interoperable: details.interoperable ? 1 : 0,
  });
}

/** Sets a meter's last day in its place (Ausbau), or takes it back with null. */
export function endInstallation(change: Change, id: InstallationId, to: PlainDate | null): void {
  change.update('meter_installations', id, { to_day: to });
}

/** A gateway the office knows; bundles of others arrive all the same. */
export interface Gateway {
  readonly id: number;
  readonly serial: string;
  readonly propertyId: PropertyId | null;
  readonly model: string;
  /** Where it hangs. */
  readonly place: string;
}

export function listGateways(store: Store): Gateway[] {
  return store.all(selectGateways, {});
}

export function addGateway(change: Change, details: Omit<Gateway, 'id'>): number {
  return change.insert('gateways', {
    serial: details.serial,
    property_id: details.propertyId,
    model: details.model,
    place: details.place,
  });
}
