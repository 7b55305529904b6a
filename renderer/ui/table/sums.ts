/** Sums of columns and of marked cells, exact in the last decimal shown. Pure. */
import { centsOf } from '#shared/model/money.ts';
import { rational } from '#shared/model/rational.ts';
import { formatDecimal, formatEuros, formatQuantity } from '#shared/text/format.ts';
import { isNumeric, type CellValue, type Column } from './column.ts';

/** The sum of a numeric column over some cells, in the column's last decimal (cents for money). */
export function sumInLastPlace(
  column: Pick<Column<never>, 'kind' | 'places'>,
  values: Iterable<CellValue>,
): number {
  const scale = column.kind === 'money' ? 1 : 10 ** (column.places ?? 2);
  let total = 0;
  for (const value of values) if (typeof value === 'number') total += Math.round(value * scale);
  return total;
}

/** A sum as the footer writes it, without its unit. */
export function writeSum(column: Pick<Column<never>, 'kind' | 'places'>, sum: number): string {
  const places = column.kind === 'money' ? 2 : (column.places ?? 2);
  return formatDecimal(rational(sum, 10n ** BigInt(places)), places);
}

/** The footer of a column: empty where no row has a number, for nothing was added up there. */
export function writeFooter(
  column: Pick<Column<never>, 'kind' | 'places'>,
  values: readonly CellValue[],
): string {
  const hasNumber = values.some((value) => typeof value === 'number');
  return hasNumber ? writeSum(column, sumInLastPlace(column, values)) : '';
}

/** What is marked: how many cells, and their sum where they can be added. */
export interface MarkedSum {
  readonly cells: number;
  readonly numbers: number;
  /** With its unit; null when the marked columns measure different things. */
  readonly sum: string | null;
}

/** Adds up marked cells, column by column; `valuesOf` gives the marked cells of one column. */
export function sumMarked<Row>(
  columns: readonly Column<Row>[],
  valuesOf: (column: Column<Row>) => readonly CellValue[],
): MarkedSum {
  const marked = columns.map((column) => ({ column, values: valuesOf(column) }));
  const cells = marked.reduce((total, { values }) => total + values.length, 0);
  const numeric = marked.filter(({ column }) => isNumeric(column));
  const numbers = numeric.reduce(
    (total, { values }) => total + values.filter((value) => value !== null).length,
    0,
  );
  const [first] = numeric;
  const isOneMeasure = numeric.every(
    ({ column }) =>
      column.isMixed !== true &&
      column.kind === first?.column.kind &&
      column.unit === first.column.unit &&
      column.places === first.column.places,
  );
  if (!first || numbers === 0 || !isOneMeasure) return { cells, numbers, sum: null };
  const total = numeric.reduce((sum, { column, values }) => sum + sumInLastPlace(column, values), 0);
  return { cells, numbers, sum: withUnit(first.column, total) };
}

function withUnit(column: Pick<Column<never>, 'kind' | 'places' | 'unit'>, sum: number): string {
  if (column.kind === 'money') return formatEuros(centsOf(sum));
  const places = column.places ?? 2;
  const exact = rational(sum, 10n ** BigInt(places));
  return column.unit === undefined
    ? formatDecimal(exact, places)
    : formatQuantity(exact, places, column.unit);
}
