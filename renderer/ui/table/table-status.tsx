/** The line under a table: how many rows the filters leave, and the sum of what is marked. */
import { useMemo } from 'react';
import { formatDecimal } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import type { Column } from './column.ts';
import type { Range } from './grid-cursor.ts';
import { sumMarked } from './sums.ts';

interface TableStatusProps<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly columns: readonly Column<Row>[];
  readonly range: Range;
}

export function TableStatus<Row>({ rows, total, columns, range }: TableStatusProps<Row>) {
  const text = useText();
  const { top, bottom, left, right } = range;
  const marked = useMemo(() => {
    const markedRows = rows.slice(Math.max(top, 0), bottom + 1);
    return sumMarked(columns.slice(left, right + 1), (column) => markedRows.map(column.value));
  }, [rows, columns, top, bottom, left, right]);
  const [shown, all] = [formatDecimal(rows.length, 0), formatDecimal(total, 0)];
  return (
    <div className="table-status">
      <span>{rows.length === total ? text.table.rows(total) : text.table.rowsOf(shown, all)}</span>
      <span role="status">{marked.cells > 1 ? text.table.marked(marked.cells, marked.sum) : null}</span>
    </div>
  );
}
