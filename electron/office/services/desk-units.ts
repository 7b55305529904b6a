/** Units desk: flats and shops with their rooms; a grid of them is saved as one step. */
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { Unit as UnitView, UnitFields, unitsDesk } from '#shared/contract/units.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { compare, parseDecimal } from '#shared/model/rational.ts';
import { fail, succeed } from '#shared/model/result.ts';
import type { Room, Unit, UnitId } from '#shared/model/unit.ts';
import type { Change } from '../store/change.ts';
import { removeRoom, removeUnit } from '../store/corrections.ts';
import {
  addRoom,
  addUnit,
  findUnit,
  listProperties,
  listRooms,
  updateRoom,
  updateUnit,
} from '../store/properties.ts';
import { countMetersInPlace, listAllRooms, listAllTenancies, listAllUnits } from '../store/whole-office.ts';
import { officeDayOf } from './office-day.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const TOUCHES = ['units', 'properties', 'tenancies'] as const;

export function createUnitsDesk(office: WorkingOffice): HandlersOf<typeof unitsDesk> {
  return {
    'units.list': ({ propertyId }) =>
      succeed(listViews(office, (unit) => propertyId === undefined || unit.propertyId === propertyId)),
    'units.get': ({ id }) => {
      const [unit] = listViews(office, (candidate) => candidate.id === id);
      return unit === undefined ? goneFailure() : succeed(unit);
    },
    'units.save': ({ propertyId, rows, reason }) => {
      const faulty = rows.findIndex(({ fields }) => isHeatedAreaTooLarge(fields));
      if (faulty >= 0)
        return fail({
          code: 'HEATED_AREA_TOO_LARGE',
          message: 'Die beheizte Fläche ist größer als die Wohnfläche. Bitte prüfen Sie beide.',
          field: `rows.${faulty}.fields.heatedAreaM2`,
        });
      const before = rows.map(({ id }) => (id === null ? null : fieldsOf(office, id)));
      if (rows.some(({ id }, index) => id !== null && before[index]?.propertyId !== propertyId))
        return goneFailure();
      const saved = office.step({
        action: 'unit.save',
        name: nameOfSave(rows.map(({ fields }) => fields.name)),
        reason,
        touches: TOUCHES,
        work: (change) =>
          rows.map(({ id, fields }) => {
            if (id === null) return insertUnit(change, propertyId, fields);
            replaceUnit(change, id, propertyId, fields);
            return id;
          }),
        undo: (change, ids) =>
          ids.forEach((id, index) => {
            const old = before[index];
            if (old) replaceUnit(change, id, propertyId, old.fields);
            else removeUnit(change, id);
          }),
      });
      if (saved.ok) return succeed({ ids: saved.value });
      return saved.error.code === 'ALREADY_EXISTS'
        ? fail({
            code: 'UNIT_NAME_TAKEN',
            message:
              'Zwei Nutzeinheiten oder zwei Räume einer Nutzeinheit tragen denselben Namen. Bitte unterscheiden Sie sie.',
          })
        : saved;
    },
    'units.remove': ({ id }) => {
      const before = fieldsOf(office, id);
      if (before === null) return goneFailure();
      const removed = office.step({
        action: 'unit.remove',
        name: `Nutzeinheit ${before.fields.name} entfernt`,
        touches: TOUCHES,
        work: (change) => removeUnit(change, id),
        undo: (change) => void insertUnit(change, before.propertyId, before.fields),
      });
      return removed.ok ? succeed(null) : removed;
    },
  };
}

function nameOfSave(names: readonly string[]): string {
  const [only = ''] = names;
  return names.length === 1 ? `Nutzeinheit ${only} gespeichert` : `${names.length} Nutzeinheiten gespeichert`;
}

function isHeatedAreaTooLarge({ livingAreaM2, heatedAreaM2 }: UnitFields): boolean {
  const [living, heated] = [parseDecimal(livingAreaM2), parseDecimal(heatedAreaM2)];
  return living !== null && heated !== null && compare(heated, living) > 0;
}

function fieldsOf(
  office: WorkingOffice,
  id: UnitId,
): { readonly propertyId: PropertyId; readonly fields: UnitFields } | null {
  const { store } = office.session;
  const unit = findUnit(store, id);
  return unit && { propertyId: unit.propertyId, fields: fieldsFrom(unit, listRooms(store, id)) };
}

function fieldsFrom(unit: Unit, rooms: readonly Room[]): UnitFields {
  const { name, kind, position, livingAreaM2, heatedAreaM2 } = unit;
  return {
    name,
    kind,
    position,
    livingAreaM2,
    heatedAreaM2,
    rooms: rooms.map((room) => ({ id: room.id, name: room.name, areaM2: room.areaM2 })),
  };
}

function insertUnit(change: Change, propertyId: PropertyId, fields: UnitFields): UnitId {
  const { rooms, ...details } = fields;
  const unitId = addUnit(change, { propertyId, ...details });
  for (const { name, areaM2 } of rooms) addRoom(change, { unitId, name, areaM2 });
  return unitId;
}

/** Rooms keep their ids as long as they are named by them; the others are new, and what is missing goes. */
function replaceUnit(change: Change, unitId: UnitId, propertyId: PropertyId, fields: UnitFields): void {
  const { rooms, ...details } = fields;
  updateUnit(change, unitId, { propertyId, ...details });
  const present = new Set(listRooms(change.store, unitId).map(({ id }) => id));
  const kept = new Set(rooms.map(({ id }) => id));
  for (const id of present) if (!kept.has(id)) removeRoom(change, id);
  for (const { id, name, areaM2 } of rooms) {
    if (id !== null && present.has(id)) updateRoom(change, id, { unitId, name, areaM2 });
    else addRoom(change, { unitId, name, areaM2 });
  }
}

function listViews(office: WorkingOffice, isWanted: (unit: Unit) => boolean): UnitView[] {
  const { store, clock } = office.session;
  const today = officeDayOf(clock());
  const propertyNames = new Map(listProperties(store).map(({ id, name }) => [id, name]));
  const personNames = new Map(office.people.map(({ id, name }) => [id, name]));
  const rooms = Map.groupBy(listAllRooms(store), ({ unitId }) => unitId);
  const meters = new Map(countMetersInPlace(store, today).map(({ unitId, count }) => [unitId, count]));
  const running = new Map(
    listAllTenancies(store)
      .filter(({ from, to }) => from <= today && (to === null || to >= today))
      .map((tenancy) => [tenancy.unitId, tenancy]),
  );
  return listAllUnits(store)
    .filter(isWanted)
    .map((unit) => {
      const tenancy = running.get(unit.id);
      return {
        ...fieldsFrom(unit, rooms.get(unit.id) ?? []),
        id: unit.id,
        propertyId: unit.propertyId,
        propertyName: propertyNames.get(unit.propertyId) ?? '',
        meterCount: meters.get(unit.id) ?? 0,
        currentTenancy: tenancy
          ? { id: tenancy.id, tenantName: personNames.get(tenancy.personId) ?? 'gelöscht' }
          : null,
      };
    });
}
