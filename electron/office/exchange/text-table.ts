/** A text of rows as a table: CSV with any usual separator, or one value a line. */
import { parse } from 'csv-parse/sync';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { deliveryFailure, MOST_ROWS, type DeliveryFailure, type TableRow } from './delivery-table.ts';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** Reads the rows of a text, header included; `FILE_UNREADABLE` for unbalanced quotes, `FILE_TOO_LARGE` beyond 20,000. */
export function readTextTable(text: string): Result<readonly TableRow[], DeliveryFailure> {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      to: MOST_ROWS + 1,
      trim: true,
    });
    const rows = parsed as Parsed[];
    if (rows.length > MOST_ROWS) return fail(deliveryFailure('FILE_TOO_LARGE'));
    return succeed(rows.map(({ record, info }) => ({ line: info.lines, cells: record })));
  } catch {
    // The reason could quote a key.
    return fail(deliveryFailure('FILE_UNREADABLE'));
  }
}

/** The first of these that the first line holds; a comma inside a number of a semicolon table is not one. */
function delimiterOf(text: string): string {
  const first = /[^\r\n]+/.exec(text.trimStart())?.[0] ?? '';
  return [';', '\t', '|'].find((delimiter) => first.includes(delimiter)) ?? ',';
}
