/** Where the keyboard stands in a table and what it has marked; how each key moves it. Pure. */

/** Row -1 is the header. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** `at` has the focus; `anchor` and `extent` are two corners of the marked cells. */
export interface Cursor {
  readonly at: Position;
  readonly anchor: Position;
  readonly extent: Position;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** How many rows PgUp and PgDn go. */
  readonly page: number;
}

/** The marked cells, ends included. */
export interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface GridKey {
  readonly key: string;
  readonly isCtrl: boolean;
  readonly isShift: boolean;
}

/** Stands on one cell with nothing else marked. */
export function standAt(row: number, column: number): Cursor {
  const at = { row, column };
  return { at, anchor: at, extent: at };
}

export function rangeOf({ anchor, extent }: Cursor): Range {
  return {
    top: Math.min(anchor.row, extent.row),
    bottom: Math.max(anchor.row, extent.row),
    left: Math.min(anchor.column, extent.column),
    right: Math.max(anchor.column, extent.column),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function inside(position: Position, size: GridSize, firstRow: number): Position {
  return {
    row: clamp(position.row, firstRow, size.rows - 1),
    column: clamp(position.column, 0, size.columns - 1),
  };
}

function target({ row, column }: Position, { key, isCtrl }: GridKey, size: GridSize): Position | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: isCtrl ? Math.min(row, 0) : row - 1, column };
    case 'ArrowDown':
      return { row: isCtrl ? lastRow : row + 1, column };
    case 'ArrowLeft':
      return { row, column: isCtrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: isCtrl ? lastColumn : column + 1 };
    case 'Home':
      return { row: isCtrl ? 0 : row, column: 0 };
    case 'End':
      return { row: isCtrl ? lastRow : row, column: lastColumn };
    case 'PageUp':
      return { row: Math.max(row - size.page, Math.min(row, 0)), column };
    case 'PageDown':
      return { row: row + size.page, column };
    default:
      return null;
  }
}

/** Where a key leads, or null when the table does not own the key. Shift extends the marking and leaves the focus. */
export function moveCursor(cursor: Cursor, press: GridKey, size: GridSize): Cursor | null {
  if (size.columns === 0) return null;
  if (press.key === ' ' && cursor.at.row >= 0) return markRow(cursor.at, size);
  if (press.isCtrl && press.key.toLowerCase() === 'a') return markAll(cursor, size);
  const from = press.isShift ? cursor.extent : cursor.at;
  const next = target(from, press, size);
  if (next === null) return null;
  if (press.isShift) return { ...cursor, extent: inside(next, size, 0) };
  const at = inside(next, size, -1);
  return standAt(at.row, at.column);
}

function markRow(at: Position, size: GridSize): Cursor {
  return {
    at,
    anchor: { row: at.row, column: 0 },
    extent: { row: at.row, column: size.columns - 1 },
  };
}

function markAll(cursor: Cursor, size: GridSize): Cursor {
  return {
    at: cursor.at,
    anchor: { row: 0, column: 0 },
    extent: { row: size.rows - 1, column: size.columns - 1 },
  };
}

/** Marks from the anchor to the cell, as Shift and a click do. */
export function extendTo(cursor: Cursor, row: number, column: number): Cursor {
  return { ...cursor, extent: { row, column } };
}

/** The cursor after rows or columns went away. */
export function keepInside(cursor: Cursor, size: GridSize): Cursor {
  const at = inside(cursor.at, size, -1);
  if (at.row === cursor.at.row && at.column === cursor.at.column) {
    const { bottom, right } = rangeOf(cursor);
    if (bottom < size.rows && right < size.columns) return cursor;
  }
  return standAt(at.row, at.column);
}
