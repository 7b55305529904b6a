import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offsetToShow, rowsInPage } from '../../../../../renderer/ui/table/row-window.ts';

const rowHeight = 36;

describe('the rows in the page', () => {
  it('are those in sight and a few around them', () => {
    const rows = rowsInPage({ offset: 3600, height: 360 }, { count: 5000, rowHeight, kept: 100 });
    expect([rows[0], rows.at(-1)]).toEqual([92, 118]);
  });

  it('always hold the row with the focus', () => {
    expect(rowsInPage({ offset: 0, height: 360 }, { count: 5000, rowHeight, kept: 4000 }).at(-1)).toBe(4000);
    expect(rowsInPage({ offset: 90_000, height: 360 }, { count: 5000, rowHeight, kept: 3 })[0]).toBe(3);
  });

  it('are few, ascending, without repetition and inside the table, wherever one scrolls', () => {
    fc.assert(
      fc.property(
        fc.nat(300_000),
        fc.nat(2000),
        fc.nat(8000),
        fc.integer({ min: -1, max: 9000 }),
        (offset, height, count, kept) => {
          const rows = rowsInPage({ offset, height }, { count, rowHeight, kept });
          expect(rows).toEqual([...new Set(rows)].toSorted((a, b) => a - b));
          expect(rows.every((row) => row >= 0 && row < count)).toBe(true);
          expect(rows.length).toBeLessThan(height / rowHeight + 20);
        },
      ),
    );
  });
});

describe('showing a row', () => {
  const fixed = { above: 36, below: 36 };
  it('does not scroll when it is in sight', () =>
    expect(offsetToShow(2, rowHeight, { offset: 0, height: 360 }, fixed)).toBe(0));

  it('puts it under the header or over the footer, never behind them', () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.nat(180_000),
        fc.integer({ min: 200, max: 1200 }),
        (row, offset, height) => {
          const shown = offsetToShow(row, rowHeight, { offset, height }, fixed);
          const top = row * rowHeight - shown;
          expect(top).toBeGreaterThanOrEqual(0);
          expect(top + rowHeight).toBeLessThanOrEqual(height - fixed.above - fixed.below);
        },
      ),
    );
  });
});
