/** Questions across all properties at once: for the lists of the window, which show everything. */
import type { BillingPeriod, BillingPeriodId } from '#shared/model/invoice.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Tenancy } from '#shared/model/tenancy.ts';
import type { Room, Unit, UnitId } from '#shared/model/unit.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const selectUnits = query()((sql) =>
  sql
    .selectFrom('units')
    .select([
      'id',
      'property_id as propertyId',
      'name',
      'kind',
      'position',
      'living_area_m2 as livingAreaM2',
      'heated_area_m2 as heatedAreaM2',
    ])
    .orderBy('property_id')
    .orderBy('id'),
);
const selectRooms = query()((sql) =>
  sql.selectFrom('rooms').select(['id', 'unit_id as unitId', 'name', 'area_m2 as areaM2']).orderBy('id'),
);
const selectTenancies = query()((sql) =>
  sql
    .selectFrom('tenancies')
    .select(['id', 'unit_id as unitId', 'person_id as personId', 'from_day as from', 'to_day as to'])
    .orderBy('unit_id')
    .orderBy('from_day'),
);
const selectMetersInPlace = query<{ day: PlainDate }>()((sql, given) =>
  sql
    .selectFrom('meter_installations')
    .select(['property_id as propertyId', 'unit_id as unitId'])
    .select((count) => count.fn.countAll<number>().as('count'))
    .where('from_day', '<=', given.day)
    .where((where) => where.or([where('to_day', 'is', null), where('to_day', '>=', given.day)]))
    .groupBy(['property_id', 'unit_id']),
);
const selectPeriods = query()((sql) =>
  sql
    .selectFrom('billing_periods')
    .select(['id', 'property_id as propertyId', 'from_day as from', 'to_day as to', 'rules'])
    .orderBy('from_day'),
);
const selectPeriod = query<{ id: BillingPeriodId }>()((sql, given) =>
  sql
    .selectFrom('billing_periods')
    .select(['id', 'property_id as propertyId', 'from_day as from', 'to_day as to', 'rules'])
    .where('id', '=', given.id),
);

/** The units of all properties, property by property in the order they were entered. */
export function listAllUnits(store: Store): Unit[] {
  return store.all(selectUnits, {});
}

/** The rooms of all units. */
export function listAllRooms(store: Store): Room[] {
  return store.all(selectRooms, {});
}

/** All tenancies, unit by unit and then by time. */
export function listAllTenancies(store: Store): Tenancy[] {
  return store.all(selectTenancies, {});
}

/** How many meters hang on a day, by property and unit; `unitId` null counts those that serve the whole property. */
export function countMetersInPlace(
  store: Store,
  day: PlainDate,
): { readonly propertyId: PropertyId; readonly unitId: UnitId | null; readonly count: number }[] {
  return store.all(selectMetersInPlace, { day });
}

/** All billing periods, oldest first. */
export function listAllBillingPeriods(store: Store): BillingPeriod[] {
  return store.all(selectPeriods, {});
}

export function findBillingPeriod(store: Store, id: BillingPeriodId): BillingPeriod | null {
  return store.get(selectPeriod, { id }) ?? null;
}
