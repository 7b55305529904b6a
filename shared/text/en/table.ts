/** Words of the table. */
import type { Dictionary } from '../dictionary.ts';
import { counted } from '../plural.ts';

export const table: Dictionary['table'] = {
  filter: 'Filter',
  columns: 'Columns',
  rowMenu: 'Commands of the row',
  filterOf: (title) => `Filter for ${title}`,
  filterThis: 'Filter …',
  filterUnreadable: 'This filter cannot be read.',
  filterHelp: {
    text: 'Contains … · =exactly · !=not · empty · a; b',
    decimal: '>100 · 10-20 · !=0 · empty',
    money: '>100 · 10-20 · !=0 · empty',
    day: '01.03.-31.03. · >31.12.2025 · 03.2026 · empty',
    moment: '01.03.-31.03. · >31.12.2025 · 03.2026 · empty',
  },
  nothingLeft: 'No entry matches this filter.',
  sum: 'Total',
  rows: (count) => counted('en', count, 'row', 'rows'),
  rowsOf: (shown, all) => `${shown} of ${all} rows`,
  marked: (cells, sum) => (sum === null ? `${cells} cells marked` : `${cells} cells marked · total ${sum}`),
  sortUp: 'Sort ascending',
  sortDown: 'Sort descending',
  sortAdd: 'Also sort by this',
  sortOff: 'Do not sort by this',
  wider: 'Wider column',
  narrower: 'Narrower column',
  toLeft: 'Column to the left',
  toRight: 'Column to the right',
  hide: 'Hide column',
  moveUp: (title) => `Move ${title} forward`,
  moveDown: (title) => `Move ${title} back`,
};
