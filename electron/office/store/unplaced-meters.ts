/** Meters that wait for a place, each with what its delivery said about it. */
import type { DecimalText } from '#shared/model/decimal-text.ts';
import type { MeterId, RatingFactors, ScaleKind } from '#shared/model/meter.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

export interface UnplacedMeterDetails {
  readonly meterId: MeterId;
  /** Null when nobody said which property it is for. */
  readonly propertyId: PropertyId | null;
  /** In the words of the delivery; empty when it said nothing. */
  readonly unit: string;
  readonly room: string;
  readonly position: string;
  /** Since when it hangs there; null when that is not known. */
  readonly from: PlainDate | null;
  readonly scale: ScaleKind;
  readonly factor: DecimalText;
  readonly ratings: RatingFactors;
}

export interface UnplacedMeter extends UnplacedMeterDetails {
  readonly id: number;
}

interface UnplacedRow extends Omit<UnplacedMeter, 'ratings'>, RatingFactors {}

const selectAll = query()((sql) =>
  sql
    .selectFrom('unplaced_meters')
    .select([
      'id',
      'meter_id as meterId',
      'property_id as propertyId',
      'unit',
      'room',
      'position',
      'from_day as from',
      'scale',
      'factor',
      'kq',
      'kc',
      'kt',
    ])
    .orderBy('id'),
);

/** Oldest first. */
export function listUnplacedMeters(store: Store): UnplacedMeter[] {
  return store
    .all(selectAll, {})
    .map(({ kq, kc, kt, ...row }: UnplacedRow) => ({ ...row, ratings: { kq, kc, kt } }));
}

function unplacedValues({ meterId, propertyId, from, ratings, ...rest }: UnplacedMeterDetails) {
  return { meter_id: meterId, property_id: propertyId, from_day: from, ...rest, ...ratings };
}

/** Notes that a meter waits for its place; returns the note's id. */
export function addUnplacedMeter(change: Change, details: UnplacedMeterDetails): number {
  return change.insert('unplaced_meters', unplacedValues(details));
}

/** Lets a meter wait again under its own number, by which an earlier step still knows it. */
export function restoreUnplacedMeter(change: Change, meter: UnplacedMeter): void {
  change.insert('unplaced_meters', unplacedValues(meter));
}

/** The meter has its place, or is none any more. */
export function removeUnplacedMeter(change: Change, id: number): void {
  change.remove('unplaced_meters', id);
}
