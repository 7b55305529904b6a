/**
 * The one table of the house: a virtualised ARIA grid with sorting, the filter row, cell editing, marking with sums,
 * copying, menus by key, and one tab stop. Every list of the window is one of these.
 */
import { useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { useRowHeight } from '../../lib/look-context.tsx';
import { useText } from '../../lib/text.tsx';
import type { CommandGroup } from '../menu.tsx';
import { writeMarked, type PastePlace } from './clipboard-text.ts';
import type { Column } from './column.ts';
import { FilterRow } from './filter-row.tsx';
import { FloatingMenu } from './floating-menu.tsx';
import { FooterRow } from './footer-row.tsx';
import { rangeOf, standAt, type Cursor } from './grid-cursor.ts';
import { revealColumn } from './reveal-cell.ts';
import { offerRowCommands } from './row-commands.ts';
import { TableBar } from './table-bar.tsx';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';
import { TableStatus } from './table-status.tsx';
import { sortNext, withFilter, type TableView } from './table-view.ts';
import { useCellEditing } from './use-cell-editing.tsx';
import { useFilterKey } from './use-filter-key.ts';
import { cellSelector, useGridCursor } from './use-grid-cursor.ts';
import { useGridKeys } from './use-grid-keys.ts';
import { useGridPointer } from './use-grid-pointer.ts';
import { cursorAt, useFoundPlace, useKeptPlace } from './use-kept-place.ts';
import { useTableMenus } from './use-table-menus.ts';
import { useTableModel } from './use-table-model.ts';
import { useRowWindow } from './use-row-window.ts';

export interface DataTableProps<Row extends object> {
  /** Spoken name of the table. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** Stable between renders; the first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rowId: (row: Row) => string;
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
  /** Enter, a double click or a click on the row's name. */
  readonly onOpen?: (row: Row) => void;
  /** The row's menu; `marked` are all rows touched by the marking, the row itself included. */
  readonly commands?: (row: Row, marked: readonly Row[]) => readonly CommandGroup[];
  /** What a list without any row says. */
  readonly empty: ReactNode;
  /** Stands at the left of the table's bar. */
  readonly actions?: ReactNode;
  /** Stands before the tools at the right of the bar, such as the menu of saved views. */
  readonly tools?: ReactNode;
  /** Takes text pasted into the grid, and the shown rows and columns from the cell at hand on. */
  readonly onPaste?: (text: string, at: PastePlace) => void;
}

const PAGE_ROWS = 12;
const MENU_REM = 2.5;

/** Words may be cut where the window is narrow, so that more columns are in sight; figures and days never. */
const LEAST_SHARE_OF_WORDS = 0.7;
/** A column this narrow holds one short word, which is not cut. */
const SHORT_WORD = 110;

function leastWidth<Row>({ kind, width }: Column<Row>): number {
  return kind === 'text' ? Math.max(Math.min(width, SHORT_WORD), width * LEAST_SHARE_OF_WORDS) : width;
}

/** The grid's geometry: unset widths share what is left over, set ones stay. */
function shapeOf<Row>(
  columns: readonly Column<Row>[],
  view: TableView,
  hasMenu: boolean,
  lines: number,
): CSSProperties {
  const menu = hasMenu ? MENU_REM : 0;
  const tracks = columns.map((column) => {
    const own = view.widths[column.id];
    return own === undefined ? `minmax(${leastWidth(column) / 16}rem, ${column.width}fr)` : `${own / 16}rem`;
  });
  const total = columns.reduce(
    (sum, column) => sum + (view.widths[column.id] ?? leastWidth(column)) / 16,
    menu,
  );
  return {
    '--columns': [...tracks, ...(hasMenu ? [`${MENU_REM}rem`] : [])].join(' '),
    '--table-width': `${total}rem`,
    '--table-lines': lines,
  } as CSSProperties;
}

export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  if (props.rows.length > 0) return <FilledTable {...props} />;
  return (
    <div className="table-frame">
      {props.actions === undefined ? null : <div className="table-bar">{props.actions}</div>}
      {props.empty}
    </div>
  );
}

function FilledTable<Row extends object>(props: DataTableProps<Row>) {
  const { label, rows, columns, rowId, view, onView, onOpen, commands } = props;
  const text = useText();
  const rowHeight = useRowHeight();
  const frame = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const [wantsFilters, setWantsFilters] = useState(false);
  const model = useTableModel(rows, columns, rowId, view);
  const hasFilters = wantsFilters || Object.keys(view.filters).length > 0;
  const hasFooter = columns.some((column) => column.isSummed === true);
  const hasMenu = commands !== undefined;
  const headRows = hasFilters ? 2 : 1;
  const ariaRows = model.rows.length + headRows + (hasFooter ? 1 : 0);
  const size = useMemo(
    () => ({ rows: model.rows.length, columns: model.columns.length, page: PAGE_ROWS }),
    [model.rows.length, model.columns.length],
  );

  const found = useFoundPlace(label);
  const [keptRow, setKeptRow] = useState(0);
  const rowWindow = useRowWindow(scroller, model.rows.length, rowHeight, keptRow, {
    above: rowHeight * headRows,
    below: hasFooter ? rowHeight : 0,
  });
  const reveal = ({ extent }: Cursor): void => {
    if (extent.row >= 0) rowWindow.show(extent.row);
    const cell = scroller.current?.querySelector<HTMLElement>(cellSelector(extent.row, extent.column));
    if (!cell || !scroller.current) return;
    revealColumn(scroller.current, cell, extent.column === 0);
    // In a low window the table itself may be out of sight.
    cell.scrollIntoView({ block: 'nearest' });
  };
  const { cursor, moveTo, markAt, focusCell } = useGridCursor(scroller, model.ids, size, reveal, () =>
    cursorAt(found, model.ids),
  );
  useKeptPlace(label, scroller, found, model.ids, cursor, focusCell);
  if (keptRow !== cursor.at.row) setKeptRow(cursor.at.row);
  const range = rangeOf(cursor);
  const hasMarking = range.top !== range.bottom || range.left !== range.right;

  const focusFilter = (index: number): void => {
    setWantsFilters(true);
    const wanted = (model.columns[index] ?? model.columns[0])?.id ?? '';
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLInputElement>(`[data-filter="${wanted}"]`)?.focus(),
    );
  };
  useFilterKey(frame, () => focusFilter(cursor.at.column));
  const { edited, edit, copyFromAbove, editorFor } = useCellEditing(
    model.rows,
    model.columns,
    size,
    moveTo,
    () => scroller.current?.contains(document.activeElement) === true,
  );
  const { menu, close, openRowMenu, openTitleMenu } = useTableMenus(scroller, {
    model,
    range,
    focusedColumn: cursor.at.column,
    commands,
    view,
    onView,
    onFilter: focusFilter,
  });
  const offered = (): readonly CommandGroup[] => {
    const focused = scroller.current?.querySelector('[data-row]:focus-within')?.getAttribute('data-row');
    const row = focused ? model.rows[Number(focused)] : undefined;
    return row && commands ? commands(row, [row]) : [];
  };
  useEffect(() => offerRowCommands(offered));
  const sort = (index: number, isAdded: boolean): void => {
    const column = model.columns[index];
    if (column) onView({ ...view, sort: sortNext(view.sort, column.id, isAdded) });
  };
  const open = (index: number): void => {
    const row = model.rows[index];
    if (row) onOpen?.(row);
  };
  const copy = (withTitles: boolean): void =>
    void navigator.clipboard.writeText(writeMarked(model.rows, model.columns, range, withTitles));
  const onKeyDown = useGridKeys(cursor, size, {
    moveTo,
    sort,
    openTitleMenu,
    openRowMenu,
    edit,
    open,
    copy,
    copyFromAbove: (row, column) => void copyFromAbove(row, column),
  });
  const pointer = useGridPointer(cursor, edited !== null, {
    markAt,
    sort,
    open,
    edit,
    openTitleMenu,
    openRowMenu,
  });

  return (
    <div className="table-frame" ref={frame}>
      <TableBar
        columns={model.allColumns}
        view={view}
        onView={onView}
        hasFilters={hasFilters}
        onFilters={(wanted) => {
          if (wanted) return focusFilter(cursor.at.column);
          setWantsFilters(false);
          onView({ ...view, filters: {} });
        }}
        actions={props.actions}
        tools={props.tools}
      />
      <div
        role="grid"
        tabIndex={-1}
        className="table-scroll"
        ref={scroller}
        aria-label={label}
        aria-rowcount={ariaRows}
        aria-colcount={model.columns.length + (hasMenu ? 1 : 0)}
        aria-multiselectable
        style={shapeOf(model.columns, view, hasMenu, ariaRows)}
        onKeyDown={onKeyDown}
        {...pointer}
        onPaste={(event) => {
          const isInField = event.target instanceof Element && event.target.closest('input') !== null;
          if (!props.onPaste || edited !== null || isInField) return;
          event.preventDefault();
          const { row, column } = cursor.at;
          props.onPaste(event.clipboardData.getData('text/plain'), {
            rowIds: model.ids.slice(Math.max(0, row)),
            columnIds: model.columns.slice(column).map(({ id }) => id),
          });
        }}
      >
        <div role="rowgroup" className="table-heads">
          <TableHead
            columns={model.columns}
            sort={view.sort}
            focusColumn={cursor.at.row < 0 || model.rows.length === 0 ? cursor.at.column : -1}
            hasMenuColumn={hasMenu}
            onWiden={(column, width) => onView({ ...view, widths: { ...view.widths, [column]: width } })}
          />
          {hasFilters ? (
            <FilterRow
              columns={model.columns}
              filters={view.filters}
              unreadable={model.unreadable}
              hasMenuColumn={hasMenu}
              onFilter={(column, typed) => onView(withFilter(view, column, typed))}
              onLeave={(column) => moveTo(standAt(model.rows.length === 0 ? -1 : 0, column))}
            />
          ) : null}
        </div>
        <div role="rowgroup" className="table-body" style={{ height: model.rows.length * rowHeight }}>
          {rowWindow.rows.map((index) => {
            const row = model.rows[index];
            if (!row) return null;
            const isMarked = hasMarking && index >= range.top && index <= range.bottom;
            const isEdited = edited?.row === index;
            return (
              <TableRow
                key={model.ids[index]}
                row={row}
                rowIndex={index}
                ariaRowIndex={index + headRows + 1}
                columns={model.columns}
                top={index * rowHeight}
                focusColumn={index === cursor.at.row ? cursor.at.column : -1}
                markedFrom={isMarked ? range.left : -1}
                markedTo={isMarked ? range.right : -1}
                opensRow={onOpen !== undefined}
                menuLabel={hasMenu ? text.table.rowMenu : undefined}
                editingColumn={isEdited ? edited.column : -1}
                editor={isEdited ? editorFor(row) : null}
              />
            );
          })}
        </div>
        {hasFooter ? (
          <div role="rowgroup" className="table-feet">
            <FooterRow
              columns={model.columns}
              rows={model.rows}
              ariaRowIndex={ariaRows}
              hasMenuColumn={hasMenu}
            />
          </div>
        ) : null}
      </div>
      {model.rows.length === 0 ? (
        <p className="table-nothing" role="status">
          {text.table.nothingLeft}
        </p>
      ) : null}
      <TableStatus rows={model.rows} total={rows.length} columns={model.columns} range={range} />
      <FloatingMenu
        menu={menu}
        onClose={() => {
          close();
          focusCell();
        }}
      />
    </div>
  );
}
