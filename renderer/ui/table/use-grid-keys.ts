/** What each key does in a table: moving, marking, editing, copying, opening menus. */
import type { KeyboardEvent } from 'react';
import { moveCursor, standAt, type Cursor, type GridSize } from './grid-cursor.ts';

export interface GridActions {
  readonly moveTo: (cursor: Cursor) => void;
  readonly sort: (column: number, isAdded: boolean) => void;
  readonly openTitleMenu: (column: number) => void;
  readonly openRowMenu: (row: number) => void;
  /** Opens the editor; `typed` replaces the cell's text. Returns false for a cell that cannot be edited. */
  readonly edit: (row: number, column: number, typed: string | null) => boolean;
  readonly open: (row: number) => void;
  readonly copy: (withTitles: boolean) => void;
  readonly copyFromAbove: (row: number, column: number) => void;
}

const IS_PRINTABLE = /^[^\p{C}\p{Z}]$/u;

/** The handler for key presses inside the grid, header included. */
export function useGridKeys(
  cursor: Cursor,
  size: GridSize,
  actions: GridActions,
): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const { row, column } = cursor.at;
    const isCtrl = event.ctrlKey || event.metaKey;
    const run = (action: () => void): void => {
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    if (event.altKey && event.key !== 'ArrowDown') return;
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10'))
      return run(() => (row < 0 ? actions.openTitleMenu(column) : actions.openRowMenu(row)));
    if (row < 0) {
      if (event.key === 'Enter' || event.key === ' ') return run(() => actions.sort(column, event.shiftKey));
      if (event.altKey) return run(() => actions.openTitleMenu(column));
    } else if (size.rows > 0) {
      if (event.key === 'F2' && actions.edit(row, column, null)) return run(() => undefined);
      if (event.key === 'Enter' && !isCtrl)
        return run(() => {
          if (!actions.edit(row, column, null)) actions.open(row);
        });
      if (isCtrl && event.key.toLowerCase() === 'c') return run(() => actions.copy(!event.shiftKey));
      if (isCtrl && event.key.toLowerCase() === 'd') return run(() => actions.copyFromAbove(row, column));
      if (event.key === 'Escape' && cursor.anchor !== cursor.extent)
        return run(() => actions.moveTo(standAt(row, column)));
      if (!isCtrl && IS_PRINTABLE.test(event.key) && actions.edit(row, column, event.key))
        return run(() => undefined);
    }
    const next = moveCursor(cursor, { key: event.key, isCtrl, isShift: event.shiftKey }, size);
    if (next) run(() => actions.moveTo(next));
  };
}
