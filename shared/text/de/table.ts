/** Words of the table. */
import { counted } from '../plural.ts';

export const table = {
  filter: 'Filter',
  columns: 'Spalten',
  rowMenu: 'Befehle der Zeile',
  filterOf: (title: string) => `Filter für ${title}`,
  filterThis: 'Filtern …',
  filterUnreadable: 'Dieser Filter lässt sich nicht lesen.',
  filterHelp: {
    text: 'Enthält … · =genau · !=nicht · leer · a; b',
    decimal: '>100 · 10-20 · !=0 · leer',
    money: '>100 · 10-20 · !=0 · leer',
    day: '01.03.-31.03. · >31.12.2025 · 03.2026 · leer',
    moment: '01.03.-31.03. · >31.12.2025 · 03.2026 · leer',
  },
  nothingLeft: 'Kein Eintrag passt zu diesem Filter.',
  sum: 'Summe',
  rows: (count: number) => counted('de', count, 'Zeile', 'Zeilen'),
  rowsOf: (shown: string, all: string) => `${shown} von ${all} Zeilen`,
  marked: (cells: string, sum: string | null) =>
    sum === null ? `${cells} Zellen markiert` : `${cells} Zellen markiert · Summe ${sum}`,
  sortUp: 'Aufsteigend sortieren',
  sortDown: 'Absteigend sortieren',
  sortAdd: 'Zusätzlich danach sortieren',
  sortOff: 'Nicht danach sortieren',
  wider: 'Spalte breiter',
  narrower: 'Spalte schmaler',
  toLeft: 'Spalte nach links',
  toRight: 'Spalte nach rechts',
  hide: 'Spalte ausblenden',
  moveUp: (title: string) => `${title} nach vorn`,
  moveDown: (title: string) => `${title} nach hinten`,
};
