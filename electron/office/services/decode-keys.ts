/** A CSV file of meter keys, for decoding on the command line without a vault. */
import { parse } from 'csv-parse/sync';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { parseHex } from '../telegram/bytes.ts';
import { MeterKeys } from '../telegram/meter-keys.ts';
import { KEY_LENGTH } from '../telegram/prepared-key.ts';

const ID_LENGTH = 8;
const METER_ID = /^[0-9A-Fa-f]{1,8}$/;

/** Reads 32 hexadecimal digits, with or without spaces; null for anything else. */
export function parseKey(text: string): Uint8Array | null {
  const bytes = parseHex(text.replaceAll(/[\s:-]/g, ''));
  return bytes?.length === KEY_LENGTH ? bytes : null;
}

/**
 * Reads keys from CSV with a header that names `id` and `key` and may name `manufacturer`; other columns are
 * ignored, semicolons and commas both separate. A meter may have several keys. Fails with the row of the first
 * fault; the sentence never shows a key.
 */
export function parseMeterKeys(csv: string): Result<MeterKeys, Failure<'KEYS_INVALID'>> {
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
  const keys = new MeterKeys();
  for (const [index, { id, key, manufacturer = '' }] of rows.entries()) {
    if (id === undefined || key === undefined)
      return invalid('Der Schlüsseldatei fehlt die Spalte „id“ oder „key“. Ergänzen Sie die Kopfzeile.');
    const bytes = parseKey(key);
    if (!METER_ID.test(id) || bytes === null)
      return invalid(
        `Zeile ${index + 2} der Schlüsseldatei hat keine Gerätenummer oder keinen Schlüssel aus 32 Hexadezimalziffern. Berichtigen Sie die Zeile.`,
      );
    // Spreadsheets drop leading zeros of numbers: they are put back.
    const owner = {
      manufacturer: manufacturer === '' ? null : manufacturer.toUpperCase(),
      id: id.toUpperCase().padStart(ID_LENGTH, '0'),
    };
    keys.add(owner, bytes);
  }
  return succeed(keys);
}

function invalid(message: string): { readonly ok: false; readonly error: Failure<'KEYS_INVALID'> } {
  return fail({ code: 'KEYS_INVALID', message });
}
