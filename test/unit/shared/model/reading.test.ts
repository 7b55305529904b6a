import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { multiply, rational, toDecimal } from '#shared/model/rational.ts';
import {
  meterKey,
  registerValueToKilowattHours,
  registerValueToRational,
  type RegisterUnit,
} from '#shared/model/reading.ts';

function register(mantissa: bigint, exponent: number, unit: RegisterUnit) {
  return { mantissa, exponent, unit };
}

describe('registers', () => {
  it('are exact in their own unit', () => {
    expect(registerValueToRational(register(2_850_427n, -2, 'm3'))).toEqual(rational(2_850_427, 100));
    expect(registerValueToRational(register(19n, 9, 'J'))).toEqual(rational(19_000_000_000));
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 12n }),
        fc.integer({ min: -9, max: 9 }),
        (mantissa, exponent) => {
          const value = registerValueToRational(register(mantissa, exponent, 'm3'));
          const scale = rational(10n ** BigInt(Math.abs(exponent)));
          const back = exponent < 0 ? multiply(value, scale) : value;
          expect(exponent < 0 ? back : value).toEqual(
            exponent < 0 ? rational(mantissa) : rational(mantissa * 10n ** BigInt(exponent)),
          );
        },
      ),
    );
  });

  it('of energy are kilowatt hours without rounding', () => {
    expect(registerValueToKilowattHours(register(1234n, 2, 'Wh'))).toEqual(rational(1234, 10));
    const gigajoule = registerValueToKilowattHours(register(1n, 9, 'J'));
    expect(gigajoule).toEqual(rational(2500, 9));
    expect(gigajoule === null ? '' : toDecimal(gigajoule, 3)).toBe('277.778');
  });

  it('of other quantities are no energy', () => {
    expect(registerValueToKilowattHours(register(1n, 0, 'HCA'))).toBeNull();
    expect(registerValueToKilowattHours(register(1n, 0, 'm3'))).toBeNull();
  });
});

describe('the key of a meter', () => {
  it('joins maker and number, because numbers repeat', () => {
    expect(meterKey({ manufacturer: 'QDS', id: '12345678' })).toBe('QDS12345678');
  });
});
