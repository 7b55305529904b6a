import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRegister, typedRegister } from '#office/services/meter-registers.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';

describe('a register typed by hand', () => {
  it('is kept exactly in the unit of the meter', () => {
    expect(typedRegister({ value: decimalTextOf('12.34'), unit: 'kWh' })).toEqual({
      quantity: 'energy',
      value: { mantissa: 1234n, exponent: 1, unit: 'Wh' },
    });
    expect(typedRegister({ value: decimalTextOf('163'), unit: 'units' }).value).toEqual({
      mantissa: 163n,
      exponent: 0,
      unit: 'HCA',
    });
  });

  it('reads back as it was typed', () => {
    const units = fc.constantFrom('units', 'kWh', 'GJ', 'm3');
    const decimals = fc.tuple(fc.nat(99_999_999), fc.integer({ min: 1, max: 999 }), fc.boolean());
    fc.assert(
      fc.property(decimals, units, ([whole, thousandths, hasFraction], unit) => {
        const fraction = `.${String(thousandths).padStart(3, '0')}`.replace(/0+$/, '');
        const value = decimalTextOf(hasFraction ? `${whole}${fraction}` : String(whole));
        expect(readRegister(typedRegister({ value, unit }).value)).toEqual({ value, unit });
      }),
    );
  });
});
