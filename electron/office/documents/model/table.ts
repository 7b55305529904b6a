/** A table as its author thinks of it: columns with a head, rows of cells, sums that carry over a page break. */
import type { Cents } from '#shared/model/money.ts';

export interface Column {
  readonly head: string;
  /** Figures stand at the right edge of their column and never break; words stand at the left. */
  readonly holds: 'words' | 'figures';
  /** Words share the width that figures leave, in this proportion; 0 takes no more than the words need. */
  readonly share?: number;
}

export type Cell = string | MarkedCell;

/** A cell that stands out: the row's own class in a list, an estimated reading. */
export interface MarkedCell {
  readonly text: string;
  readonly marked: true;
}

export type RowRole =
  /** An ordinary row. */
  | 'entry'
  /** The head of a group: its first cell runs over all columns. */
  | 'group'
  /** A remark on the row above: its first cell runs over all columns. */
  | 'remark'
  | 'subtotal'
  | 'total';

export interface Row {
  readonly role: RowRole;
  /** As many as there are columns; a group and a remark have one. */
  readonly cells: readonly Cell[];
  /** What the row adds to a carried column; sums and remarks add nothing. */
  readonly carries?: readonly Cents[];
  /** How many lines high the row is at least: room for handwriting. */
  readonly leastLines?: number;
}

export interface Table {
  /** What the table shows: names it where something in it cannot be printed. */
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** The columns whose sum so far is repeated at each page break, in the order of the rows' `carries`. */
  readonly carriedColumns?: readonly number[];
}

export function textOf(cell: Cell): string {
  return typeof cell === 'string' ? cell : cell.text;
}

export function entry(...cells: Cell[]): Row {
  return { role: 'entry', cells };
}

/** A row that somebody fills in by hand. */
export function entryToFillIn(...cells: Cell[]): Row {
  return { role: 'entry', cells, leastLines: 2 };
}

export function groupHead(text: string): Row {
  return { role: 'group', cells: [text] };
}

export function remark(text: string): Row {
  return { role: 'remark', cells: [text] };
}

export function subtotal(...cells: Cell[]): Row {
  return { role: 'subtotal', cells };
}

export function total(...cells: Cell[]): Row {
  return { role: 'total', cells };
}

export function words(head: string, share = 1): Column {
  return { head, holds: 'words', share };
}

export function figures(head: string): Column {
  return { head, holds: 'figures' };
}
