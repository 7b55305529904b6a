/** A CSV file of meter keys, for decoding on the command line without a vault. */
import { parse } from 'csv-parse/sync';
import type { MeterAddress } from '#shared/model/reading.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { parseHex } from '../telegram/bytes.ts';
import { KEY_LENGTH, prepareKey, type PreparedKey } from '../telegram/prepared-key.ts';

/** Finds the keys of a meter by its number and, where the file names one, its manufacturer. */
export interface KeyRing {
  keysFor(meter: MeterAddress): readonly PreparedKey[];
}

interface Entry {
  readonly manufacturer: string;
  readonly key: PreparedKey;
}

const ID_LENGTH = 8;
const NO_KEYS: readonly PreparedKey[] = [];

export const EMPTY_KEY_RING: KeyRing = { keysFor: () => NO_KEYS };

/** Reads 32 hexadecimal digits, with or without spaces; null for anything else. */
export function parseKey(text: string): PreparedKey | null {
  const bytes = parseHex(text.replaceAll(/[\s:-]/g, ''));
  return bytes?.length === KEY_LENGTH ? prepareKey(bytes) : null;
}

/** Spreadsheets drop leading zeros of numbers: they are put back. */
function normalizeId(text: string): string {
  return text.trim().toUpperCase().padStart(ID_LENGTH, '0');
}

/**
 * Reads keys from CSV with a header that names `id` and `key` and may name `manufacturer`; other columns are
 * ignored, semicolons and commas both separate. A meter may have several keys. Fails with the row of the first
 * fault; the sentence never shows a key.
 */
export function parseKeyRing(csv: string): Result<KeyRing, Failure<'KEYS_INVALID'>> {
  let rows: Record<string, string>[];
  try {
    rows = parse(csv, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim().toLowerCase()),
      delimiter: [';', ','],
      skip_empty_lines: true,
      relax_column_count: true,
      trim: true,
    });
  } catch {
    return invalid('Die Schlüsseldatei ist keine lesbare CSV-Datei. Speichern Sie sie neu als CSV.');
  }
  const entries = new Map<string, Entry[]>();
  for (const [index, { id, key, manufacturer = '' }] of rows.entries()) {
    if (id === undefined || key === undefined)
      return invalid('Der Schlüsseldatei fehlt die Spalte „id“ oder „key“. Ergänzen Sie die Kopfzeile.');
    const prepared = parseKey(key);
    if (id === '' || prepared === null)
      return invalid(
        `Zeile ${index + 2} der Schlüsseldatei hat keine Gerätenummer oder keinen Schlüssel aus 32 Hexadezimalziffern. Berichtigen Sie die Zeile.`,
      );
    const entry = { manufacturer: manufacturer.toUpperCase(), key: prepared };
    const normalized = normalizeId(id);
    const known = entries.get(normalized);
    if (known === undefined) entries.set(normalized, [entry]);
    else known.push(entry);
  }
  return succeed({
    keysFor: (meter) => {
      const ofNumber = entries.get(meter.id);
      if (ofNumber === undefined) return NO_KEYS;
      return ofNumber
        .filter(({ manufacturer }) => manufacturer === '' || manufacturer === meter.manufacturer)
        .map(({ key }) => key);
    },
  });
}

function invalid(message: string): { readonly ok: false; readonly error: Failure<'KEYS_INVALID'> } {
  return fail({ code: 'KEYS_INVALID', message });
}
