/** A spreadsheet (.xlsx) as a table. Numbers stay as the file spells them: `1.23457E+31` must be seen, not rounded. */
import { zipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { boundedUnzip } from './bounded-unzip.ts';
import { deliveryFailure, MOST_ROWS, type DeliveryFailure, type TableRow } from './delivery-table.ts';

const MOST_UNPACKED_BYTES = 64 * 1024 * 1024;
const WORKBOOK = 'xl/workbook.xml';

/** Whether the entries of an archive are those of a spreadsheet. */
export function isWorkbook(entries: ReadonlyMap<string, Uint8Array>): boolean {
  return entries.has(WORKBOOK);
}

/** The entries of an archive that may be a spreadsheet or hold a KEM file. */
export function unzipDelivery(archive: Uint8Array): Result<ReadonlyMap<string, Uint8Array>, DeliveryFailure> {
  return boundedUnzip(archive, MOST_UNPACKED_BYTES);
}

/** A number as the file spells it, so that it is told from a text of the same digits. */
class SpelledNumber {
  readonly spelling: string;

  constructor(spelling: string) {
    this.spelling = spelling;
  }
}

/** The rows of the first sheet that has any. `FILE_UNREADABLE` when it is no spreadsheet after all. */
export async function readExcelTable(
  archive: Uint8Array,
): Promise<Result<readonly TableRow[], DeliveryFailure>> {
  const entries = unzipDelivery(archive);
  if (!entries.ok) return entries;
  // The reader unpacks without a limit: it gets what was unpacked within ours, packed without compression.
  const harmless = Buffer.from(zipSync(Object.fromEntries(entries.value), { level: 0 }));
  try {
    const sheets = await readXlsxFile(harmless, {
      parseNumber: (spelling) => new SpelledNumber(spelling),
    });
    const rows = sheets.find(({ data }) => data.length > 0)?.data ?? [];
    if (rows.length > MOST_ROWS) return fail(deliveryFailure('FILE_TOO_LARGE'));
    return succeed(
      rows
        .map((cells, index) => ({ line: index + 1, cells: cells.map(toCell) }))
        .filter(({ cells }) => cells.some((text) => text !== '')),
    );
  } catch {
    // The reason could quote a cell.
    return fail(deliveryFailure('FILE_UNREADABLE'));
  } finally {
    harmless.fill(0);
  }
}

function toCell(value: unknown): string {
  if (value instanceof SpelledNumber) return value.spelling;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' ? value.trim() : '';
}
