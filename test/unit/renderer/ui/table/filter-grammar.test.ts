import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { formatDecimal } from '#shared/text/format.ts';
import type { CellValue, ColumnKind } from '../../../../../renderer/ui/table/column.ts';
import { readFilter } from '../../../../../renderer/ui/table/filter-grammar.ts';

const today = plainDateOf('2026-11-22');

function kept(filter: string, kind: ColumnKind, values: readonly CellValue[]): readonly CellValue[] | string {
  const test = readFilter(filter, kind, today);
  if (test === null) return values;
  return test === 'unreadable' ? test : values.filter(test);
}

describe('the filter row on texts', () => {
  const names = ['Becker', 'Straße 7', 'Ärztehaus', 'WE 2', 'WE 10', null];
  it.each([
    ['beck', ['Becker']],
    ['strasse', ['Straße 7']],
    ['arzte', ['Ärztehaus']],
    ['=we 2', ['WE 2']],
    ['!=we 2', ['Becker', 'Straße 7', 'Ärztehaus', 'WE 10', null]],
    ['<> Becker', ['Straße 7', 'Ärztehaus', 'WE 2', 'WE 10', null]],
    ['>WE 2', ['WE 10']],
    ['>=WE 2', ['WE 2', 'WE 10']],
    ['<b', ['Ärztehaus']],
    ['leer', [null]],
    ['!=', ['Becker', 'Straße 7', 'Ärztehaus', 'WE 2', 'WE 10']],
    ['nicht leer', ['Becker', 'Straße 7', 'Ärztehaus', 'WE 2', 'WE 10']],
    ['becker; =we 10', ['Becker', 'WE 10']],
    ['  ', names],
  ])('%s', (filter, expected) => expect(kept(filter, 'text', names)).toEqual(expected));
});

describe('the filter row on numbers', () => {
  const areas = [12.5, 100, 100.5, 1234, -3, null];
  it.each([
    ['>100', [100.5, 1234]],
    ['>= 100', [100, 100.5, 1234]],
    ['<13', [12.5, -3]],
    ['<=12,5', [12.5, -3]],
    ['=100', [100]],
    ['100', [100]],
    ['!=100', [12.5, 100.5, 1234, -3, null]],
    ['10-100', [12.5, 100]],
    ['100 bis 1.234', [100, 100.5, 1234]],
    ['-5..0', [-3]],
    ['leer', [null]],
    ['leer; >1000', [1234, null]],
    ['viel', 'unreadable'],
    ['>', 'unreadable'],
    ['>10-20', 'unreadable'],
  ])('%s', (filter, expected) => expect(kept(filter, 'decimal', areas)).toEqual(expected));

  it('reads money in euros where the cells hold cents', () => {
    expect(kept('>=1.234,56', 'money', [123_455, 123_456, 200_000])).toEqual([123_456, 200_000]);
    expect(kept('-10', 'money', [-1000, 1000])).toEqual([-1000]);
  });

  it('keeps exactly the cells a comparison keeps', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: -1e9, max: 1e9 }), (values, limit) => {
        const filter = `>${formatDecimal(limit, 0)}`;
        expect(kept(filter, 'decimal', values)).toEqual(values.filter((value) => value > limit));
      }),
    );
  });
});

describe('the filter row on days and moments', () => {
  const days = ['2025-12-31', '2026-03-01', '2026-03-31', '2026-04-01', null];
  it.each([
    ['01.03.-31.03.', ['2026-03-01', '2026-03-31']],
    ['03.2026', ['2026-03-01', '2026-03-31']],
    ['2026', ['2026-03-01', '2026-03-31', '2026-04-01']],
    ['1.3.', ['2026-03-01']],
    ['>31.12.2025', ['2026-03-01', '2026-03-31', '2026-04-01']],
    ['>=1.4.', ['2026-04-01']],
    ['<03.2026', ['2025-12-31']],
    ['<=03.2026', ['2025-12-31', '2026-03-01', '2026-03-31']],
    ['!=2026', ['2025-12-31', null]],
    ['leer', [null]],
    ['99.2026', 'unreadable'],
    ['bald', 'unreadable'],
  ])('%s', (filter, expected) => expect(kept(filter, 'day', days)).toEqual(expected));

  it('looks at the day of a moment', () => {
    const moments = ['2026-11-21T06:00:00Z', '2026-11-22T00:00:00Z'];
    expect(kept('h', 'moment', moments)).toEqual(['2026-11-22T00:00:00Z']);
  });
});

describe('any filter', () => {
  it('is read or refused, and never throws', () => {
    const kind = fc.constantFrom<ColumnKind>('text', 'decimal', 'money', 'day', 'moment');
    fc.assert(
      fc.property(fc.string(), kind, fc.array(fc.option(fc.integer())), (filter, column, values) => {
        kept(filter, column, values);
      }),
    );
  });
});
