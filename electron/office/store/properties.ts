/** Properties with their units and rooms. */
import type { Property, PropertyDetails, PropertyId } from '#shared/model/property.ts';
import type { Room, RoomDetails, RoomId, Unit, UnitDetails, UnitId } from '#shared/model/unit.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const PROPERTY_COLUMNS = ['id', 'landlord_id as landlordId', 'name', 'address_lines as lines'] as const;
const UNIT_COLUMNS = [
  'id',
  'property_id as propertyId',
  'name',
  'kind',
  'position',
  'living_area_m2 as livingAreaM2',
  'heated_area_m2 as heatedAreaM2',
] as const;

const selectProperties = query()((sql) =>
  sql.selectFrom('properties').select(PROPERTY_COLUMNS).orderBy('id'),
);
const selectProperty = query<{ id: PropertyId }>()((sql, given) =>
  sql.selectFrom('properties').select(PROPERTY_COLUMNS).where('id', '=', given.id),
);
const selectUnits = query<{ propertyId: PropertyId }>()((sql, given) =>
  sql.selectFrom('units').select(UNIT_COLUMNS).where('property_id', '=', given.propertyId).orderBy('id'),
);
const selectUnit = query<{ id: UnitId }>()((sql, given) =>
  sql.selectFrom('units').select(UNIT_COLUMNS).where('id', '=', given.id),
);
const selectRooms = query<{ unitId: UnitId }>()((sql, given) =>
  sql
    .selectFrom('rooms')
    .select(['id', 'unit_id as unitId', 'name', 'area_m2 as areaM2'])
    .where('unit_id', '=', given.unitId)
    .orderBy('id'),
);

const selectRoom = query<{ id: RoomId }>()((sql, given) =>
  sql
    .selectFrom('rooms')
    .select(['id', 'unit_id as unitId', 'name', 'area_m2 as areaM2'])
    .where('id', '=', given.id),
);

interface PropertyRow extends Omit<Property, 'addressLines'> {
  readonly lines: string;
}

function toProperty({ lines, ...rest }: PropertyRow): Property {
  return { ...rest, addressLines: JSON.parse(lines) as string[] };
}

function propertyValues(details: PropertyDetails) {
  return {
    landlord_id: details.landlordId,
    name: details.name,
    address_lines: JSON.stringify(details.addressLines),
  };
}

function unitValues(details: UnitDetails) {
  return {
    property_id: details.propertyId,
    name: details.name,
    kind: details.kind,
    position: details.position,
    living_area_m2: details.livingAreaM2,
    heated_area_m2: details.heatedAreaM2,
  };
}

function roomValues(details: RoomDetails) {
  return { unit_id: details.unitId, name: details.name, area_m2: details.areaM2 };
}

export function listProperties(store: Store): Property[] {
  return store.all(selectProperties, {}).map(toProperty);
}

export function findProperty(store: Store, id: PropertyId): Property | null {
  const row = store.get(selectProperty, { id });
  return row === undefined ? null : toProperty(row);
}

export function addProperty(change: Change, details: PropertyDetails): PropertyId {
  return change.insert('properties', propertyValues(details));
}

export function updateProperty(change: Change, id: PropertyId, details: PropertyDetails): void {
  change.update('properties', id, propertyValues(details));
}

/** The units of a property in the order they were entered. */
export function listUnits(store: Store, propertyId: PropertyId): Unit[] {
  return store.all(selectUnits, { propertyId });
}

export function findUnit(store: Store, id: UnitId): Unit | null {
  return store.get(selectUnit, { id }) ?? null;
}

export function addUnit(change: Change, details: UnitDetails): UnitId {
  return change.insert('units', unitValues(details));
}

export function updateUnit(change: Change, id: UnitId, details: UnitDetails): void {
  change.update('units', id, unitValues(details));
}

export function listRooms(store: Store, unitId: UnitId): Room[] {
  return store.all(selectRooms, { unitId });
}

export function findRoom(store: Store, id: RoomId): Room | null {
  return store.get(selectRoom, { id }) ?? null;
}

export function addRoom(change: Change, details: RoomDetails): RoomId {
  return change.insert('rooms', roomValues(details));
}

export function updateRoom(change: Change, id: RoomId, details: RoomDetails): void {
  change.update('rooms', id, roomValues(details));
}
