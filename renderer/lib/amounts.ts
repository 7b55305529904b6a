/** Typed amounts as the contract wants them: cents, or decimals as text. Pure. */
import { decimalTextOf, type DecimalText } from '#shared/model/decimal-text.ts';
import { centsOf, type Cents } from '#shared/model/money.ts';
import { isNegative, parseDecimal, toDecimal, type Rational } from '#shared/model/rational.ts';
import { formatPlainEuros, formatShortDecimal } from '#shared/text/format.ts';
import { parseAmount, toHundredths } from '#shared/text/parse-amount.ts';

const MOST_PLACES = 4;

/** A decimal without trailing zeros, such as `64.5`. */
export function writeDecimal(value: Rational): string {
  return toDecimal(value, MOST_PLACES).replace(/\.?0+$/, '');
}

/** A quantity from 0 as the contract's decimal text; null when it is not one. */
export function readQuantity(text: string): DecimalText | null {
  const amount = parseAmount(text);
  return amount.ok && !isNegative(amount.value.value)
    ? decimalTextOf(writeDecimal(amount.value.value))
    : null;
}

/** Whole cents; null when the text is no amount or finer than a cent. */
export function readCents(text: string): Cents | null {
  const amount = parseAmount(text);
  const cents = amount.ok ? toHundredths(amount.value.value) : null;
  return cents === null ? null : centsOf(cents);
}

/** The contract's decimal text as one types it: `64,5`; empty for null. */
export function typedQuantity(decimal: string | null): string {
  const value = decimal === null ? null : parseDecimal(decimal);
  return value === null ? '' : formatShortDecimal(value, 0, MOST_PLACES);
}

export function typedCents(cents: Cents | null): string {
  return cents === null ? '' : formatPlainEuros(cents);
}

/** The contract's decimal text as a number for sorting and showing; null stays null. */
export function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}
