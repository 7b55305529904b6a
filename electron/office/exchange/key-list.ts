/** Lists of meter keys as text: a table with a header, as makers and colleagues hand them over. */
import { parse } from 'csv-parse/sync';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';

/** A key with the meter it is for. Whoever takes it over wipes it. */
export interface ListedKey {
  /** Line of the text, counted from 1 with the header. */
  readonly line: number;
  /** Three letters of the maker, or null when the list does not say. */
  readonly manufacturer: string | null;
  /** Serial number with its leading zeros. */
  readonly id: string;
  /** 16 bytes. */
  readonly key: Buffer;
}

/** A line that could not be taken, with a sentence for the person who has to mend it. Never quotes a key. */
export interface KeyListFault {
  readonly line: number;
  readonly message: string;
}

export interface KeyList {
  readonly keys: readonly ListedKey[];
  readonly faults: readonly KeyListFault[];
}

interface Row {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

/**
 * Reads a key list: separated by semicolons, commas or tabs, a header that contains `id` and `key` and may contain
 * `manufacturer` (in any case, other columns are ignored). A bad line is reported and costs only itself; a text
 * without that header is refused as a whole.
 */
export function parseKeyList(text: string): Result<KeyList, Failure<'NO_KEY_TABLE'>> {
  const rows = readTable(text);
  const first = rows?.[0];
  if (!rows || !first || !('id' in first.record) || !('key' in first.record))
    return fail({
      code: 'NO_KEY_TABLE',
      message:
        'Die Schlüsselliste hat keine lesbare Kopfzeile. Bitte eine Tabelle mit den Spalten „id“ und „key“ wählen, getrennt durch Semikolon oder Komma.',
    });
  const keys: ListedKey[] = [];
  const faults: KeyListFault[] = [];
  for (const row of rows) {
    const taken = takeRow(row);
    if (taken.ok) keys.push(taken.value);
    else faults.push({ line: row.info.lines, message: taken.error });
  }
  return succeed({ keys, faults });
}

/** The 16 bytes of 32 hexadecimal digits, with or without `0x`, blanks, colons and dashes; null for anything else. */
export function parseKeyText(text: string): Buffer | null {
  const digits = text
    .trim()
    .replace(/^0x/i, '')
    .replace(/[\s:-]/g, '');
  return /^[0-9a-f]{32}$/i.test(digits) ? Buffer.from(digits, 'hex') : null;
}

function readTable(text: string): Row[] | null {
  try {
    return parse<Row>(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    });
  } catch {
    // Unbalanced quotes and the like: not a table, and the reason could quote a key.
    return null;
  }
}

/** The separator of the header; a comma inside a number of a semicolon table is not one. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split(/[\r\n]/, 1);
  return [';', '\t'].find((delimiter) => header.includes(delimiter)) ?? ',';
}

const EXCEL_NUMBER = /^\d[.,]\d+E\+\d+$/i;

function takeRow({ record, info }: Row): Result<ListedKey, string> {
  const id = record['id'] ?? '';
  const key = parseKeyText(record['key'] ?? '');
  if (EXCEL_NUMBER.test(id) || EXCEL_NUMBER.test(record['key'] ?? ''))
    return fail(
      'Die Datei wurde in Excel geöffnet und gespeichert; dabei gingen Stellen verloren. Bitte die Originaldatei nehmen.',
    );
  if (!/^[0-9a-f]{8}$/i.test(id))
    return fail(
      'Die Gerätenummer muss acht Stellen haben, auch die führenden Nullen. Bitte die Nummer prüfen.',
    );
  if (key === null)
    return fail(
      'Ein Schlüssel besteht aus 32 Hexadezimalziffern. Bitte die Zeile mit dem Lieferschein vergleichen.',
    );
  if (key.every((byte) => byte === 0))
    return fail('Der Schlüssel besteht nur aus Nullen. Bitte den echten Schlüssel eintragen.');
  const manufacturer = (record['manufacturer'] ?? '').toUpperCase();
  if (manufacturer !== '' && !/^[A-Z]{3}$/.test(manufacturer))
    return fail(
      'Das Herstellerkürzel besteht aus drei Buchstaben, zum Beispiel EFE. Bitte prüfen oder weglassen.',
    );
  return succeed({
    line: info.lines,
    manufacturer: manufacturer === '' ? null : manufacturer,
    id: id.toUpperCase(),
    key,
  });
}
