/** Where the columns, lines and page breaks of a table fall. Pure: measures text, draws nothing. */
import { textOf, type Column, type Row, type RowRole, type Table } from '../model/table.ts';
import type { Faces } from './faces.ts';
import { breakLines } from './line-breaker.ts';
import { TYPE, widthOf, type TypeStyle } from './type-styles.ts';

/** Space left and right of a cell's text, and above and below its lines, in points. */
export const CELL = { sidePadding: 4, linePadding: 2.5 } as const;

/** Tables that are too wide for their sheet are set smaller, down to the last of these sizes. */
const SIZES = [1, 0.95, 0.9, 0.85, 0.8, 0.75];
const LEAST_WORDS_WIDTH = 62;

export interface LaidColumn {
  readonly x: number;
  readonly width: number;
  readonly holds: Column['holds'];
}

export interface LaidRow {
  readonly row: Row;
  /** The lines of each cell. */
  readonly lines: readonly (readonly string[])[];
  readonly height: number;
}

export interface LaidTable {
  readonly columns: readonly LaidColumn[];
  /** Empty where no column has a head. */
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

/** Column widths that add up to `width`; null when the figures leave too little for the words. */
function columnWidths(table: Table, width: number, styles: TableStyles, faces: Faces): number[] | null {
  const padding = 2 * CELL.sidePadding;
  const needed = table.columns.map((column, index) => {
    const head = longestWord(column.head, styles.head, faces);
    const isFixed = column.holds === 'figures' || column.share === 0;
    return isFixed ? Math.max(head, widestCell(table, index, styles, faces)) + padding : null;
  });
  const shares = table.columns.map((column, index) => (needed[index] === null ? (column.share ?? 1) : 0));
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  const rest = width - needed.reduce<number>((sum, fixed) => sum + (fixed ?? 0), 0);
  if (allShares === 0) {
    const spread = rest / table.columns.length;
    return rest < 0 ? null : needed.map((fixed) => (fixed ?? 0) + spread);
  }
  const widths = needed.map((fixed, index) => fixed ?? (rest * (shares[index] ?? 0)) / allShares);
  const isTooNarrow = widths.some((columnWidth, index) => {
    const column = table.columns[index];
    if (column === undefined || needed[index] !== null) return false;
    const head = longestWord(column.head, styles.head, faces) + padding;
    return columnWidth < Math.max(head, LEAST_WORDS_WIDTH);
  });
  return isTooNarrow ? null : widths;
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
    const room = (spansAllColumns(row) ? width : (widths[index] ?? 0)) - 2 * CELL.sidePadding;
    return breakLines(textOf(cell), room, (text) => widthOf(text, cellStyle, faces));
  });
  const most = Math.max(1, ...lines.map((cellLines) => cellLines.length));
  return { row, lines, height: most * style.leading + 2 * CELL.linePadding };
}

function layHead(table: Table, widths: readonly number[], styles: TableStyles, faces: Faces): LaidRow | null {
  if (table.columns.every((column) => column.head === '')) return null;
  const row: Row = { role: 'entry', cells: table.columns.map((column) => column.head) };
  const lines = table.columns.map((column, index) =>
    breakLines(column.head, (widths[index] ?? 0) - 2 * CELL.sidePadding, (text) =>
      widthOf(text, styles.head, faces),
    ),
  );
  const most = Math.max(1, ...lines.map((cellLines) => cellLines.length));
  return { row, lines, height: most * styles.head.leading + 2 * CELL.linePadding };
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
    parts.push({ row, lines, height });
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
  for (const scale of SIZES) {
    styles = stylesAt(scale);
    widths = columnWidths(table, width, styles, faces);
    if (widths !== null) break;
  }
  const fitting = widths ?? table.columns.map(() => width / table.columns.length);
  let x = 0;
  const columns = fitting.map((columnWidth, index) => {
    const column = { x, width: columnWidth, holds: table.columns[index]?.holds ?? 'words' };
    x += columnWidth;
    return column;
  });
  const rows = table.rows
    .map((row) => layRow(row, fitting, width, styles, faces))
    .flatMap((laid) => splitTallRow(laid, tallestRow, styles));
  return { columns, head: layHead(table, fitting, styles, faces), rows, styles };
}
