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

/** A cursor together with the table it was set in: only there does its position name a row. */
interface Standing {
  readonly cursor: Cursor;
  readonly ids: readonly string[];
  readonly size: GridSize;
}

/** `ids` are the rows in order: when they change, the cursor stays with its row. */
export function useGridCursor(
  grid: RefObject<HTMLElement | null>,
  ids: readonly string[],
  size: GridSize,
  reveal: (cursor: Cursor) => void,
  initial: () => Cursor,
): GridCursor {
  const [standing, setStanding] = useState<Standing>(() => ({ cursor: initial(), ids, size }));
  /** A fresh object each time the focus shall go to the cursor's cell. */
  const [focusRequest, setFocusRequest] = useState<object | null>(null);
  const answered = useRef<object | null>(null);
  const lastFocused = useRef<Element | null>(null);
  const isCurrent = standing.ids === ids && standing.size === size;
  const cursor = isCurrent ? standing.cursor : followRow(standing, ids, size);
  if (!isCurrent) setStanding({ cursor, ids, size });

  useLayoutEffect(() => {
    // A row that a filter or a deletion takes away takes the focus with it; the keyboard goes on in the row after it.
    const wasTakenAway =
      lastFocused.current?.isConnected === false && document.activeElement === document.body;
    if (focusRequest === answered.current && !wasTakenAway) return;
    answered.current = focusRequest;
    lastFocused.current = null;
    reveal(cursor);
    grid.current
      ?.querySelector<HTMLElement>(cellSelector(cursor.at.row, cursor.at.column))
      ?.focus({ preventScroll: true });
  }, [cursor, focusRequest, grid, reveal]);

  const markAt = useCallback((next: Cursor): void => setStanding({ cursor: next, ids, size }), [ids, size]);
  const focusCell = useCallback((): void => setFocusRequest({}), []);
  const moveTo = useCallback(
    (next: Cursor): void => {
      markAt(next);
      focusCell();
    },
    [markAt, focusCell],
  );

  useEffect(() => {
    const element = grid.current;
    const note = ({ target }: FocusEvent): void => {
      lastFocused.current = target instanceof Element ? target : null;
    };
    element?.addEventListener('focusin', note);
    return () => element?.removeEventListener('focusin', note);
  }, [grid]);

  return { cursor, moveTo, markAt, focusCell };
}

function followRow({ cursor, ids: before }: Standing, ids: readonly string[], size: GridSize): Cursor {
  const rowId = before[cursor.at.row];
  const row = rowId === undefined ? -1 : ids.indexOf(rowId);
  if (row < 0 || cursor.at.row < 0 || row === cursor.at.row) return keepInside(cursor, size);
  return keepInside(standAt(row, cursor.at.column), size);
}
