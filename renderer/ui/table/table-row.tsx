/** One row of the body. Drawn again only when something of its own changed. */
import { EllipsisVertical } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Column } from './column.ts';
import { TableCell } from './table-cell.tsx';

export interface TableRowProps<Row> {
  readonly row: Row;
  readonly rowIndex: number;
  readonly ariaRowIndex: number;
  readonly columns: readonly Column<Row>[];
  /** Pixels from the top of the body. */
  readonly top: number;
  /** The column with the focus, or -1. */
  readonly focusColumn: number;
  /** First and last marked column, or -1. */
  readonly markedFrom: number;
  readonly markedTo: number;
  readonly opensRow: boolean;
  /** The name of the row's menu; undefined when it has none. */
  readonly menuLabel: string | undefined;
  readonly editingColumn: number;
  readonly editor: ReactNode;
}

function PlainTableRow<Row>({
  row,
  rowIndex,
  ariaRowIndex,
  columns,
  top,
  focusColumn,
  markedFrom,
  markedTo,
  opensRow,
  menuLabel,
  editingColumn,
  editor,
}: TableRowProps<Row>) {
  return (
    <div
      role="row"
      aria-rowindex={ariaRowIndex}
      className="table-row"
      data-row={rowIndex}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, index) => (
        <TableCell
          key={column.id}
          row={row}
          column={column}
          rowIndex={rowIndex}
          columnIndex={index}
          isFocusable={index === focusColumn}
          isMarked={markedFrom >= 0 && index >= markedFrom && index <= markedTo}
          opensRow={opensRow}
          editor={index === editingColumn ? editor : null}
        />
      ))}
      {menuLabel === undefined ? null : (
        <div role="gridcell" className="table-cell table-menu-cell" aria-colindex={columns.length + 1}>
          <button
            type="button"
            className="table-menu-button"
            tabIndex={-1}
            aria-label={menuLabel}
            data-row-menu=""
          >
            <EllipsisVertical size={16} aria-hidden />
          </button>
        </div>
      )}
    </div>
  );
}

/** memo loses the type parameter; this gives it back. */
export const TableRow = memo(PlainTableRow) as typeof PlainTableRow;
