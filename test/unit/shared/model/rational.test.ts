import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  compare,
  divide,
  floor,
  multiply,
  negate,
  parseDecimal,
  rational,
  roundHalfUp,
  subtract,
  sum,
  sumUnreduced,
  toDecimal,
  toFraction,
  toNumber,
  toShortDecimal,
  ZERO,
  type Rational,
} from '#shared/model/rational.ts';

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => rational(numerator, denominator));

function same(a: Rational, b: Rational): boolean {
  return compare(a, b) === 0;
}

describe('fractions', () => {
  it('keep the laws of arithmetic exactly', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(same(add(a, b), add(b, a))).toBe(true);
        expect(same(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))).toBe(true);
        expect(same(subtract(add(a, b), b), a)).toBe(true);
        if (!same(b, ZERO)) expect(same(multiply(divide(a, b), b), a)).toBe(true);
        expect(same(sum([a, b, c]), add(a, add(b, c)))).toBe(true);
      }),
    );
  });

  it('come in lowest terms with the sign above', () => {
    expect(rational(6, -8)).toEqual({ numerator: -3n, denominator: 4n });
    expect(rational(0, -5)).toEqual({ numerator: 0n, denominator: 1n });
    expect(() => rational(1, 0)).toThrow(RangeError);
  });

  it('add to the same value with and without being reduced', () => {
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 5 }), (values) => {
        expect(same(sumUnreduced(values), sum(values))).toBe(true);
      }),
    );
  });

  it('floor towards minus infinity', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        const whole = rational(floor(a));
        expect(compare(whole, a)).toBeLessThanOrEqual(0);
        expect(compare(add(whole, rational(1)), a)).toBe(1);
      }),
    );
  });

  it('round a half away from zero, on either side', () => {
    for (const [text, places, rounded] of [
      ['11.95', 1, '12.0'],
      ['-11.95', 1, '-12.0'],
      ['0.5', 0, '1'],
      ['-0.5', 0, '-1'],
      ['2.4999', 0, '2'],
      ['-0.004', 2, '0.00'],
    ] as const)
      expect(toDecimal(parseDecimal(text) ?? ZERO, places)).toBe(rounded);
    fc.assert(
      fc.property(fraction, fc.nat(6), (a, places) => {
        expect(same(roundHalfUp(negate(a), places), negate(roundHalfUp(a, places)))).toBe(true);
      }),
    );
  });
});

describe('decimals', () => {
  it('are read by their digits, whether number or text', () => {
    expect(parseDecimal(11.95)).toEqual({ numerator: 239n, denominator: 20n });
    expect(parseDecimal('11.95')).toEqual({ numerator: 239n, denominator: 20n });
    expect(parseDecimal(1e-7)).toEqual({ numerator: 1n, denominator: 10_000_000n });
    expect(parseDecimal('-3e2')).toEqual({ numerator: -300n, denominator: 1n });
    for (const text of [
      '',
      '1,5',
      '1.',
      '.5',
      '0x10',
      'NaN',
      '1 000',
      '--1',
      Number.NaN,
      Number.POSITIVE_INFINITY,
    ])
      expect(parseDecimal(text)).toBeNull();
  });

  it('written and read again are the same', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat(9), (digits, places) => {
        const value = rational(digits, 10n ** BigInt(places));
        expect(same(parseDecimal(toDecimal(value, places)) ?? ZERO, value)).toBe(true);
        expect(same(parseDecimal(toShortDecimal(value, places)) ?? ZERO, value)).toBe(true);
      }),
    );
    expect(toShortDecimal(rational(5, 2), 6)).toBe('2.5');
    expect(toFraction(rational(2, 3))).toBe('2/3');
    expect(toNumber(rational(1, 8))).toBe(0.125);
  });
});
