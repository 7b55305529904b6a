/** The header row: titles that sort, with their place in the sorting, and edges that widen the column. */
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { MenuCell } from './menu-cell.tsx';
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
            <ColumnEdge onWidth={(width) => onWiden(column.id, width)} />
          </div>
        );
      })}
      {hasMenuColumn ? <MenuCell column={columns.length + 1} /> : null}
    </div>
  );
}

/** The edge that widens its column while the pointer is held; the menu of the title does the same by key. */
function ColumnEdge({ onWidth }: { readonly onWidth: (width: number) => void }) {
  const edge = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = edge.current;
    if (!element) return undefined;
    const onDown = (event: PointerEvent): void => followPointer(element, event, onWidth);
    const onClick = (event: MouseEvent): void => event.stopPropagation();
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('click', onClick);
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('click', onClick);
    };
  }, [onWidth]);
  return <span className="table-edge" ref={edge} aria-hidden="true" />;
}

const LEAST_WIDTH = 48;

function followPointer(edge: HTMLElement, event: PointerEvent, onWidth: (width: number) => void): void {
  event.preventDefault();
  event.stopPropagation();
  const startX = event.clientX;
  const startWidth = edge.parentElement?.getBoundingClientRect().width ?? 0;
  edge.setPointerCapture(event.pointerId);
  const onMove = (move: PointerEvent): void =>
    onWidth(Math.max(LEAST_WIDTH, Math.round(startWidth + move.clientX - startX)));
  edge.addEventListener('pointermove', onMove);
  const stop = (): void => edge.removeEventListener('pointermove', onMove);
  edge.addEventListener('lostpointercapture', stop, { once: true });
}
