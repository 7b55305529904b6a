/** Tables as German spreadsheets open them by a double click: a mark for UTF-8, semicolons, decimal commas. Pure. */

const MARK = '\ufeff';
/** What a spreadsheet would take for a formula when a cell begins with it. */
const FORMULA_START = /^[=+\-@\t\r]/;

function cellOf(text: string): string {
  const harmless = FORMULA_START.test(text) && !/^-?[\d.,]+$/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** The rows as one text, ready to be written as UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return MARK + rows.map((row) => `${row.map(cellOf).join(';')}\r\n`).join('');
}
