/** Draws a table over as many pages as it needs: head on each, sum so far carried over, every cell tagged. */
import { PRINT_COLOURS } from '#shared/chart/print-colours.ts';
import { centsOf, type Cents } from '#shared/model/money.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import { formatPlainEuros } from '#shared/text/format.ts';
import type { Row, Table } from '../model/table.ts';
import type { Flow } from './flow.ts';
import { findPageBreaks } from './page-breaks.ts';
import type { Tag, TagType } from './sheet.ts';
import {
  CELL,
  layTable,
  spansAllColumns,
  styleOf,
  type LaidColumn,
  type LaidRow,
  type LaidTable,
} from './table-layout.ts';
import { baselineIn, type TypeStyle } from './type-styles.ts';

const SPACE_BELOW = 8;
/** A table up to this share of a page moves to the next one rather than break. */
const KEPT_WHOLE = 0.3;
/** More rows than this are never short: their height need not be worked out. */
const MOST_ROWS_KEPT = 24;

function layOn(flow: Flow, table: Table): LaidTable {
  return layTable(table, flow.width, flow.pageHeight / 2, flow.sheet.faces);
}

function heightOf(laid: LaidTable): number {
  return laid.rows.reduce((sum, row) => sum + row.height, laid.head?.height ?? 0);
}

/** How much of the table must stand below its heading: all of a short one, the head and some rows of a long one. */
export function beginningOfTable(flow: Flow, table: Table, someRows: number): number {
  if (table.rows.length > MOST_ROWS_KEPT) return someRows;
  const height = heightOf(layOn(flow, table));
  return height <= KEPT_WHOLE * flow.pageHeight ? height : someRows;
}

/** Draws the table from the cursor down; the cursor stands below it. */
export function drawTable(flow: Flow, table: Table): void {
  const laid = layOn(flow, table);
  const headHeight = laid.head?.height ?? 0;
  const height = heightOf(laid);
  if (height <= KEPT_WHOLE * flow.pageHeight) flow.need(height);
  const carryHeight = table.carriedColumns === undefined ? 0 : carryRowHeight(laid);
  const breaks = findPageBreaks(
    laid.rows.map((row, index) => ({
      height: row.height,
      keepWithNext: isKeptWithNext(row.row, laid.rows[index + 1]?.row),
    })),
    {
      first: flow.spaceLeft - headHeight,
      following: flow.pageHeight - headHeight,
      carry: carryHeight,
    },
  );
  new TableDrawer(flow, table, laid).draw(breaks);
  flow.y += SPACE_BELOW;
}

function carryRowHeight(laid: LaidTable): number {
  return laid.styles.strong.leading + 2 * CELL.linePadding;
}

function isKeptWithNext(row: Row, next: Row | undefined): boolean {
  return row.role === 'group' || (next !== undefined && next.role !== 'entry' && next.role !== 'group');
}

/** One table on its way down the pages, with the sums it carries. */
class TableDrawer {
  readonly #flow: Flow;
  readonly #table: Table;
  readonly #laid: LaidTable;
  readonly #element: Tag;
  #carried: Cents[];

  constructor(flow: Flow, table: Table, laid: LaidTable) {
    this.#flow = flow;
    this.#table = table;
    this.#laid = laid;
    this.#element = flow.sheet.open(flow.sheet.root, 'Table');
    this.#carried = (table.carriedColumns ?? []).map(() => centsOf(0));
  }

  draw(breaks: readonly number[]): void {
    if (!breaks.includes(0)) this.#drawFirstHead();
    for (const [index, row] of this.#laid.rows.entries()) {
      if (breaks.includes(index)) this.#turnPage(index);
      this.#drawRow(row);
      this.#carried = this.#carried.map((sum, column) => centsOf(sum + (row.row.carries?.[column] ?? 0)));
    }
    this.#element.end();
  }

  #turnPage(index: number): void {
    const { carriedSum, carriedOver } = DOCUMENT_TEXT.table;
    if (index > 0) this.#drawCarry(carriedSum);
    this.#flow.startPage();
    if (index === 0) this.#drawFirstHead();
    else {
      this.#flow.sheet.artifact('Pagination', () => this.#paintHead((_type, paint) => paint()));
      this.#ruleBelowHead();
      this.#drawCarry(carriedOver);
    }
  }

  #drawFirstHead(): void {
    if (this.#laid.head === null) return;
    const { sheet } = this.#flow;
    const row = sheet.open(this.#element, 'TR');
    this.#paintHead((type, paint) => sheet.tag(row, type, paint, { scope: 'Column' }));
    row.end();
    this.#ruleBelowHead();
  }

  #ruleBelowHead(): void {
    const { sheet } = this.#flow;
    if (this.#laid.head === null) return;
    sheet.artifact('Layout', () => this.#ruleAt(this.#flow.y, PRINT_COLOURS.ink, 0.75));
  }

  #paintHead(wrap: (type: TagType, paint: () => void) => void): void {
    const { head, styles, columns } = this.#laid;
    if (head === null) return;
    for (const [index, column] of columns.entries()) {
      const lines = head.lines[index] ?? [];
      const top = this.#flow.y + head.height - CELL.linePadding - lines.length * styles.head.leading;
      wrap('TH', () => this.#paintLines(lines, column, top, styles.head));
    }
    this.#flow.y += head.height;
  }

  #drawRow(laid: LaidRow): void {
    const { sheet } = this.#flow;
    const top = this.#flow.y;
    sheet.artifact('Layout', () => this.#paintGround(laid, top));
    const element = sheet.open(this.#element, 'TR');
    const style = styleOf(laid.row, this.#laid.styles);
    for (const [index, column] of this.#laid.columns.entries()) {
      const lines = laid.lines[index] ?? [];
      const cell = laid.row.cells[index];
      const cellStyle = typeof cell === 'object' ? this.#laid.styles.strong : style;
      const place = spansAllColumns(laid.row) ? { ...column, holds: 'words' as const } : column;
      const isRowHead = index === 0 && !spansAllColumns(laid.row);
      sheet.tag(
        element,
        isRowHead ? 'TH' : 'TD',
        () => this.#paintLines(lines, place, top + laid.spaceAbove + CELL.linePadding, cellStyle),
        isRowHead ? { scope: 'Row' } : {},
      );
    }
    element.end();
    this.#flow.y += laid.height;
  }

  /** Shading and rules: a hairline above each entry, a strong line above a sum. */
  #paintGround(laid: LaidRow, top: number): void {
    const { sheet, left } = this.#flow;
    for (const [index, column] of this.#laid.columns.entries()) {
      if (typeof laid.row.cells[index] === 'object') {
        const overhang = CELL.gutter / 2 - 1;
        const width = column.width + 2 * overhang;
        sheet.fill(left + column.x - overhang, top, width, laid.height, PRINT_COLOURS.panel);
      }
    }
    if (laid.row.role === 'total') this.#ruleAt(top, PRINT_COLOURS.ink, 0.75);
    else if (laid.row.role === 'subtotal') this.#ruleAt(top, PRINT_COLOURS.rule, 0.5);
    else if (laid.row.role === 'entry') this.#ruleAt(top, PRINT_COLOURS.hairline, 0.5);
  }

  #drawCarry(label: string): void {
    const { sheet } = this.#flow;
    const style = this.#laid.styles.strong;
    const columns = this.#table.carriedColumns ?? [];
    const [first] = this.#laid.columns;
    if (columns.length === 0 || first === undefined) return;
    sheet.artifact('Pagination', () => {
      this.#ruleAt(this.#flow.y, PRINT_COLOURS.rule, 0.5);
      const top = this.#flow.y + CELL.linePadding;
      this.#paintLines([label], first, top, style);
      for (const [position, column] of columns.entries()) {
        const place = this.#laid.columns[column];
        const sum = this.#carried[position];
        if (place && sum !== undefined) this.#paintLines([formatPlainEuros(sum)], place, top, style);
      }
    });
    this.#flow.y += carryRowHeight(this.#laid);
  }

  #paintLines(lines: readonly string[], column: LaidColumn, top: number, style: TypeStyle): void {
    const { sheet, left } = this.#flow;
    const isFigure = column.holds === 'figures';
    const x = left + column.x + (isFigure ? column.width : 0);
    for (const [index, line] of lines.entries()) {
      sheet.print(
        line,
        x,
        baselineIn(top + index * style.leading, style),
        style,
        isFigure ? 'right' : 'left',
      );
    }
  }

  #ruleAt(y: number, colour: string, thickness: number): void {
    const { sheet, left, right } = this.#flow;
    sheet.rule(left, right, y, colour, thickness);
  }
}
