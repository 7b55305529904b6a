/** Which previewed rows a paste writes. Pure. */
import type { PastedRow } from '#shared/contract/tenancies.ts';

/** A faulty or conflicting row is never written, an unchanged one needs no writing. */
export function isWritten(row: Pick<PastedRow, 'verdict'>): boolean {
  return row.verdict === 'new' || row.verdict === 'changed';
}
