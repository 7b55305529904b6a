import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf } from '#shared/model/money.ts';
import { rational } from '#shared/model/rational.ts';
import {
  numberOf,
  readCents,
  readQuantity,
  typedCents,
  typedQuantity,
  writeDecimal,
} from '../../../../renderer/lib/amounts.ts';

describe('typed amounts', () => {
  it('become the contract’s decimals', () => {
    expect(readQuantity('64,50 m²')).toBe('64.5');
    expect(readQuantity('1.234')).toBe('1234');
    expect(readQuantity('-1')).toBeNull();
    expect(readQuantity('viel')).toBeNull();
    expect(writeDecimal(rational(1000))).toBe('1000');
  });

  it('become cents or nothing', () => {
    expect(readCents('=100-55')).toBe(4500);
    expect(readCents('1,234')).toBeNull();
    expect(readCents('')).toBeNull();
  });

  it('come back into their field as they are typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        expect(readCents(typedCents(centsOf(cents)))).toBe(cents === 0 ? 0 : cents);
      }),
    );
    expect(typedQuantity('64.5')).toBe('64,5');
    expect(typedQuantity(null)).toBe('');
    expect(typedCents(null)).toBe('');
  });

  it('are numbers only for sorting', () => {
    expect(numberOf('64.5')).toBe(64.5);
    expect(numberOf(null)).toBeNull();
  });
});
