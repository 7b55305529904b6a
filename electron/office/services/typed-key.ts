/** A key typed by hand, read like a line of a delivery file. */
import type { CheckedArgsOf } from '#shared/contract/contract.ts';
import { recognizeColumns } from '../exchange/key-columns.ts';
import { readKeyRows, type KeyRow } from '../exchange/key-rows.ts';

/** The row of a list with all columns; what is wrong with it is said in the same sentences. The key is the caller's to wipe. */
export function typedRow(typed: CheckedArgsOf<'keys.check'>): KeyRow {
  const titles = ['Gerätenummer', 'Hersteller', 'Schlüsselart', 'Schlüssel'];
  const cells = [typed.serial, typed.manufacturer.trim(), typed.label, typed.key];
  const [row] = readKeyRows(
    recognizeColumns([
      { line: 1, cells: titles },
      { line: 2, cells },
    ]),
  );
  if (row === undefined) throw new Error('a typed key is one row');
  return row;
}
