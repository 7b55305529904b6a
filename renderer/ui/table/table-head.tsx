/** The header row: titles that sort, with their place in the sorting, and edges that widen the column. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { PointerEvent } from 'react';
import { isNumeric, titleOf, type Column } from './column.ts';
import type { TableView } from './table-view.ts';

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sort: TableView['sort'];
  /** The column with the focus while the focus is in the header, or -1. */
  readonly focusColumn: number;
  readonly hasMenuColumn: boolean;
  readonly onWiden: (id: string, width: number) => void;
}

function ariaSort(sort: TableView['sort'], id: string): 'ascending' | 'descending' | 'none' {
  const entry = sort.find((candidate) => candidate.id === id);
  if (!entry) return 'none';
  return entry.desc ? 'descending' : 'ascending';
}

export function TableHead<Row>({ columns, sort, focusColumn, hasMenuColumn, onWiden }: TableHeadProps<Row>) {
  return (
    <div role="row" className="table-head" aria-rowindex={1}>
      {columns.map((column, index) => {
        const direction = ariaSort(sort, column.id);
        const place = sort.findIndex((entry) => entry.id === column.id) + 1;
        return (
          <div
            key={column.id}
            role="columnheader"
            className="table-cell table-title"
            aria-colindex={index + 1}
            aria-sort={direction}
            data-cell={`-1:${index}`}
            data-numeric={isNumeric(column) ? '' : undefined}
            tabIndex={index === focusColumn ? 0 : -1}
          >
            <span className="table-words">{titleOf(column)}</span>
            {direction === 'ascending' ? <ArrowUp size={14} aria-hidden /> : null}
            {direction === 'descending' ? <ArrowDown size={14} aria-hidden /> : null}
            {sort.length > 1 && place > 0 ? <span className="table-sort-place">{place}</span> : null}
            <span
              className="table-edge"
              onPointerDown={(event) => followPointer(event, (width) => onWiden(column.id, width))}
              onClick={(event) => event.stopPropagation()}
            />
          </div>
        );
      })}
      {hasMenuColumn ? (
        <div role="gridcell" className="table-cell table-menu-cell" aria-colindex={columns.length + 1} />
      ) : null}
    </div>
  );
}

/** Widens while the pointer is held; the menu of the title does the same by key. */
function followPointer(event: PointerEvent<HTMLElement>, onWidth: (width: number) => void): void {
  event.preventDefault();
  event.stopPropagation();
  const edge = event.currentTarget;
  const startX = event.clientX;
  const startWidth = edge.parentElement?.getBoundingClientRect().width ?? 0;
  edge.setPointerCapture(event.pointerId);
  const onMove = (move: globalThis.PointerEvent): void =>
    onWidth(Math.max(48, Math.round(startWidth + move.clientX - startX)));
  edge.addEventListener('pointermove', onMove);
  edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', onMove), {
    once: true,
  });
}
