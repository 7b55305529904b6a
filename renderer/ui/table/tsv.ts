/** Tab-separated text as spreadsheets put it on the clipboard, both ways. Pure. */

function quote(cell: string): string {
  return /[\t\n\r"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows of cells as spreadsheets paste them. */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quote).join('\t')).join('\r\n');
}

/** The rows of cells a spreadsheet has copied; a final line break is no row. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let cells: string[] = [];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/y;
  while (pattern.lastIndex < text.length) {
    const match = pattern.exec(text);
    if (!match) break;
    cells.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'));
    if (match[3] !== '\t') {
      rows.push(cells);
      cells = [];
    } else if (pattern.lastIndex === text.length) cells.push('');
  }
  if (cells.length > 0) rows.push(cells);
  return rows;
}
