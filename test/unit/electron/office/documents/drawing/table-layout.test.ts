import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openFaces } from '#office/documents/drawing/faces.ts';
import { CELL, layTable } from '#office/documents/drawing/table-layout.ts';
import { widthOf } from '#office/documents/drawing/type-styles.ts';
import {
  entry,
  entryToFillIn,
  figures,
  groupHead,
  words,
  type Table,
} from '#office/documents/model/table.ts';

const faces = openFaces();
const WIDTH = 468;
const TALLEST = 300;

function tableOf(name: string, amount: string): Table {
  return {
    name: 'Probe',
    columns: [words('Nutzer'), figures('Vorauszahlung (€)'), figures('Saldo (€)')],
    rows: [groupHead('Alle Nutzer des Hauses'), entry(name, amount, amount)],
  };
}

describe('the layout of a table', () => {
  it('never breaks a figure, however long the words beside it are', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'ß', 'W', ' ', '-', 'Ł'), maxLength: 200 });
    const amount = fc.integer({ min: 0, max: 9_999_999 }).map((cents) => `${cents},00`);
    fc.assert(
      fc.property(name, amount, (longName, longAmount) => {
        const laid = layTable(tableOf(longName, longAmount), WIDTH, TALLEST, faces);
        expect(laid.rows.at(-1)?.lines.slice(1)).toEqual([[longAmount], [longAmount]]);
      }),
      { numRuns: 50 },
    );
  });

  it('fills its width exactly and keeps every line inside its column', () => {
    const laid = layTable(
      tableOf('Dr.-Ing. Maximiliane-Sophie von und zu Wasserburg', '12.345,67'),
      WIDTH,
      TALLEST,
      faces,
    );
    const last = laid.columns.at(-1);
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(WIDTH, 6);
    for (const [index, column] of laid.columns.entries()) {
      for (const line of laid.rows.at(-1)?.lines[index] ?? []) {
        expect(widthOf(line, laid.styles.plain, faces)).toBeLessThanOrEqual(column.width + 0.02);
      }
    }
  });

  it('sets a table smaller rather than break its figures', () => {
    const columns = [
      words('Nutzeinheit'),
      ...Array.from({ length: 9 }, (_, index) => figures(`Wert ${index}`)),
    ];
    const row = entry('Stadtoase-Suite', ...Array.from({ length: 9 }, () => '12.345,67 €'));
    const laid = layTable({ name: 'Breit', columns, rows: [row] }, WIDTH, TALLEST, faces);
    expect(laid.styles.plain.size).toBeLessThan(9);
    expect(laid.rows[0]?.lines.slice(1).every((lines) => lines.length === 1)).toBe(true);
  });

  it('leaves room for a hand in a row that is filled in, and no more where the words need it', () => {
    const long = 'Heizkostenverteiler '.repeat(30);
    const columns = [words('Gerät'), words('Raum')];
    const rows = [entry('HKV', ''), entryToFillIn('HKV', ''), entry(long, ''), entryToFillIn(long, '')];
    const [short, roomy, tall, filled] = layTable({ name: 'L', columns, rows }, WIDTH, TALLEST, faces).rows;
    expect((roomy?.height ?? 0) - (short?.height ?? 0)).toBeGreaterThan(8);
    expect(filled?.height).toBe(tall?.height);
  });

  it('splits a row that is taller than a page may hold, and keeps all of its text', () => {
    const text = Array.from({ length: 400 }, (_, index) => `Wort${index}`).join(' ');
    const laid = layTable({ name: 'Lang', columns: [words('')], rows: [entry(text)] }, WIDTH, 120, faces);
    expect(laid.rows.length).toBeGreaterThan(1);
    for (const row of laid.rows) expect(row.height).toBeLessThanOrEqual(120);
    expect(laid.rows.flatMap((row) => row.lines[0] ?? []).join(' ')).toBe(text);
  });

  it('has no head where no column has one', () => {
    expect(
      layTable({ name: 'Kopflos', columns: [words('')], rows: [] }, WIDTH, TALLEST, faces).head,
    ).toBeNull();
  });

  it('leaves a gutter between columns', () => {
    const { columns } = layTable(tableOf('Timo Becker', '1,00'), WIDTH, TALLEST, faces);
    const [first, second] = columns;
    expect((second?.x ?? 0) - (first?.x ?? 0) - (first?.width ?? 0)).toBeCloseTo(CELL.gutter, 6);
  });
});
