/** One cell of the body: its written value, or the editor while it is edited. */
import type { ReactNode } from 'react';
import { isNumeric, writeCell, type Column } from './column.ts';

interface TableCellProps<Row> {
  readonly row: Row;
  readonly column: Column<Row>;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly isFocusable: boolean;
  readonly isMarked: boolean;
  readonly opensRow: boolean;
  readonly editor: ReactNode;
}

export function TableCell<Row>({
  row,
  column,
  rowIndex,
  columnIndex,
  isFocusable,
  isMarked,
  opensRow,
  editor,
}: TableCellProps<Row>) {
  const isEditable = column.editing !== undefined && (column.editing.isAllowed?.(row) ?? true);
  const written = column.show ? column.show(row) : writeCell(column, column.value(row));
  const namesRow = columnIndex === 0;
  return (
    <div
      role={namesRow ? 'rowheader' : 'gridcell'}
      className="table-cell"
      aria-colindex={columnIndex + 1}
      aria-selected={isMarked}
      aria-readonly={column.editing === undefined ? undefined : !isEditable}
      data-cell={`${rowIndex}:${columnIndex}`}
      data-numeric={isNumeric(column) ? '' : undefined}
      data-editable={isEditable ? '' : undefined}
      data-marked={isMarked ? '' : undefined}
      data-opens={namesRow && opensRow ? '' : undefined}
      tabIndex={isFocusable ? 0 : -1}
    >
      {editor ?? <span className="table-words">{written}</span>}
    </div>
  );
}
