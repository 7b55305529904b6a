/** Tenancies and the prepayments that arrived for them. */
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type {
  Prepayment,
  PrepaymentDetails,
  PrepaymentId,
  Tenancy,
  TenancyDetails,
  TenancyId,
} from '#shared/model/tenancy.ts';
import type { UnitId } from '#shared/model/unit.ts';
import type { Change } from './change.ts';
import { erasureKeyOf } from './people.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const TENANCY_COLUMNS = [
  'tenancies.id',
  'tenancies.unit_id as unitId',
  'tenancies.person_id as personId',
  'tenancies.from_day as from',
  'tenancies.to_day as to',
] as const;

const selectTenancy = query<{ id: TenancyId }>()((sql, given) =>
  sql.selectFrom('tenancies').select(TENANCY_COLUMNS).where('id', '=', given.id),
);
const selectOfUnit = query<{ unitId: UnitId }>()((sql, given) =>
  sql.selectFrom('tenancies').select(TENANCY_COLUMNS).where('unit_id', '=', given.unitId).orderBy('from_day'),
);
const selectOfProperty = query<{ propertyId: PropertyId; from: PlainDate; to: PlainDate }>()((sql, given) =>
  sql
    .selectFrom('tenancies')
    .innerJoin('units', 'units.id', 'tenancies.unit_id')
    .select(TENANCY_COLUMNS)
    .where('units.property_id', '=', given.propertyId)
    .where('tenancies.from_day', '<=', given.to)
    .where((where) =>
      where.or([where('tenancies.to_day', 'is', null), where('tenancies.to_day', '>=', given.from)]),
    )
    .orderBy('units.id')
    .orderBy('tenancies.from_day'),
);
const selectPrepayments = query<{ tenancyId: TenancyId }>()((sql, given) =>
  sql
    .selectFrom('prepayments')
    .select(['id', 'tenancy_id as tenancyId', 'paid_on as paidOn', 'amount_cents as amount'])
    .where('tenancy_id', '=', given.tenancyId)
    .orderBy('paid_on')
    .orderBy('id'),
);

export function findTenancy(store: Store, id: TenancyId): Tenancy | null {
  return store.get(selectTenancy, { id }) ?? null;
}

/** Everyone who has used a unit, oldest first. */
export function tenanciesOfUnit(store: Store, unitId: UnitId): Tenancy[] {
  return store.all(selectOfUnit, { unitId });
}

/** The tenancies of a property that touch the days from `from` to `to`, by unit and then by time. */
export function tenanciesOfProperty(
  store: Store,
  propertyId: PropertyId,
  period: { readonly from: PlainDate; readonly to: PlainDate },
): Tenancy[] {
  return store.all(selectOfProperty, { propertyId, from: period.from, to: period.to });
}

/** `TENANCIES_OVERLAP` ends the change when somebody else has the unit on one of the days. */
export function addTenancy(change: Change, details: TenancyDetails): TenancyId {
  const values = {
    unit_id: details.unitId,
    person_id: details.personId,
    from_day: details.from,
    to_day: details.to,
  };
  return change.insert('tenancies', values, { erasureKeyId: erasureKeyOf(change.store, details.personId) });
}

/** Sets the last day (Auszug), or takes it back with null. */
export function endTenancy(change: Change, id: TenancyId, to: PlainDate | null): void {
  const tenancy = findTenancy(change.store, id);
  if (tenancy === null) throw new Error(`there is no tenancy ${id}`);
  const erasureKeyId = erasureKeyOf(change.store, tenancy.personId);
  change.update('tenancies', id, { to_day: to }, { erasureKeyId });
}

/** What a tenancy paid in advance, by day. */
export function prepaymentsOf(store: Store, tenancyId: TenancyId): Prepayment[] {
  return store.all(selectPrepayments, { tenancyId });
}

export function addPrepayment(change: Change, details: PrepaymentDetails): PrepaymentId {
  const tenancy = findTenancy(change.store, details.tenancyId);
  if (tenancy === null) throw new Error(`there is no tenancy ${details.tenancyId}`);
  const values = {
    tenancy_id: details.tenancyId,
    paid_on: details.paidOn,
    amount_cents: details.amount,
  };
  return change.insert('prepayments', values, {
    erasureKeyId: erasureKeyOf(change.store, tenancy.personId),
  });
}
