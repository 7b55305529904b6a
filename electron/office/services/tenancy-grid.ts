/** Reads a pasted table of flats and tenants: what each column means, and what each row says. Knows no store. */
import type { PasteColumn } from '#shared/contract/tenancies.ts';
import { decimalTextOf, type DecimalText } from '#shared/model/decimal-text.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { isNegative, toShortDecimal } from '#shared/model/rational.ts';
import { parseAmount } from '#shared/text/parse-amount.ts';
import { parseDate } from '#shared/text/parse-date.ts';

/** A row as it was understood; what could not be read is null and has a remark. */
export interface GridRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly unitName: string;
  readonly position: string | null;
  readonly livingAreaM2: DecimalText | null;
  readonly heatedAreaM2: DecimalText | null;
  readonly tenantName: string | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly remarks: readonly GridRemark[];
}

export interface GridRemark {
  readonly column: PasteColumn | null;
  readonly message: string;
}

export interface Grid {
  readonly columns: readonly PasteColumn[];
  readonly hasHeader: boolean;
  readonly rows: readonly GridRow[];
}

/** Headings as offices write them. */
const HEADINGS: readonly (readonly [PasteColumn, RegExp])[] = [
  ['heatedAreaM2', /beheizt|heizfl/i],
  ['livingAreaM2', /fläche|flaeche|m²|m2|qm|wfl/i],
  ['position', /lage|etage|geschoss|stockwerk|position/i],
  ['unitName', /einheit|wohnung|\bne\b|\bwe\b|name der/i],
  ['from', /einzug|^von$|beginn|ab$|seit/i],
  ['to', /auszug|^bis$|ende/i],
  ['phone', /telefon|tel\b|mobil|handy/i],
  ['email', /mail/i],
  ['tenantName', /mieter|nutzer|bewohner|^name$/i],
];

/** What columns mean where the table has no heading. */
const USUAL_ORDER: readonly PasteColumn[] = [
  'unitName',
  'position',
  'livingAreaM2',
  'tenantName',
  'from',
  'to',
  'phone',
  'email',
];

const AREA_DECIMALS = 9;

/** Reads the table; `columns` overrules the guess. `today` completes dates without a year. */
export function readGrid(
  table: readonly (readonly string[])[],
  today: PlainDate,
  columns?: readonly PasteColumn[],
): Grid {
  const [first = [], ...rest] = table;
  const headings = first.map(meaningOf);
  const hasHeader = headings.filter((meaning) => meaning !== 'ignore').length >= 2;
  const width = Math.max(...table.map((cells) => cells.length));
  const guessed = hasHeader
    ? withoutRepeats(headings)
    : Array.from({ length: width }, (_, index) => USUAL_ORDER[index] ?? 'ignore');
  const chosen = columns ?? guessed;
  const body = (hasHeader ? rest : table).filter((cells) => cells.some((cell) => cell.trim() !== ''));
  return {
    columns: chosen,
    hasHeader,
    rows: body.map((cells, index) => readRow(cells, index + 1, chosen, today)),
  };
}

function meaningOf(heading: string): PasteColumn {
  return HEADINGS.find(([, pattern]) => pattern.test(heading.trim()))?.[0] ?? 'ignore';
}

/** A meaning belongs to the first column that has it. */
function withoutRepeats(columns: readonly PasteColumn[]): PasteColumn[] {
  return columns.map((column, index) => (columns.indexOf(column) === index ? column : 'ignore'));
}

function readRow(
  cells: readonly string[],
  rowNumber: number,
  columns: readonly PasteColumn[],
  today: PlainDate,
): GridRow {
  const remarks: GridRemark[] = [];
  const textOf = (column: PasteColumn): string => cells[columns.indexOf(column)]?.trim() ?? '';

  function areaOf(column: PasteColumn): DecimalText | null {
    const text = textOf(column);
    if (text === '') return null;
    const read = parseAmount(text);
    if (!read.ok || isNegative(read.value.value)) {
      remarks.push({ column, message: `„${text}“ ist keine Fläche.` });
      return null;
    }
    const area = decimalTextOf(toShortDecimal(read.value.value, AREA_DECIMALS));
    if (!read.value.certain)
      remarks.push({ column, message: `„${text}“ wurde als ${area.replace('.', ',')} m² gelesen.` });
    return area;
  }

  function dayOf(column: PasteColumn): PlainDate | null {
    const text = textOf(column);
    if (text === '') return null;
    const read = parseDate(text, { today });
    if (read.ok) return read.value;
    remarks.push({ column, message: `„${text}“ ist kein Datum. Bitte schreiben Sie es wie 31.12.2025.` });
    return null;
  }

  const row = {
    rowNumber,
    cells,
    unitName: textOf('unitName'),
    position: textOf('position') || null,
    livingAreaM2: areaOf('livingAreaM2'),
    heatedAreaM2: areaOf('heatedAreaM2'),
    tenantName: textOf('tenantName') || null,
    from: dayOf('from'),
    to: dayOf('to'),
    phone: textOf('phone') || null,
    email: textOf('email') || null,
  };
  return { ...row, remarks };
}
