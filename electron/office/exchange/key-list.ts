/** Lists of meter keys as text with a header, as the command line takes them: no questions, line by line. */
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { recognizeColumns } from './key-columns.ts';
import { readKeyRows } from './key-rows.ts';
import { readTextTable } from './text-table.ts';

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

/**
 * Reads a key list: separated by semicolons, commas or tabs, a header that names at least a number (`id`) and a `key`
 * and may name the `manufacturer` (in any case and order; other columns are ignored). A bad line is reported and costs
 * only itself; a text without that header is refused as a whole.
 */
export function parseKeyList(text: string): Result<KeyList, Failure<'NO_KEY_TABLE'>> {
  const rows = readTextTable(text);
  const table = rows.ok ? recognizeColumns(rows.value) : null;
  if (!table?.hasHeader || !table.columns.includes('serial') || !table.columns.includes('key'))
    return fail({
      code: 'NO_KEY_TABLE',
      message:
        'Die Schlüsselliste hat keine lesbare Kopfzeile. Bitte eine Tabelle mit den Spalten „id“ und „key“ wählen, getrennt durch Semikolon oder Komma.',
    });
  const keys: ListedKey[] = [];
  const faults: KeyListFault[] = [];
  for (const { line, manufacturer, serial, key, fault } of readKeyRows(table)) {
    if (serial !== null && key !== null) keys.push({ line, manufacturer, id: serial, key });
    else faults.push({ line, message: fault ?? '' });
  }
  return succeed({ keys, faults });
}
