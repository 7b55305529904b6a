import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  moveColumn,
  orderColumns,
  PLAIN_VIEW,
  readSort,
  readView,
  sortNext,
  withFilter,
  writeSort,
  writeView,
} from '../../../../../renderer/ui/table/table-view.ts';

describe('a view', () => {
  const view = {
    sort: [{ id: 'name', desc: true }],
    filters: { name: 'becker' },
    shown: { email: false },
    order: ['name', 'city'],
    widths: { name: 240 },
  };

  it('comes back as it was written', () => expect(readView(writeView(view))).toEqual(view));

  it.each([
    '',
    'null',
    '{}',
    '{"sort":[{"id":1}]}',
    '{"sort":[],"filters":{},"shown":{},"order":[],"widths":{"a":1}}',
  ])('written by another hand is refused: %s', (text) => expect(readView(text)).toBeNull());

  it('loses a filter that is emptied', () => {
    expect(withFilter(view, 'name', '').filters).toEqual({});
    expect(withFilter(PLAIN_VIEW, 'city', 'ilm').filters).toEqual({ city: 'ilm' });
  });
});

describe('sorting', () => {
  it('goes from unsorted to ascending to descending and back', () => {
    const up = sortNext([], 'name', false);
    const down = sortNext(up, 'name', false);
    expect([up, down, sortNext(down, 'name', false)]).toEqual([
      [{ id: 'name', desc: false }],
      [{ id: 'name', desc: true }],
      [],
    ]);
  });

  it('replaces the other columns unless they are added to', () => {
    const byCity = [{ id: 'city', desc: false }];
    expect(sortNext(byCity, 'name', false)).toEqual([{ id: 'name', desc: false }]);
    expect(sortNext(byCity, 'name', true)).toEqual([...byCity, { id: 'name', desc: false }]);
  });

  it('travels in the address', () => {
    const entry = fc.record({ id: fc.stringMatching(/^[a-z]{1,8}$/), desc: fc.boolean() });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ id }) => id }), (sort) => {
        expect(readSort(writeSort(sort))).toEqual(sort);
      }),
    );
  });
});

describe('the order of columns', () => {
  const ids = ['name', 'city', 'phone', 'email'];
  it('is the view’s where it names them, their own where it does not', () =>
    expect(orderColumns(ids, ['email', 'gone', 'name'])).toEqual(['email', 'name', 'city', 'phone']));

  it('moves a column, but never the one that names the row', () => {
    expect(moveColumn(ids, 'email', -1)).toEqual(['name', 'city', 'email', 'phone']);
    expect(moveColumn(ids, 'city', -1)).toEqual(ids);
    expect(moveColumn(ids, 'city', 9)).toEqual(['name', 'phone', 'email', 'city']);
    expect(moveColumn(ids, 'name', 1)).toEqual(ids);
  });
});
