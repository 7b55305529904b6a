import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf } from '#shared/model/money.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { rational } from '#shared/model/rational.ts';
import {
  formatDate,
  formatDecimal,
  formatEuros,
  formatPercent,
  formatPeriod,
  formatPlainEuros,
  formatQuantity,
  formatShortDecimal,
} from '#shared/text/format.ts';

describe('German amounts, quantities and days', () => {
  it('writes euros with grouped thousands, a comma and a no-break space', () => {
    expect(formatEuros(centsOf(123_456))).toBe('1.234,56\u00a0€');
    expect(formatEuros(centsOf(5))).toBe('0,05\u00a0€');
    expect(formatEuros(centsOf(0))).toBe('0,00\u00a0€');
    expect(formatPlainEuros(centsOf(123_456_789_00))).toBe('123.456.789,00');
  });

  it('writes a true minus sign, and none before a zero', () => {
    expect(formatEuros(centsOf(-100_000))).toBe('\u22121.000,00\u00a0€');
    expect(formatDecimal(rational(-1, 1000), 2)).toBe('0,00');
  });

  it('loses no cent: every amount can be read back from its digits', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        const digits = formatPlainEuros(centsOf(amount)).replaceAll(/[.,]/g, '').replace('\u2212', '-');
        expect(Number(digits)).toBe(amount === 0 ? 0 : amount);
      }),
    );
  });

  it('rounds exact fractions half up instead of their binary neighbours', () => {
    expect(formatDecimal(11.95, 1)).toBe('12,0');
    expect(formatDecimal(rational(1, 3), 6)).toBe('0,333333');
    expect(formatDecimal(1.005, 2)).toBe('1,01');
    expect(() => formatDecimal(Number.NaN, 2)).toThrow(RangeError);
  });

  it('drops zeros only where it may', () => {
    expect(formatShortDecimal(rational(1, 2), 0, 3)).toBe('0,5');
    expect(formatShortDecimal(rational(1, 2), 2, 3)).toBe('0,50');
    expect(formatShortDecimal(rational(1000), 0, 3)).toBe('1.000');
    expect(formatShortDecimal(rational(10), 0, 0)).toBe('10');
  });

  it('writes shares as percentages', () => {
    expect(formatPercent(rational(7, 10))).toBe('70\u00a0%');
    expect(formatPercent(0.475)).toBe('47,5\u00a0%');
  });

  it('keeps a quantity and its unit together', () => {
    expect(formatQuantity(12_345.67, 2, 'kWh')).toBe('12.345,67\u00a0kWh');
  });

  it('writes days and periods', () => {
    const from = plainDateOf('2025-01-01');
    const to = plainDateOf('2025-12-31');
    expect(formatDate(to)).toBe('31.12.2025');
    expect(formatPeriod({ from, to })).toBe('01.01.2025\u00a0– 31.12.2025');
  });
});
