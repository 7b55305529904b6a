import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  extendTo,
  keepInside,
  moveCursor,
  rangeOf,
  standAt,
  type Cursor,
} from '../../../../../renderer/ui/table/grid-cursor.ts';

const size = { rows: 50, columns: 6, page: 12 };
const press = (key: string, held = ''): { key: string; isCtrl: boolean; isShift: boolean } => ({
  key,
  isCtrl: held.includes('ctrl'),
  isShift: held.includes('shift'),
});
const go = (from: Cursor, key: string, held = ''): Cursor => moveCursor(from, press(key, held), size) ?? from;

describe('keys in a table', () => {
  const middle = standAt(20, 3);
  it.each([
    ['ArrowUp', '', 19, 3],
    ['ArrowDown', '', 21, 3],
    ['ArrowLeft', '', 20, 2],
    ['ArrowRight', '', 20, 4],
    ['ArrowUp', 'ctrl', 0, 3],
    ['ArrowDown', 'ctrl', 49, 3],
    ['ArrowLeft', 'ctrl', 20, 0],
    ['ArrowRight', 'ctrl', 20, 5],
    ['Home', '', 20, 0],
    ['End', '', 20, 5],
    ['Home', 'ctrl', 0, 0],
    ['End', 'ctrl', 49, 5],
    ['PageUp', '', 8, 3],
    ['PageDown', '', 32, 3],
  ])('%s %s leads to row %i, column %i', (key, held, row, column) =>
    expect(go(middle, key, held)).toEqual(standAt(row, column)),
  );

  it('lead from the first row into the header and no further', () => {
    expect(go(standAt(0, 2), 'ArrowUp')).toEqual(standAt(-1, 2));
    expect(go(standAt(-1, 2), 'ArrowUp')).toEqual(standAt(-1, 2));
    expect(go(standAt(5, 2), 'PageUp')).toEqual(standAt(0, 2));
  });

  it('with Shift mark cells and leave the focus where it is', () => {
    const marked = go(go(go(middle, 'ArrowDown', 'shift'), 'ArrowDown', 'shift'), 'ArrowLeft', 'shift');
    expect(marked.at).toEqual({ row: 20, column: 3 });
    expect(rangeOf(marked)).toEqual({ top: 20, bottom: 22, left: 2, right: 3 });
  });

  it('never mark the header', () => {
    expect(rangeOf(go(standAt(0, 0), 'ArrowUp', 'shift'))).toEqual({ top: 0, bottom: 0, left: 0, right: 0 });
  });

  it('mark the whole row with Space and everything with Ctrl+A', () => {
    expect(rangeOf(go(middle, ' '))).toEqual({ top: 20, bottom: 20, left: 0, right: 5 });
    expect(rangeOf(go(middle, 'a', 'ctrl'))).toEqual({ top: 0, bottom: 49, left: 0, right: 5 });
  });

  it('that the table does not own are left to others', () => {
    for (const key of ['Tab', 'F5', 'k', 'Escape']) expect(moveCursor(middle, press(key), size)).toBeNull();
  });

  it('lead nowhere in a table without columns', () =>
    expect(moveCursor(middle, press('ArrowDown'), { rows: 0, columns: 0, page: 12 })).toBeNull());
});

describe('the cursor', () => {
  const anyKey = fc.constantFrom(
    'ArrowUp',
    'ArrowDown',
    'ArrowLeft',
    'ArrowRight',
    'Home',
    'End',
    'PageUp',
    'PageDown',
    ' ',
  );
  const anyHeld = fc.constantFrom('', 'ctrl', 'shift', 'ctrl shift');

  it('stays inside the table whatever is pressed', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyKey, anyHeld)), (presses) => {
        let cursor = standAt(0, 0);
        for (const [key, held] of presses) cursor = go(cursor, key, held);
        const { top, bottom, left, right } = rangeOf(cursor);
        expect(cursor.at.row).toBeGreaterThanOrEqual(-1);
        expect(Math.max(cursor.at.row, bottom)).toBeLessThan(size.rows);
        expect(Math.max(cursor.at.column, right)).toBeLessThan(size.columns);
        expect(Math.min(top, left)).toBeGreaterThanOrEqual(-1);
      }),
    );
  });

  it('marks from its anchor to a clicked cell', () =>
    expect(rangeOf(extendTo(standAt(3, 1), 1, 4))).toEqual({ top: 1, bottom: 3, left: 1, right: 4 }));

  it('is pulled back when rows go away, and left alone when they do not', () => {
    expect(keepInside(standAt(20, 3), { ...size, rows: 5 })).toEqual(standAt(4, 3));
    const marked = extendTo(standAt(1, 1), 30, 2);
    expect(keepInside(marked, { ...size, rows: 10 })).toEqual(standAt(1, 1));
    expect(keepInside(marked, size)).toBe(marked);
  });
});
