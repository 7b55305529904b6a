import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMarked } from '../../../../../renderer/ui/table/clipboard-text.ts';
import { copyCell, titleOf, writeCell, type Column } from '../../../../../renderer/ui/table/column.ts';
import { compareCells } from '../../../../../renderer/ui/table/compare-cells.ts';
import { fromTsv, toTsv } from '../../../../../renderer/ui/table/tsv.ts';

interface Flat {
  readonly name: string;
  readonly area: number;
  readonly cents: number | null;
  readonly since: string;
}

const columns: readonly Column<Flat>[] = [
  { id: 'name', title: 'Wohnung', kind: 'text', value: (flat) => flat.name, width: 100 },
  { id: 'area', title: 'Fläche', unit: 'm²', kind: 'decimal', value: (flat) => flat.area, width: 100 },
  { id: 'cents', title: 'Betrag', unit: '€', kind: 'money', value: (flat) => flat.cents, width: 100 },
  { id: 'since', title: 'Seit', kind: 'day', value: (flat) => flat.since, width: 100 },
];
const flats: readonly Flat[] = [
  { name: 'WE 1', area: 1234.5, cents: -123_456, since: '2025-12-31' },
  { name: 'WE "2"', area: 60, cents: null, since: '2026-01-01' },
];

describe('a cell', () => {
  it('is written the German way', () => {
    expect(writeCell({ kind: 'decimal', places: 1 }, 1234.5)).toBe('1.234,5');
    expect(writeCell({ kind: 'money' }, -123_456)).toBe('−1.234,56');
    expect(writeCell({ kind: 'day' }, '2025-12-31')).toBe('31.12.2025');
    expect(writeCell({ kind: 'moment' }, '2026-11-21T05:00:00Z')).toBe('21.11.2026 06:00');
    expect(writeCell({ kind: 'text' }, null)).toBe('');
  });

  it('is copied so that a German spreadsheet reads a number', () =>
    expect(copyCell({ kind: 'money' }, -123_456)).toBe('-1234,56'));

  it('stands under a title with its unit', () =>
    expect(columns.map(titleOf)).toEqual(['Wohnung', 'Fläche\u00a0(m²)', 'Betrag\u00a0(€)', 'Seit']));
});

describe('copying', () => {
  const all = { top: 0, bottom: 1, left: 0, right: 3 };
  it('takes the marked cells with their titles', () =>
    expect(writeMarked(flats, columns, all, true)).toBe(
      'Wohnung\tFläche\u00a0(m²)\tBetrag\u00a0(€)\tSeit\r\nWE 1\t1234,50\t-1234,56\t31.12.2025\r\n"WE ""2"""\t60,00\t\t01.01.2026',
    ));

  it('leaves the titles out when asked', () =>
    expect(writeMarked(flats, columns, { top: 0, bottom: 0, left: 1, right: 2 }, false)).toBe(
      '1234,50\t-1234,56',
    ));
});

describe('tab-separated text', () => {
  it('is read as spreadsheets write it', () => {
    expect(fromTsv('a\tb\r\nc\t\r\n')).toEqual([
      ['a', 'b'],
      ['c', ''],
    ]);
    expect(fromTsv('"zwei\nZeilen"\t"ein ""Wort"""')).toEqual([['zwei\nZeilen', 'ein "Wort"']]);
    expect(fromTsv('')).toEqual([]);
  });

  it('takes a quote that is never closed as it stands', () =>
    expect(fromTsv('"offen\tx')).toEqual([['"offen', 'x']]));

  it('comes back as it was written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ü', '1', ' ', '\t', '\n', '"', ';') });
    const row = fc.array(cell, { minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        expect(fromTsv(toTsv(rows))).toEqual(rows);
      }),
    );
  });
});

describe('the order of cells', () => {
  it('counts the numbers within texts and keeps umlauts near their letters', () =>
    expect(['WE 10', 'WE 2', 'Zahn', 'Ärztehaus', 'Anna'].toSorted(compareCells)).toEqual([
      'Anna',
      'Ärztehaus',
      'WE 2',
      'WE 10',
      'Zahn',
    ]));

  it('is by value for numbers', () => expect([10, 9, -1].toSorted(compareCells)).toEqual([-1, 9, 10]));
});
