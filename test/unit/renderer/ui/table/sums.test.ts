import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Column } from '../../../../../renderer/ui/table/column.ts';
import { sumInLastPlace, sumMarked, writeFooter, writeSum } from '../../../../../renderer/ui/table/sums.ts';

type Row = readonly [number | null, number | null];

const money: Column<Row> = { id: 'a', title: 'A', kind: 'money', value: (row) => row[0], width: 1 };
const area: Column<Row> = {
  id: 'b',
  title: 'B',
  unit: 'm²',
  kind: 'decimal',
  value: (row) => row[1],
  width: 1,
};
const rows: readonly Row[] = [
  [10, 0.1],
  [20, 0.2],
  [null, null],
];
const markedBy = (columns: readonly Column<Row>[]) =>
  sumMarked(columns, (column) => rows.map((row) => column.value(row)));

describe('a footer', () => {
  it('adds exactly in the last place that is shown', () => {
    expect(sumInLastPlace(area, [0.1, 0.2, null])).toBe(30);
    expect(writeSum(area, 30)).toBe('0,30');
    expect(writeSum(money, 123_456)).toBe('1.234,56');
  });

  it('stays empty where no row has a number', () => {
    expect(writeFooter(area, [null, null])).toBe('');
    expect(writeFooter(area, [null, 0])).toBe('0,00');
  });

  it('equals the sum of its cents for any amounts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (amounts) => {
        expect(sumInLastPlace(money, amounts)).toBe(amounts.reduce((sum, cents) => sum + cents, 0));
      }),
    );
  });
});

describe('marked cells', () => {
  it('are counted and added with their unit', () => {
    expect(markedBy([money])).toEqual({ cells: 3, numbers: 2, sum: '0,30\u00a0€' });
    expect(markedBy([area])).toEqual({ cells: 3, numbers: 2, sum: '0,30\u00a0m²' });
  });

  it('of different measures are only counted', () =>
    expect(markedBy([money, area])).toEqual({ cells: 6, numbers: 4, sum: null }));

  it('of a column whose rows measure different things are only counted', () =>
    expect(markedBy([{ ...area, isMixed: true }])).toEqual({ cells: 3, numbers: 2, sum: null }));

  it('without a number have no sum', () => expect(sumMarked([money], () => [null]).sum).toBeNull());
});
