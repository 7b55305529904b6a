import { describe, expect, it } from 'vitest';
import { readAddress, typedAddress } from '../../../../renderer/lib/address-lines.ts';
import { initialsOf } from '../../../../renderer/lib/initials.ts';
import { placeOf } from '../../../../renderer/lib/places.ts';

describe('initials', () => {
  it.each([
    ['Shivani Rao', 'SR'],
    ['Dr. Anna von Berg', 'AB'],
    ['  Timo  ', 'T'],
    ['', ''],
    ['Özlem Ünal-Kaya', 'ÖÜ'],
  ])('of %s are %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});

describe('an address', () => {
  it('is a line each, without empty ones, six at most', () => {
    expect(readAddress(' Ring 6A \n\n98693 Ilmenau')).toEqual(['Ring 6A', '98693 Ilmenau']);
    expect(readAddress('1\n2\n3\n4\n5\n6\n7')).toHaveLength(6);
    expect(readAddress(typedAddress(['Ring 6A', '98693 Ilmenau']))).toEqual(['Ring 6A', '98693 Ilmenau']);
  });
});

describe('the place of an object', () => {
  it('is its page', () => {
    expect(placeOf({ kind: 'unit', id: 7 })).toEqual({ to: '/units/$id', params: { id: '7' } });
    expect(placeOf({ kind: 'meter', id: 7 })).toEqual({ to: '/meters/$id', params: { id: '7' } });
    expect(placeOf({ kind: 'staff', id: 'x' })).toEqual({ to: '/settings', search: { tab: 'staff' } });
  });

  it('is nowhere while it has none', () => expect(placeOf({ kind: 'cost', id: 7 })).toBeNull());
});
