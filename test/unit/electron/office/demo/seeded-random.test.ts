import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SeededRandom } from '#office/demo/seeded-random.ts';

describe('chance with a seed', () => {
  it('draws the same for the same seed and name, whatever was drawn before', () => {
    const one = new SeededRandom('a');
    one.integer('something else', 0, 9);
    expect(one.bytes('key', 48)).toEqual(new SeededRandom('a').bytes('key', 48));
  });

  it('draws differently for another seed or another name', () => {
    expect(new SeededRandom('a').bytes('key', 16)).not.toEqual(new SeededRandom('b').bytes('key', 16));
    expect(new SeededRandom('a').bytes('key', 16)).not.toEqual(new SeededRandom('a').bytes('kez', 16));
  });

  it('stays within the bounds asked for', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(1000), (name, least, width) => {
        const drawn = new SeededRandom('bounds').integer(name, least, least + width);
        return drawn >= least && drawn <= least + width;
      }),
    );
  });

  it('cannot pick from nothing', () => {
    expect(() => new SeededRandom('a').pick('x', [])).toThrow(RangeError);
  });
});
