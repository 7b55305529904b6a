/** What a tenant sees: his own unit, on his own days, and nothing else. Pure. */
import { intersect, type Period } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';

/** Whose view it is: one unit from moving in to moving out. */
export interface TenantScope {
  readonly unit: string;
  readonly from: PlainDate;
  /** Null while he stays. */
  readonly to: PlainDate | null;
}

/** A record of a unit on certain days: a month's consumption, a reading of a day. */
export interface RecordOfUnit {
  readonly unit: string;
  readonly period: Period;
}

/**
 * The records that are wholly a tenant's: of his unit, and of no day before he moved in or after he moved out. A
 * month he shares with somebody else is neither's (§ 6a Abs. 2 HeizkostenV compares whole months).
 */
export function tenantView<Kept extends RecordOfUnit>(
  { unit, from, to }: TenantScope,
  records: readonly Kept[],
): Kept[] {
  return records.filter((record) => {
    const own = intersect(record.period, { from, to: to ?? record.period.to });
    return (
      record.unit === unit && own !== null && own.from === record.period.from && own.to === record.period.to
    );
  });
}
