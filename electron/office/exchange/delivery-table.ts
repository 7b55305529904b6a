/** What every reader of a delivery file makes of it: rows of cells, and why a file could not become that. */
import type { Failure } from '#shared/model/result.ts';

export interface TableRow {
  /** Where a person finds it in the file, counted from 1. */
  readonly line: number;
  /** As texts; a spreadsheet's numbers as the file spells them. */
  readonly cells: readonly string[];
}

export type DeliveryFailureCode =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_UNREADABLE'
  | 'FORMAT_UNKNOWN'
  | 'FORMAT_TOO_OLD'
  | 'DAMAGED_BY_EXCEL'
  | 'PASSWORD_WRONG'
  | 'NO_KEYS';

export type DeliveryFailure = Failure<DeliveryFailureCode>;

/** More keys than one delivery ever held, few enough to be looked at. */
export const MOST_ROWS = 20_000;
/** A delivery of 20,000 keys takes 2 MB as text. */
export const MOST_FILE_BYTES = 16 * 1024 * 1024;

const MESSAGES: Readonly<Record<DeliveryFailureCode, string>> = {
  FILE_EMPTY: 'Die Datei ist leer. Bitte wählen Sie die Lieferdatei des Herstellers.',
  FILE_TOO_LARGE:
    'Die Datei ist zu groß für eine Schlüsselliste. Bitte teilen Sie sie auf oder wählen Sie eine andere.',
  FILE_UNREADABLE:
    'Die Datei ist beschädigt und lässt sich nicht lesen. Bitte lassen Sie sich die Lieferdatei noch einmal schicken.',
  FORMAT_UNKNOWN:
    'In der Datei steht keine Schlüsselliste, die Stichtag lesen kann. Bitte wählen Sie eine Text-, CSV-, Excel- oder KEM-Datei.',
  FORMAT_TOO_OLD:
    'Die Datei hat das alte Excel-Format (.xls). Bitte fordern Sie die Lieferdatei als CSV oder .xlsx an.',
  DAMAGED_BY_EXCEL:
    'Die Datei wurde in Excel geöffnet und gespeichert; dabei gingen Stellen verloren. Bitte die Originaldatei nehmen.',
  PASSWORD_WRONG:
    'Mit diesem Passwort lässt sich die KEM-Datei nicht öffnen. Bitte prüfen Sie es; oft ist es die Kundennummer beim Hersteller.',
  NO_KEYS: 'In der Datei steht kein einziger Schlüssel. Bitte prüfen Sie, ob es die richtige Datei ist.',
};

/** The failure of a code, with its sentence. */
export function deliveryFailure(code: DeliveryFailureCode): DeliveryFailure {
  return { code, message: MESSAGES[code] };
}
