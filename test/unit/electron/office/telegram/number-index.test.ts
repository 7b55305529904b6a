import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NumberIndex } from '#office/telegram/number-index.ts';

/** Few numbers often and any number now and then, so that values are replaced and the index grows. */
const numbers = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
);
const values = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((value) => value !== 0);

describe('an index of numbers', () => {
  it('finds what a map would find, and zero for everything else', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(numbers, values), { maxLength: 200 }), numbers, (entries, other) => {
        const index = new NumberIndex();
        for (const [number, value] of entries) index.set(number, value);
        const map = new Map(entries);
        for (const number of [...map.keys(), other]) expect(index.get(number)).toBe(map.get(number) ?? 0);
      }),
    );
  });

  it('keeps tens of thousands of numbers in a row apart', () => {
    const index = new NumberIndex();
    for (let number = 0; number < 50_000; number++) index.set(0x10000000 + number, number + 1);
    for (let number = 0; number < 50_000; number++) expect(index.get(0x10000000 + number)).toBe(number + 1);
    expect(index.get(0x10000000 - 1)).toBe(0);
  });
});
