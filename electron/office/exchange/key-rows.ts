/** The keys of a table, each with its meter or with the reason why it cannot be taken. No reason quotes a key. */
import type { KeyTable } from './key-columns.ts';
import type { TableRow } from './delivery-table.ts';
import { isDamagedByExcel, isRoundedNumber } from './excel-damage.ts';
import { parseKeyText, parseSerialText } from './key-text.ts';

export interface KeyRow {
  /** Where it stands in the file, counted from 1. */
  readonly line: number;
  /** Three letters, or null when the file does not say. */
  readonly manufacturer: string | null;
  /** Eight digits; null when the list names none, or when it cannot be read. */
  readonly serial: string | null;
  /** Which of several keys it is, in the file's words; empty when there is one. */
  readonly label: string;
  /** 16 bytes; null when the row cannot be taken, or brings a device alone. Whoever keeps the row wipes them. */
  readonly key: Buffer | null;
  /** Why the row cannot be taken, and what to do. */
  readonly fault: string | null;
}

export const EXCEL_DAMAGE =
  'Die Datei wurde in Excel geöffnet und gespeichert; dabei gingen Stellen verloren. Bitte die Originaldatei nehmen.';
const BAD_SERIAL =
  'Die Gerätenummer muss acht Stellen haben, auch die führenden Nullen. Bitte die Nummer prüfen.';
const BAD_KEY =
  'Ein Schlüssel besteht aus 32 Hexadezimalziffern. Bitte die Zeile mit dem Lieferschein vergleichen.';
const ZERO_KEY = 'Der Schlüssel besteht nur aus Nullen. Bitte den echten Schlüssel eintragen.';
const BAD_MANUFACTURER =
  'Das Herstellerkürzel besteht aus drei Buchstaben, zum Beispiel EFE. Bitte prüfen oder weglassen.';

/** Whether the table as a whole went through Excel and lost digits. */
export function isTableDamaged(table: KeyTable): boolean {
  const textsOf = (kind: 'serial' | 'key'): string[] =>
    table.columns.flatMap((column, at) =>
      column === kind ? table.rows.map(({ cells }) => cells[at] ?? '') : [],
    );
  return isDamagedByExcel(textsOf('serial'), textsOf('key'));
}

const NO_LINES: ReadonlySet<number> = new Set();

/**
 * A row a key: a line with two key columns makes two of them. A line with none says so, unless it is one of those that
 * may lack it because they bring a device.
 */
export function readKeyRows(table: KeyTable, mayLackKey: ReadonlySet<number> = NO_LINES): KeyRow[] {
  const keyColumns = table.columns.flatMap((kind, at) => (kind === 'key' ? [at] : []));
  return table.rows.flatMap((row) => {
    const filled = keyColumns.filter((at) => textAt(row, at) !== '');
    const [first = -1] = keyColumns;
    const from = filled.length > 0 ? filled : [first];
    const mayLack = mayLackKey.has(row.line);
    return from.map((at) => readKeyRow(table, row, at, { hasSeveral: keyColumns.length > 1, mayLack }));
  });
}

function readKeyRow(
  table: KeyTable,
  row: TableRow,
  keyAt: number,
  { hasSeveral, mayLack }: { readonly hasSeveral: boolean; readonly mayLack: boolean },
): KeyRow {
  const ownLabel = textAt(row, table.columns.indexOf('label'));
  const title = hasSeveral ? (table.titles[keyAt] ?? '') : '';
  const place = { line: row.line, label: ownLabel === '' ? title : ownLabel };
  const refused = (fault: string): KeyRow => ({
    ...place,
    manufacturer: null,
    serial: null,
    key: null,
    fault,
  });

  const hasSerials = table.columns.includes('serial');
  const serialText = textAt(row, table.columns.indexOf('serial'));
  const keyText = textAt(row, keyAt);
  if (isRoundedNumber(serialText) || isRoundedNumber(keyText)) return refused(EXCEL_DAMAGE);
  const written = hasSerials ? parseSerialText(serialText) : null;
  if (hasSerials && written === null) return refused(BAD_SERIAL);
  const key = parseKeyText(keyText);
  const isWithoutKey = keyText === '' && mayLack && written !== null;
  if (key === null && !isWithoutKey) return refused(BAD_KEY);
  if (key?.every((byte) => byte === 0)) return refused(ZERO_KEY);
  const manufacturer = textAt(row, table.columns.indexOf('manufacturer')).toUpperCase();
  if (manufacturer !== '' && !/^[A-Z]{3}$/.test(manufacturer)) return refused(BAD_MANUFACTURER);
  const maker = manufacturer === '' ? (written?.manufacturer ?? null) : manufacturer;
  return { ...place, manufacturer: maker, serial: written?.serial ?? null, key, fault: null };
}

function textAt({ cells }: TableRow, at: number): string {
  return cells[at] ?? '';
}
