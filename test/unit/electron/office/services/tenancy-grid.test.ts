import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGrid } from '#office/services/tenancy-grid.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';

const today = plainDateOf('2026-02-16');

describe('a pasted table', () => {
  it('is read without headings in the usual order', () => {
    const grid = readGrid([['WE 1', 'EG', '64,5', 'Timo Becker', '1.1.25', '']], today);
    expect(grid.hasHeader).toBe(false);
    expect(grid.rows[0]).toMatchObject({
      unitName: 'WE 1',
      position: 'EG',
      livingAreaM2: '64.5',
      tenantName: 'Timo Becker',
      from: '2025-01-01',
      to: null,
      remarks: [],
    });
  });

  it('is read by its headings in whatever order they stand', () => {
    const grid = readGrid(
      [
        ['Mieter', 'beheizte Fläche', 'Wohnfläche', 'Nutzeinheit'],
        ['A', '50', '60', 'WE 1'],
      ],
      today,
    );
    expect(grid.columns).toEqual(['tenantName', 'heatedAreaM2', 'livingAreaM2', 'unitName']);
    expect(grid.rows[0]).toMatchObject({ unitName: 'WE 1', livingAreaM2: '60', heatedAreaM2: '50' });
  });

  it('follows the columns the user chose over its own guess', () => {
    const grid = readGrid([['WE 1', 'Timo Becker', '64']], today, ['unitName', 'tenantName', 'livingAreaM2']);
    expect(grid.rows[0]).toMatchObject({ tenantName: 'Timo Becker', livingAreaM2: '64' });
  });

  it('says how it read a lone dot, and what it could not read', () => {
    const [row] = readGrid([['WE 1', '', '64.5', 'A', '31.02.2025']], today).rows;
    expect(row?.livingAreaM2).toBe('64.5');
    expect(row?.remarks.map(({ column }) => column)).toEqual(['livingAreaM2', 'from']);
  });

  it('takes any cells without failing, and counts its rows as the user does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ maxLength: 20 }), { maxLength: 12 }), { minLength: 1, maxLength: 20 }),
        (table) => {
          const { rows } = readGrid(table, today);
          rows.forEach(({ rowNumber }, index) => expect(rowNumber).toBe(index + 1));
        },
      ),
    );
  });
});
