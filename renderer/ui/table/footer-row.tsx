/** The footer row: sums of what the filters leave. */
import { useMemo } from 'react';
import { useText } from '../../lib/text.tsx';
import { MenuCell } from './menu-cell.tsx';
import { isNumeric, type Column } from './column.ts';
import { writeFooter } from './sums.ts';

interface FooterRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly ariaRowIndex: number;
  readonly hasMenuColumn: boolean;
}

export function FooterRow<Row>({ columns, rows, ariaRowIndex, hasMenuColumn }: FooterRowProps<Row>) {
  const text = useText();
  const sums = useMemo(
    () =>
      columns.map((column) => (column.isSummed === true ? writeFooter(column, rows.map(column.value)) : '')),
    [columns, rows],
  );
  return (
    <div role="row" className="table-foot" aria-rowindex={ariaRowIndex}>
      {columns.map((column, index) => (
        <div
          key={column.id}
          role={index === 0 ? 'rowheader' : 'gridcell'}
          className="table-cell"
          aria-colindex={index + 1}
          data-numeric={isNumeric(column) ? '' : undefined}
        >
          <span className="table-words">{index === 0 ? text.table.sum : sums[index]}</span>
        </div>
      ))}
      {hasMenuColumn ? <MenuCell column={columns.length + 1} /> : null}
    </div>
  );
}
