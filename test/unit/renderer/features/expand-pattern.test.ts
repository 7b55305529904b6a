import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandPattern } from '../../../../renderer/features/units/expand-pattern.ts';

describe('a pattern of units', () => {
  it.each([
    ['VH {EG|1. OG} {li|re}', ['VH EG li', 'VH EG re', 'VH 1. OG li', 'VH 1. OG re']],
    ['WE {1-3}', ['WE 1', 'WE 2', 'WE 3']],
    ['WE {08-10}', ['WE 08', 'WE 09', 'WE 10']],
    ['Laden', ['Laden']],
    ['{A|A}', ['A']],
  ])('%s', (pattern, names) => expect(expandPattern(pattern)).toEqual(names));

  it.each(['', '{', 'WE 1}', '{ {1-2}'])('%s cannot be read', (pattern) =>
    expect(expandPattern(pattern)).toBe('unreadable'),
  );

  it('stops before it makes more units than a house has', () => {
    expect(expandPattern('{1-1000}')).toBe('tooMany');
    expect(expandPattern('{1-100} {1-100}')).toBe('tooMany');
  });

  it('always ends, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('{', '}', '|', '-', '1', '9', 'a', ' ') }), (pattern) => {
        const names = expandPattern(pattern);
        expect(typeof names === 'string' || names.length <= 500).toBe(true);
      }),
    );
  });
});
