/** The sums landlords were given: what is out cannot be called back, and the next one is measured against it. */
import type { DecimalText } from '#shared/model/decimal-text.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { UnitId } from '#shared/model/unit.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

export interface ReleasedSum {
  readonly propertyId: PropertyId;
  /** What was summed and in which unit, such as `heating.units`. */
  readonly medium: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly unitIds: readonly UnitId[];
  readonly quantity: DecimalText;
  readonly releasedAt: string;
}

const selectOfProperty = query<{ propertyId: PropertyId }>()((sql, given) =>
  sql
    .selectFrom('released_sums')
    .select([
      'property_id as propertyId',
      'medium',
      'from_day as from',
      'to_day as to',
      'unit_ids as unitIds',
      'quantity',
      'released_at as releasedAt',
    ])
    .where('property_id', '=', given.propertyId)
    .orderBy('id'),
);

/** Everything a property's landlord was given, oldest first. */
export function releasedSumsOf(store: Store, propertyId: PropertyId): ReleasedSum[] {
  return store
    .all(selectOfProperty, { propertyId })
    .map(({ unitIds, ...row }) => ({ ...row, unitIds: JSON.parse(unitIds) as UnitId[] }));
}

export function addReleasedSum(change: Change, sum: Omit<ReleasedSum, 'releasedAt'>): void {
  change.insert('released_sums', {
    property_id: sum.propertyId,
    medium: sum.medium,
    from_day: sum.from,
    to_day: sum.to,
    unit_ids: JSON.stringify(sum.unitIds),
    quantity: sum.quantity,
    released_at: change.at,
  });
}
