/** The marked cells as text for the clipboard. Pure. */
import { copyCell, titleOf, type Column } from './column.ts';
import type { Range } from './grid-cursor.ts';
import { toTsv } from './tsv.ts';

/** Where a paste begins: the rows from there down, the columns from there to the right. */
export interface PastePlace {
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
}

/** The marked cells tab-separated, with German decimals; titles first when asked. */
export function writeMarked<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  range: Range,
  withTitles: boolean,
): string {
  const marked = columns.slice(range.left, range.right + 1);
  const lines = rows
    .slice(Math.max(range.top, 0), range.bottom + 1)
    .map((row) => marked.map((column) => copyCell(column, column.value(row))));
  return toTsv(withTitles ? [marked.map(titleOf), ...lines] : lines);
}
