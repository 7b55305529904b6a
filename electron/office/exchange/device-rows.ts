/** What the lines of a delivery say about the devices themselves: what they are, how they count, where they belong. */
import type { DeliveryColumn } from '#shared/contract/keys.ts';
import { parseDecimalText, type DecimalText } from '#shared/model/decimal-text.ts';
import type { MeterKind, RatingFactors, ScaleKind } from '#shared/model/meter.ts';
import { parsePlainDate, type PlainDate } from '#shared/model/plain-date.ts';
import { parseDate } from '#shared/text/parse-date.ts';
import { plainWord } from './column-titles.ts';
import type { TableRow } from './delivery-table.ts';
import { kindOfWords } from './device-kinds.ts';
import type { KeyTable } from './key-columns.ts';
import { mayHoldKey } from './key-text.ts';

export interface DeviceRow {
  /** As the file calls it. */
  readonly kindText: string;
  /** Null for a device that no heating bill asks for. */
  readonly kind: MeterKind | null;
  readonly scale: ScaleKind;
  /** The factor K; 1 when the file does not say. */
  readonly factor: DecimalText;
  readonly ratings: RatingFactors;
  /** In the file's words; empty when it says nothing. */
  readonly property: string;
  readonly unit: string;
  readonly room: string;
  readonly position: string;
  readonly installedOn: PlainDate | null;
  readonly calibratedUntil: PlainDate | null;
  /** Why cells could not be read, a sentence each. */
  readonly faults: readonly string[];
}

const ONE = '1' as DecimalText;
/** Longer than any name of a room or radiator. */
const LONGEST_TEXT = 100;

/** The devices by line; a file that names no kinds describes none, and a line without a kind neither. */
export function readDeviceRows(table: KeyTable, today: PlainDate): ReadonlyMap<number, DeviceRow> {
  if (!table.columns.includes('kind')) return new Map();
  return new Map(
    table.rows.flatMap((row) => {
      const device = readDeviceRow(table, row, today);
      return device === null ? [] : [[row.line, device] as const];
    }),
  );
}

function readDeviceRow({ columns }: KeyTable, { cells }: TableRow, today: PlainDate): DeviceRow | null {
  const textOf = (column: DeliveryColumn): string => cells[columns.indexOf(column)]?.trim() ?? '';
  const faults: string[] = [];

  /** Words go into names and reasons, where no key may ever stand. */
  function wordsOf(column: 'kind' | 'property' | 'unit' | 'room' | 'position'): string {
    const text = textOf(column);
    if (!mayHoldKey(text) && text.length <= LONGEST_TEXT) return text;
    faults.push(
      'In einer Spalte zum Gerät steht ein Schlüssel oder ein langer Text. Bitte prüfen Sie die Spalten.',
    );
    return '';
  }

  /** A factor with comma or point, as spreadsheets spell numbers; it groups no thousands. */
  function factorOf(column: 'factor' | 'kq' | 'kc' | 'kt'): DecimalText | null {
    const text = textOf(column);
    if (text === '') return null;
    const factor = parseDecimalText(text.replace(',', '.'));
    if (factor !== null && Number(factor) > 0) return factor;
    faults.push(`${quote(text)} ist kein Faktor. Bitte schreiben Sie ihn wie 1,234.`);
    return null;
  }

  function dayOf(column: 'installedOn' | 'calibratedUntil'): PlainDate | null {
    const text = textOf(column);
    if (text === '') return null;
    // Calibration ends with a year (§ 34 MessEV).
    if (column === 'calibratedUntil' && /^\d{4}$/.test(text)) return parsePlainDate(`${text}-12-31`);
    const day = parseDate(text, { today });
    if (day.ok) return day.value;
    faults.push(`${quote(text)} ist kein Datum. Bitte schreiben Sie es wie 31.12.2025.`);
    return null;
  }

  if (textOf('kind') === '') return null;
  const kindText = wordsOf('kind');
  return {
    kindText,
    kind: kindOfWords(kindText),
    scale: /produkt|product/.test(plainWord(textOf('scale'))) ? 'product' : 'unit',
    factor: factorOf('factor') ?? ONE,
    ratings: { kq: factorOf('kq'), kc: factorOf('kc'), kt: factorOf('kt') },
    property: wordsOf('property'),
    unit: wordsOf('unit'),
    room: wordsOf('room'),
    position: wordsOf('position'),
    installedOn: dayOf('installedOn'),
    calibratedUntil: dayOf('calibratedUntil'),
    faults,
  };
}

/** A cell as a reason may quote it. */
function quote(text: string): string {
  return mayHoldKey(text) ? 'Der Text einer Spalte' : `„${text}“`;
}
