/** Where the columns, lines and page breaks of a table fall. Pure: measures text, draws nothing. */
import { textOf, type Column, type Row, type RowRole, type Table } from '../model/table.ts';
import type { Faces } from './faces.ts';
import { breakLines } from './line-breaker.ts';
import { TYPE, widthOf, type TypeStyle } from './type-styles.ts';

/** Space above and below the lines of a cell, and between the texts of two columns, in points. */
export const CELL = { linePadding: 2, gutter: 12 } as const;

/** What sets a group apart from the rows above it. */
const SPACE_ABOVE_GROUP = 5;

/**
 * How a table may be set, the first that fits its sheet: `scale` of the type, and how wide the head of a column may
 * make it before its words go on separate lines.
 */
const SETTINGS = [
  { scale: 1, headRoom: 96 },
  { scale: 1, headRoom: 0 },
  { scale: 0.95, headRoom: 0 },
  { scale: 0.9, headRoom: 0 },
  { scale: 0.85, headRoom: 0 },
  { scale: 0.8, headRoom: 0 },
  { scale: 0.75, headRoom: 0 },
];
const LEAST_WORDS_WIDTH = 62;

export interface LaidColumn {
  /** Where the column's text begins, and how wide it may be. */
  readonly x: number;
  readonly width: number;
  readonly holds: Column['holds'];
}

export interface LaidRow {
  readonly row: Row;
  /** The lines of each cell. */
  readonly lines: readonly (readonly string[])[];
  /** Empty space at the top of the row, part of its height. */
  readonly spaceAbove: number;
  readonly height: number;
}

export interface LaidTable {
  readonly columns: readonly LaidColumn[];
  /** Null where no column has a head. */
  readonly head: LaidRow | null;
  readonly rows: readonly LaidRow[];
  readonly styles: TableStyles;
}

export interface TableStyles {
  readonly head: TypeStyle;
  readonly plain: TypeStyle;
  readonly strong: TypeStyle;
  readonly remark: TypeStyle;
}

function stylesAt(scale: number): TableStyles {
  const scaled = (style: TypeStyle): TypeStyle => ({
    ...style,
    size: style.size * scale,
    leading: style.leading * scale,
  });
  return {
    head: scaled(TYPE.label),
    plain: scaled(TYPE.detail),
    strong: scaled({ ...TYPE.detail, weight: 'semibold' }),
    remark: scaled(TYPE.label),
  };
}

const STYLE_OF_ROLE: Record<RowRole, keyof TableStyles> = {
  entry: 'plain',
  remark: 'remark',
  group: 'strong',
  subtotal: 'strong',
  total: 'strong',
};

export function styleOf(row: Row, styles: TableStyles): TypeStyle {
  return styles[STYLE_OF_ROLE[row.role]];
}

/** A group and a remark run over all columns. */
export function spansAllColumns(row: Row): boolean {
  return row.role === 'group' || row.role === 'remark';
}

/** The width of the longest piece a text may not be broken into less than. */
function longestWord(text: string, style: TypeStyle, faces: Faces): number {
  return Math.max(0, ...text.split(/[ \n\u00ad]/).map((word) => widthOf(word, style, faces)));
}

function widestCell(table: Table, index: number, styles: TableStyles, faces: Faces): number {
  let widest = 0;
  for (const row of table.rows) {
    const cell = row.cells[index];
    if (cell === undefined || spansAllColumns(row)) continue;
    const style = typeof cell === 'string' ? styleOf(row, styles) : styles.strong;
    widest = Math.max(widest, widthOf(textOf(cell), style, faces));
  }
  return widest;
}

/** Text widths of the columns that fill `width` with the gutters; null when the figures leave too little for words. */
function columnWidths(
  table: Table,
  width: number,
  headRoom: number,
  styles: TableStyles,
  faces: Faces,
): number[] | null {
  const heads = table.columns.map(({ head }) =>
    Math.max(longestWord(head, styles.head, faces), Math.min(headRoom, widthOf(head, styles.head, faces))),
  );
  const needed = table.columns.map((column, index) => {
    const isFixed = column.holds === 'figures' || column.share === 0;
    return isFixed ? Math.max(heads[index] ?? 0, widestCell(table, index, styles, faces)) : null;
  });
  const shares = table.columns.map((column, index) => (needed[index] === null ? (column.share ?? 1) : 0));
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  const gutters = CELL.gutter * (table.columns.length - 1);
  const rest = width - gutters - needed.reduce<number>((sum, fixed) => sum + (fixed ?? 0), 0);
  if (allShares === 0) {
    const spread = rest / table.columns.length;
    return rest < 0 ? null : needed.map((fixed) => (fixed ?? 0) + spread);
  }
  const widths = needed.map((fixed, index) => fixed ?? (rest * (shares[index] ?? 0)) / allShares);
  const isTooNarrow = widths.some(
    (columnWidth, index) =>
      needed[index] === null && columnWidth < Math.max(heads[index] ?? 0, LEAST_WORDS_WIDTH),
  );
  return isTooNarrow ? null : widths;
}

/** The last resort for a table that fits in no setting: its figures may break. */
function equalWidths(count: number, width: number): number[] {
  const each = (width - CELL.gutter * (count - 1)) / count;
  return Array.from({ length: count }, () => each);
}

function layRow(
  row: Row,
  widths: readonly number[],
  width: number,
  styles: TableStyles,
  faces: Faces,
): LaidRow {
  const style = styleOf(row, styles);
  const lines = row.cells.map((cell, index) => {
    const cellStyle = typeof cell === 'string' ? style : styles.strong;
    const room = spansAllColumns(row) ? width : (widths[index] ?? 0);
    return breakLines(textOf(cell), room, (text) => widthOf(text, cellStyle, faces));
  });
  const most = Math.max(row.leastLines ?? 1, ...lines.map((cellLines) => cellLines.length));
  const spaceAbove = row.role === 'group' ? SPACE_ABOVE_GROUP : 0;
  return { row, lines, spaceAbove, height: spaceAbove + most * style.leading + 2 * CELL.linePadding };
}

function layHead(table: Table, widths: readonly number[], styles: TableStyles, faces: Faces): LaidRow | null {
  if (table.columns.every((column) => column.head === '')) return null;
  const row: Row = { role: 'entry', cells: table.columns.map((column) => column.head) };
  const lines = table.columns.map((column, index) =>
    breakLines(column.head, widths[index] ?? 0, (text) => widthOf(text, styles.head, faces)),
  );
  const most = Math.max(1, ...lines.map((cellLines) => cellLines.length));
  return { row, lines, spaceAbove: 0, height: most * styles.head.leading + 2 * CELL.linePadding };
}

/** Splits a row that no page could hold into rows that each fit; its lines stay in order. */
function splitTallRow(laid: LaidRow, tallest: number, styles: TableStyles): LaidRow[] {
  if (laid.height <= tallest) return [laid];
  const { leading } = styleOf(laid.row, styles);
  const linesPerPart = Math.max(1, Math.floor((tallest - 2 * CELL.linePadding) / leading));
  const most = Math.max(...laid.lines.map((lines) => lines.length));
  const parts: LaidRow[] = [];
  for (let from = 0; from < most; from += linesPerPart) {
    const lines = laid.lines.map((cellLines) => cellLines.slice(from, from + linesPerPart));
    const height = Math.min(linesPerPart, most - from) * leading + 2 * CELL.linePadding;
    const row = from === 0 ? laid.row : withoutCarry(laid.row);
    parts.push({ row, lines, spaceAbove: 0, height });
  }
  return parts;
}

function withoutCarry(row: Row): Row {
  return { role: row.role, cells: row.cells };
}

/**
 * Lays a table out in `width` points; no row becomes taller than `tallestRow`. Figures get the width they need, the
 * words share the rest, and a table that does not fit is set smaller.
 */
export function layTable(table: Table, width: number, tallestRow: number, faces: Faces): LaidTable {
  let styles = stylesAt(1);
  let widths: number[] | null = null;
  for (const { scale, headRoom } of SETTINGS) {
    styles = stylesAt(scale);
    widths = columnWidths(table, width, headRoom, styles, faces);
    if (widths !== null) break;
  }
  const fitting = widths ?? equalWidths(table.columns.length, width);
  let x = 0;
  const columns = fitting.map((columnWidth, index) => {
    const column = { x, width: columnWidth, holds: table.columns[index]?.holds ?? 'words' };
    x += columnWidth + CELL.gutter;
    return column;
  });
  const rows = table.rows
    .map((row) => layRow(row, fitting, width, styles, faces))
    .flatMap((laid) => splitTallRow(laid, tallestRow, styles));
  return { columns, head: layHead(table, fitting, styles, faces), rows, styles };
}
