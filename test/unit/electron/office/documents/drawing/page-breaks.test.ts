import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPageBreaks, type BreakableRow, type PageRoom } from '#office/documents/drawing/page-breaks.ts';

function rowsOf(...heights: number[]): BreakableRow[] {
  return heights.map((height) => ({ height, keepWithNext: false }));
}

/** The rows of each page, as the breaks divide them. */
function pagesBy(breaks: readonly number[], count: number): number[][] {
  const starts = [0, ...breaks.filter((start) => start > 0), count];
  return starts
    .slice(0, -1)
    .map((start, page) => Array.from({ length: (starts[page + 1] ?? count) - start }, (_, i) => start + i));
}

describe('page breaks of a table', () => {
  it('needs none where everything fits', () => {
    expect(findPageBreaks(rowsOf(10, 10), { first: 20, following: 100, carry: 0 })).toEqual([]);
  });

  it('moves the whole table to a new page when not even its first row fits below what is there', () => {
    expect(findPageBreaks(rowsOf(10, 10), { first: 5, following: 100, carry: 0 })).toEqual([0]);
  });

  it('leaves room for the sum so far at the end of a page and at the top of the next', () => {
    expect(findPageBreaks(rowsOf(10, 10, 10), { first: 25, following: 25, carry: 10 })).toEqual([1, 2]);
  });

  it('needs no room for a sum behind the last row', () => {
    expect(findPageBreaks(rowsOf(10, 10), { first: 20, following: 20, carry: 10 })).toEqual([]);
  });

  it('keeps a group with its first row and a sum with the row before it', () => {
    const rows = [...rowsOf(10), { height: 5, keepWithNext: true }, ...rowsOf(10)];
    expect(findPageBreaks(rows, { first: 20, following: 40, carry: 0 })).toEqual([1]);
  });

  it('puts every row on one page, in order, and overfills none', () => {
    const row = fc.record({ height: fc.integer({ min: 4, max: 60 }), keepWithNext: fc.boolean() });
    const sizes = fc.record({
      first: fc.integer({ min: 0, max: 200 }),
      following: fc.constant(200),
      carry: fc.constantFrom(0, 16),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 120 }), sizes, (rows, room: PageRoom) => {
        const breaks = findPageBreaks(rows, room);
        expect(breaks).toEqual([...new Set(breaks)].toSorted((a, b) => a - b));
        const pages = pagesBy(breaks, rows.length);
        expect(pages.flat()).toEqual(rows.map((_, index) => index));
        const startsBelow = !breaks.includes(0);
        for (const [page, indices] of pages.entries()) {
          const height = indices.reduce((sum, index) => sum + (rows[index]?.height ?? 0), 0);
          const carries = (page > 0 ? room.carry : 0) + (page < pages.length - 1 ? room.carry : 0);
          const space = page === 0 && startsBelow ? room.first : room.following;
          if (indices.length > 0) expect(height + carries).toBeLessThanOrEqual(space);
        }
      }),
    );
  });
});
