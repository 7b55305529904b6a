/** The table's cursor as state: which cell has focus, what is marked, and how it follows its row through sorting. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { keepInside, standAt, type Cursor, type GridSize } from './grid-cursor.ts';

interface GridCursor {
  readonly cursor: Cursor;
  /** Moves the cursor and takes the focus along. */
  readonly moveTo: (cursor: Cursor) => void;
  /** Moves the cursor after a click; the browser has set the focus already. */
  readonly markAt: (cursor: Cursor) => void;
  /** Gives the focus back to the cursor's cell, such as after an edit. */
  readonly focusCell: () => void;
}

export function cellSelector(row: number, column: number): string {
  return `[data-cell="${row}:${column}"]`;
}

/** `ids` are the rows in order: when they change, the cursor stays with its row. */
export function useGridCursor(
  grid: RefObject<HTMLElement | null>,
  ids: readonly string[],
  size: GridSize,
  reveal: (cursor: Cursor) => void,
  initial: () => Cursor,
): GridCursor {
  const [cursor, setCursor] = useState<Cursor>(initial);
  /** A fresh object each time the focus shall go to the cursor's cell. */
  const [focusRequest, setFocusRequest] = useState<object | null>(null);
  const answered = useRef<object | null>(null);
  const rowAtCursor = useRef<string | undefined>(undefined);

  useEffect(() => {
    // Read now: the effect below notes another row before React comes to the update.
    const rowId = rowAtCursor.current;
    setCursor((current) => followRow(current, rowId, ids, size));
  }, [ids, size]);

  useEffect(() => {
    rowAtCursor.current = ids[cursor.at.row];
  }, [cursor, ids]);

  useLayoutEffect(() => {
    if (focusRequest === answered.current) return;
    answered.current = focusRequest;
    reveal(cursor);
    grid.current
      ?.querySelector<HTMLElement>(cellSelector(cursor.at.row, cursor.at.column))
      ?.focus({ preventScroll: true });
  }, [cursor, focusRequest, grid, reveal]);

  const moveTo = useCallback((next: Cursor): void => {
    setCursor(next);
    setFocusRequest({});
  }, []);
  const focusCell = useCallback((): void => setFocusRequest({}), []);
  return { cursor, moveTo, markAt: setCursor, focusCell };
}

function followRow(
  cursor: Cursor,
  rowId: string | undefined,
  ids: readonly string[],
  size: GridSize,
): Cursor {
  const row = rowId === undefined ? -1 : ids.indexOf(rowId);
  if (row < 0 || cursor.at.row < 0 || row === cursor.at.row) return keepInside(cursor, size);
  return keepInside(standAt(row, cursor.at.column), size);
}
