/** How changes of user were settled (§ 9b HeizkostenV): whether the day was read, and who bears the cost of it. */
import type { Cents } from '#shared/model/money.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { UnitId } from '#shared/model/unit.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { CostBearer, MissingWhy } from './schema.ts';
import type { Store } from './store.ts';

export interface UserChangeDetails {
  readonly unitId: UnitId;
  /** The last day of the user who leaves. */
  readonly lastDay: PlainDate;
  /** Why a meter has no reading of that day; null when all have one. */
  readonly missingWhy: MissingWhy | null;
  readonly reason: string;
  readonly costBearer: CostBearer;
  /** What reading the meters cost; null where nobody said. */
  readonly cost: Cents | null;
}

export interface UserChange extends UserChangeDetails {
  readonly id: number;
}

const COLUMNS = [
  'user_changes.id',
  'user_changes.unit_id as unitId',
  'user_changes.last_day as lastDay',
  'user_changes.missing_why as missingWhy',
  'user_changes.reason',
  'user_changes.cost_bearer as costBearer',
  'user_changes.cost_cents as cost',
] as const;

const selectOne = query<{ id: number }>()((sql, given) =>
  sql.selectFrom('user_changes').select(COLUMNS).where('id', '=', given.id),
);
const selectOfProperty = query<{ propertyId: PropertyId }>()((sql, given) =>
  sql
    .selectFrom('user_changes')
    .innerJoin('units', 'units.id', 'user_changes.unit_id')
    .select(COLUMNS)
    .where('units.property_id', '=', given.propertyId)
    .orderBy('user_changes.last_day')
    .orderBy('user_changes.id'),
);

export function findUserChange(store: Store, id: number): UserChange | null {
  return store.get(selectOne, { id }) ?? null;
}

/** The changes of a property's units, oldest first. */
export function userChangesOf(store: Store, propertyId: PropertyId): UserChange[] {
  return store.all(selectOfProperty, { propertyId });
}

/** `ALREADY_EXISTS` ends the change when this day of the unit is settled already. */
export function addUserChange(change: Change, details: UserChangeDetails): number {
  return change.insert('user_changes', {
    unit_id: details.unitId,
    last_day: details.lastDay,
    missing_why: details.missingWhy,
    reason: details.reason,
    cost_bearer: details.costBearer,
    cost_cents: details.cost,
  });
}

export function removeUserChange(change: Change, id: number): void {
  change.remove('user_changes', id);
}
