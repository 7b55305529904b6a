/** The menus of a table: a row's commands and a column's, one open at a time. */
import { useState, type RefObject } from 'react';
import { useText } from '../../lib/text.tsx';
import type { CommandGroup } from '../menu.tsx';
import type { OpenMenu } from './floating-menu.tsx';
import type { Range } from './grid-cursor.ts';
import type { TableView } from './table-view.ts';
import { titleCommands } from './title-commands.ts';
import { cellSelector } from './use-grid-cursor.ts';
import type { TableModel } from './use-table-model.ts';

interface MenuSource<Row> {
  readonly model: TableModel<Row>;
  readonly range: Range;
  readonly focusedColumn: number;
  readonly commands: ((row: Row, marked: readonly Row[]) => readonly CommandGroup[]) | undefined;
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
  readonly onFilter: (column: number) => void;
}

interface TableMenus {
  readonly menu: OpenMenu | null;
  readonly close: () => void;
  readonly openRowMenu: (row: number, anchor?: Element) => void;
  readonly openTitleMenu: (column: number) => void;
}

export function useTableMenus<Row>(
  scroller: RefObject<HTMLElement | null>,
  { model, range, focusedColumn, commands, view, onView, onFilter }: MenuSource<Row>,
): TableMenus {
  const text = useText();
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const cellAt = (row: number, column: number): Element | null =>
    scroller.current?.querySelector(cellSelector(row, column)) ?? null;

  return {
    menu,
    close: () => setMenu(null),
    openRowMenu: (row, anchor = cellAt(row, focusedColumn) ?? undefined) => {
      const data = model.rows[row];
      if (!data || !commands || !anchor) return;
      const isMarked = row >= range.top && row <= range.bottom;
      const marked = isMarked ? model.rows.slice(Math.max(range.top, 0), range.bottom + 1) : [data];
      setMenu({ label: text.table.rowMenu, groups: commands(data, marked), anchor: { current: anchor } });
    },
    openTitleMenu: (index) => {
      const column = model.columns[index];
      const anchor = cellAt(-1, index);
      if (!column || !anchor) return;
      const ids = model.allColumns.map((candidate) => candidate.id);
      const groups = titleCommands(text, {
        column,
        index,
        ids,
        view,
        onView,
        onFilter: () => onFilter(index),
      });
      setMenu({ label: column.title, groups, anchor: { current: anchor } });
    },
  };
}
