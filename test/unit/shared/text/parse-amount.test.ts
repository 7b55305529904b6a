import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsOf } from '#shared/model/money.ts';
import { parseDecimal, rational, toDecimal } from '#shared/model/rational.ts';
import { formatDecimal, formatEuros, formatQuantity } from '#shared/text/format.ts';
import { parseAmount, toHundredths } from '#shared/text/parse-amount.ts';

const read = (text: string): string => {
  const result = parseAmount(text);
  if (!result.ok) return result.error;
  return `${toDecimal(result.value.value, 3)}${result.value.certain ? '' : ' ?'}`;
};

describe('an amount as people type it', () => {
  it.each([
    ['1.234,56', '1234.560'],
    ['1234,56', '1234.560'],
    ['1 234,5', '1234.500'],
    ['1\u202f234\u00a0567,5', '1234567.500'],
    ['1234,56 EUR', '1234.560'],
    ['1.234,56\u00a0€', '1234.560'],
    ['84,5 m²', '84.500'],
    ['-3,2', '-3.200'],
    ['−3,2', '-3.200'],
    ['+7', '7.000'],
    [',5', '0.500'],
    ['7,', '7.000'],
    ['1.234', '1234.000'],
    ['1.234.567', '1234567.000'],
  ])('reads %s', (text, value) => expect(read(text)).toBe(value));

  it.each([
    ['12.50', '12.500 ?'],
    ['1.5', '1.500 ?'],
    ['0.500', '0.500 ?'],
    ['1234.567', '1234.567 ?'],
    ['.5', '0.500 ?'],
  ])('takes the lone dot of %s as decimal and says that it is not certain', (text, value) =>
    expect(read(text)).toBe(value),
  );

  it.each([
    ['=100-55', '45.000'],
    ['= 1.200,50 + 3 * 10', '1230.500'],
    ['=3*(12,5+1)/2', '20.250'],
    ['=-5+2', '-3.000'],
    ['=12.50*2', '25.000 ?'],
  ])('works out %s', (text, value) => expect(read(text)).toBe(value));

  it.each([
    'abc',
    '1,2,3',
    '1.23.4',
    '12 34',
    '1,234.56',
    '--3',
    '=',
    '=1+',
    '=(1',
    '=1)',
    '=1$2',
    'EUR',
    '1e5',
  ])('refuses %s', (text) => expect(read(text)).toBe('UNREADABLE'));

  it('tells an empty field from an unreadable one', () => expect(read('  ')).toBe('EMPTY'));
  it('refuses to divide by nothing', () => expect(read('=5/(2-2)')).toBe('DIVISION_BY_ZERO'));

  it('reads back every amount of money as the house writes it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (cents) => {
        const result = parseAmount(formatEuros(centsOf(cents)));
        expect(result.ok && result.value.certain && toHundredths(result.value.value)).toBe(
          cents === 0 ? 0 : cents,
        );
      }),
    );
  });

  it('reads back every quantity as the house writes it', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 3 }), (mantissa, places) => {
        const value = rational(mantissa, 10n ** BigInt(places));
        const result = parseAmount(formatQuantity(value, places, 'kWh'));
        expect(result.ok && result.value.value).toEqual(value);
      }),
    );
  });

  it('agrees with exact arithmetic on sums of two amounts', () => {
    const amount = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(amount, amount, (a, b) => {
        const [left, right] = [rational(a, 100n), rational(b, 100n)];
        const result = parseAmount(`=${formatDecimal(left, 2)}-${formatDecimal(right, 2)}`);
        expect(result.ok && result.value.value).toEqual(rational(a - b, 100n));
      }),
    );
  });

  it('never throws and never reads a text without digits as a number', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const result = parseAmount(text);
        expect(result.ok && !/\d/.test(text)).toBe(false);
      }),
    );
  });
});

describe('hundredths', () => {
  it('are whole cents', () => expect(toHundredths(parseDecimal('12.34') ?? rational(0))).toBe(1234));
  it('do not exist for a finer amount', () => expect(toHundredths(rational(1, 3))).toBeNull());
});
