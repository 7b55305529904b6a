/** Sorts, filters and arranges rows and columns after the view: TanStack Table with the house's order and grammar. */
import {
  columnFilteringFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  createFilteredRowModel,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { today } from '../../lib/moment.ts';
import type { Column } from './column.ts';
import { compareCells } from './compare-cells.ts';
import { readFilter, type CellTest } from './filter-grammar.ts';
import { orderColumns, type TableView } from './table-view.ts';

const features = tableFeatures({
  columnFilteringFeature,
  columnOrderingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
  filteredRowModel: createFilteredRowModel(),
  sortedRowModel: createSortedRowModel(),
});

type Features = typeof features;

/** What the grid draws. */
export interface TableModel<Row> {
  /** The rows the filters leave, in order. */
  readonly rows: readonly Row[];
  readonly ids: readonly string[];
  /** The shown columns in order; the first names the row. */
  readonly columns: readonly Column<Row>[];
  /** Every column in order, for the column chooser. */
  readonly allColumns: readonly Column<Row>[];
  /** Columns whose filter cannot be read. */
  readonly unreadable: ReadonlySet<string>;
}

function defineColumn<Row extends object>(column: Column<Row>): ColumnDef<Features, Row> {
  return {
    id: column.id,
    accessorFn: (row) => column.value(row) ?? undefined,
    sortUndefined: 'last',
    sortFn: (a, b, id) => compareCells(a.getValue(id), b.getValue(id)),
    filterFn: (row, id, test: CellTest) => test(row.getValue(id) ?? null),
  };
}

export function isShown<Row>(column: Column<Row>, view: TableView): boolean {
  return view.shown[column.id] ?? column.isHiddenAtFirst !== true;
}

/** The model of one table. `columns` must be stable between renders. */
export function useTableModel<Row extends object>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  rowId: (row: Row) => string,
  view: TableView,
): TableModel<Row> {
  const definitions = useMemo(() => columns.map(defineColumn), [columns]);
  const filters = useMemo(() => readFilters(columns, view.filters), [columns, view.filters]);
  const allColumns = useMemo(() => arrange(columns, view.order), [columns, view.order]);
  const state = useMemo(
    () => ({
      sorting: view.sort.filter(({ id }) => columns.some((column) => column.id === id)),
      columnFilters: filters.tests.map(({ id, test }) => ({ id, value: test })),
      columnVisibility: Object.fromEntries(columns.map((column) => [column.id, isShown(column, view)])),
      columnOrder: allColumns.map((column) => column.id),
    }),
    [view, columns, filters, allColumns],
  );
  const table = useTable<Features, Row>({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state,
  });
  const model = table.getRowModel();
  return useMemo(
    () => ({
      rows: model.rows.map((row) => row.original),
      ids: model.rows.map((row) => row.id),
      columns: allColumns.filter((column) => isShown(column, view)),
      allColumns,
      unreadable: filters.unreadable,
    }),
    [model, allColumns, view, filters],
  );
}

function arrange<Row>(columns: readonly Column<Row>[], order: readonly string[]): Column<Row>[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  return orderColumns([...byId.keys()], order).flatMap((id) => byId.get(id) ?? []);
}

interface ReadFilters {
  readonly tests: readonly { readonly id: string; readonly test: CellTest }[];
  readonly unreadable: ReadonlySet<string>;
}

function readFilters<Row>(columns: readonly Column<Row>[], texts: TableView['filters']): ReadFilters {
  const tests: { id: string; test: CellTest }[] = [];
  const unreadable = new Set<string>();
  for (const { id, kind } of columns) {
    const test = readFilter(texts[id] ?? '', kind, today());
    if (test === 'unreadable') unreadable.add(id);
    else if (test !== null) tests.push({ id, test });
  }
  return { tests, unreadable };
}
