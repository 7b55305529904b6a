/** Which rows of a delivery are taken over. Pure. */
import type { DeliveryRow } from '#shared/contract/keys.ts';

/** Whether there is anything to take over of a row. */
export function isWritable({ verdict }: DeliveryRow): boolean {
  return verdict === 'new' || verdict === 'changed';
}

export function isTaken(row: DeliveryRow, skipped: ReadonlySet<number>): boolean {
  return isWritable(row) && !skipped.has(row.entry);
}
