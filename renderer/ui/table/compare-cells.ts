/** The order of cells: German collation with numbers by value (WE 2 before WE 10). Empty cells sort last by caller. */
import { compareNames } from '#shared/text/compare-names.ts';
import type { CellValue } from './column.ts';

/** Ascending order of two filled cells. */
export function compareCells(a: Exclude<CellValue, null>, b: Exclude<CellValue, null>): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return compareNames(String(a), String(b));
}
