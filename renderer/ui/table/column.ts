/** A column of the house's table as data: what it is called, what it holds, how it is written. No React state. */
import type { ReactNode } from 'react';
import type { Result } from '#shared/model/result.ts';
import { formatDate, formatDecimal, formatPlainEuros, NO_BREAK_SPACE } from '#shared/text/format.ts';
import { centsOf } from '#shared/model/money.ts';
import { parsePlainDate } from '#shared/model/plain-date.ts';
import { formatMoment } from '../../lib/moment.ts';

/** What a cell holds for sorting, filtering and copying. Money is cents, days and moments are ISO text. */
export type CellValue = string | number | null;

export type ColumnKind = 'text' | 'decimal' | 'money' | 'day' | 'moment';

/** How a cell is edited in place. `write` stores the typed text or says in a sentence why not. */
export interface CellEditing<Row> {
  readonly isAllowed?: (row: Row) => boolean;
  /** The text the editor opens with. */
  readonly text: (row: Row) => string;
  readonly write: (row: Row, typed: string) => Promise<Result<null, string>> | Result<null, string>;
  /** A choice among these instead of a free text. */
  readonly choices?: (row: Row) => readonly { readonly value: string; readonly label: string }[];
}

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  readonly kind: ColumnKind;
  readonly value: (row: Row) => CellValue;
  /** Shown behind the title; the cells carry plain numbers. */
  readonly unit?: string;
  /** Decimals of a `decimal` column; 2 when left out. */
  readonly places?: number;
  /** What stands in the cell instead of the written value. */
  readonly show?: (row: Row) => ReactNode;
  /** Width in pixels at 100 %. */
  readonly width: number;
  /** The footer adds up what the filters leave. */
  readonly isSummed?: boolean;
  /** The rows measure different things, each named in a column beside: marked cells are not added up. */
  readonly isMixed?: boolean;
  readonly isHiddenAtFirst?: boolean;
  readonly editing?: CellEditing<Row>;
}

/** Numbers stand on the right, so that their digits line up. */
export function isNumeric(column: Pick<Column<never>, 'kind'>): boolean {
  return column.kind === 'decimal' || column.kind === 'money';
}

/** The cell as it is shown when the column does not draw it itself. */
export function writeCell(column: Pick<Column<never>, 'kind' | 'places'>, value: CellValue): string {
  if (value === null || value === '') return '';
  if (column.kind === 'money') return formatPlainEuros(centsOf(Number(value)));
  if (column.kind === 'decimal') return formatDecimal(Number(value), column.places ?? 2);
  if (column.kind === 'moment') return formatMoment(String(value));
  if (column.kind === 'day') {
    const day = parsePlainDate(String(value));
    return day ? formatDate(day) : String(value);
  }
  return String(value);
}

/** The cell as a German spreadsheet reads it: no grouping, a plain minus, a decimal comma. */
export function copyCell(column: Pick<Column<never>, 'kind' | 'places'>, value: CellValue): string {
  const written = writeCell(column, value);
  return isNumeric(column) ? written.replaceAll('.', '').replace('−', '-') : written;
}

/** The title with its unit, as the header shows and the clipboard carries it. */
export function titleOf(column: Pick<Column<never>, 'title' | 'unit'>): string {
  return column.unit === undefined ? column.title : `${column.title}${NO_BREAK_SPACE}(${column.unit})`;
}
