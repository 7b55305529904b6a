/** The filter row under the header: one field a column, read by the house grammar. */
import type { KeyboardEvent } from 'react';
import { useText } from '../../lib/text.tsx';
import { MenuCell } from './menu-cell.tsx';
import { titleOf, type Column } from './column.ts';

interface FilterRowProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly filters: Readonly<Record<string, string>>;
  readonly unreadable: ReadonlySet<string>;
  readonly hasMenuColumn: boolean;
  readonly onFilter: (id: string, text: string) => void;
  /** Goes down into the rows, in this column. */
  readonly onLeave: (column: number) => void;
}

/** Typing and the clipboard stay with the field and out of the grid; the window's own shortcuts go through. */
function isForTheField({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  const isPlain = !ctrlKey && !metaKey && !altKey && !/^F\d+$/.test(key);
  return isPlain || /^[acdvxyz]$/i.test(key);
}

export function FilterRow<Row>({
  columns,
  filters,
  unreadable,
  hasMenuColumn,
  onFilter,
  onLeave,
}: FilterRowProps<Row>) {
  const text = useText();
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, column: Column<Row>, index: number): void => {
    if (isForTheField(event)) event.stopPropagation();
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      onLeave(index);
    } else if (event.key === 'Escape' && event.currentTarget.value !== '') {
      onFilter(column.id, '');
    }
  };
  return (
    <div role="row" className="table-head table-filters" aria-rowindex={2}>
      {columns.map((column, index) => {
        const isUnreadable = unreadable.has(column.id);
        return (
          <div key={column.id} role="gridcell" className="table-cell table-filter" aria-colindex={index + 1}>
            <input
              className="filter-input"
              data-filter={column.id}
              aria-label={text.table.filterOf(titleOf(column))}
              aria-invalid={isUnreadable}
              title={isUnreadable ? text.table.filterUnreadable : text.table.filterHelp[column.kind]}
              value={filters[column.id] ?? ''}
              spellCheck={false}
              onChange={(event) => onFilter(column.id, event.target.value)}
              onKeyDown={(event) => onKeyDown(event, column, index)}
            />
          </div>
        );
      })}
      {hasMenuColumn ? <MenuCell column={columns.length + 1} /> : null}
    </div>
  );
}
