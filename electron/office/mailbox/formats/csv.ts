/** CSV of any origin: a header names the columns for time, signal strength and hex in one of the usual words. */
import { succeed } from '#shared/model/result.ts';
import type { BundleFormat, ReceivedTelegram } from './bundle-format.ts';
import { parseInstant, parseRssi, parseTelegramHex } from './telegram-hex.ts';
import { meaningfulLines, splitFields, unnumbered } from './text-lines.ts';

const COLUMN_NAMES = {
  hex: /^(?:hex|frame|telegram|telegramm|raw|raw[ _-]?data|rohdaten|rohtelegramm|data|payload)$/i,
  time: /^(?:time|timestamp|date|datetime|received|received[ _-]?at|at|zeit|zeitstempel|datum|empfangen|created)$/i,
  rssi: /^(?:rssi|rssi[ _-]?dbm|dbm|signal)$/i,
} as const;

interface Columns {
  readonly delimiter: string;
  readonly hex: number;
  readonly time: number;
  readonly rssi: number;
}

/** Where the columns are, or null if no delimiter makes a header of the line. Absent columns are -1. */
function findColumns(header: string): Columns | null {
  for (const delimiter of [';', '\t', ',', '|']) {
    const names = splitFields(header, delimiter);
    const find = (pattern: RegExp) => names.findIndex((name) => pattern.test(name));
    const hex = find(COLUMN_NAMES.hex);
    if (hex !== -1 && names.length > 1)
      return { delimiter, hex, time: find(COLUMN_NAMES.time), rssi: find(COLUMN_NAMES.rssi) };
  }
  return null;
}

function readRow(line: string, columns: Columns, arrivedAt: Date): ReceivedTelegram | null {
  const fields = splitFields(line, columns.delimiter);
  const bytes = parseTelegramHex(fields[columns.hex] ?? '');
  return (
    bytes && {
      receivedAt: parseInstant(fields[columns.time]) ?? arrivedAt,
      rssi: parseRssi(fields[columns.rssi]),
      bytes,
    }
  );
}

export const csv: BundleFormat = {
  name: 'csv',
  recognises: (text) => findColumns(firstLine(text)) !== null,
  read: (text, arrivedAt) => {
    const [header = '', ...rows] = meaningfulLines(text);
    const columns = findColumns(header);
    return succeed(unnumbered(columns === null ? [] : rows.map((row) => readRow(row, columns, arrivedAt))));
  },
};

/** A header is short; a payload without line ends is not searched to its end. */
function firstLine(text: string): string {
  return meaningfulLines(text.slice(0, 4096))[0] ?? '';
}
