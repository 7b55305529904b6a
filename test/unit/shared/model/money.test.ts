import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  centsOf,
  distributeByHalfUp,
  distributeByLargestRemainder,
  parseEuros,
  roundToCents,
  sumCents,
  type Weight,
} from '#shared/model/money.ts';
import { parseDecimal, rational, ZERO } from '#shared/model/rational.ts';

const total = fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }).map(centsOf);
const weights = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 })
  .chain((ids) =>
    fc
      .array(fc.bigInt({ min: 0n, max: 10_000n }), { minLength: ids.length, maxLength: ids.length })
      .filter((values) => values.some((value) => value > 0n))
      .map((values): Weight[] => ids.map((id, index) => ({ id, weight: rational(values[index] ?? 0n) }))),
  );

describe('cents', () => {
  it('are whole and safe', () => {
    expect(centsOf(12n)).toBe(12);
    for (const amount of [0.5, Number.NaN, 2 ** 53]) expect(() => centsOf(amount)).toThrow(RangeError);
  });

  it('are read from euros with at most two decimals', () => {
    expect(parseEuros('1433.15')).toBe(143_315);
    expect(parseEuros(-0.1)).toBe(-10);
    for (const text of ['1.005', '1,50', '', '1e20']) expect(parseEuros(text)).toBeNull();
  });

  it('are rounded commercially', () => {
    expect(roundToCents(rational(5, 2))).toBe(3);
    expect(roundToCents(rational(-5, 2))).toBe(-3);
  });
});

describe('distributing cents by largest remainder', () => {
  it('always adds up, never misses the exact share by a cent, and does not depend on the order', () => {
    fc.assert(
      fc.property(total, weights, (amount, shares) => {
        const parts = distributeByLargestRemainder(amount, shares);
        expect(sumCents(parts.values())).toBe(amount);
        const whole = shares.reduce((sum, share) => sum + Number(share.weight.numerator), 0);
        for (const { id, weight } of shares)
          expect(
            Math.abs((parts.get(id) ?? Number.NaN) - (amount * Number(weight.numerator)) / whole),
          ).toBeLessThan(1.000001);
        const reversed = distributeByLargestRemainder(amount, shares.toReversed());
        for (const { id } of shares) expect(reversed.get(id)).toBe(parts.get(id));
      }),
    );
  });

  it('settles a tie by id', () => {
    const shares = ['b', 'a', 'c'].map((id) => ({ id, weight: rational(1) }));
    expect(Object.fromEntries(distributeByLargestRemainder(centsOf(100), shares))).toEqual({
      a: 34,
      b: 33,
      c: 33,
    });
  });

  it('gives the published figures of the trade’s example', () => {
    const shares = [34, 15, 6, 19, 4].map((weight, index) => ({ id: `u${index}`, weight: rational(weight) }));
    expect([...distributeByLargestRemainder(centsOf(82_440), shares).values()]).toEqual([
      35_935, 15_854, 6_342, 20_081, 4_228,
    ]);
    expect([...distributeByHalfUp(centsOf(82_440), shares, 'u4').values()]).toEqual([
      35_935, 15_854, 6_342, 20_082, 4_227,
    ]);
  });

  it('needs something to go by', () => {
    expect(() => distributeByLargestRemainder(centsOf(1), [{ id: 'a', weight: ZERO }])).toThrow(RangeError);
    const negative = [
      { id: 'a', weight: rational(-1) },
      { id: 'b', weight: rational(2) },
    ];
    expect(() => distributeByLargestRemainder(centsOf(1), negative)).toThrow(RangeError);
  });
});

describe('rounding everyone but the one who bears the rest', () => {
  it('always adds up', () => {
    fc.assert(
      fc.property(total, weights, (amount, shares) => {
        const parts = distributeByHalfUp(amount, shares, shares[0]?.id ?? '');
        expect(sumCents(parts.values())).toBe(amount);
      }),
    );
  });

  it('needs that one among the shares', () => {
    const shares = [{ id: 'a', weight: parseDecimal('1') ?? ZERO }];
    expect(() => distributeByHalfUp(centsOf(1), shares, 'landlord')).toThrow(RangeError);
  });
});
