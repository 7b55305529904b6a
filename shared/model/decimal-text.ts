/** Exact decimals that nobody computes with in place: areas, factors, kilograms. Arithmetic happens on rationals. */
import { parseDecimal, type Rational } from './rational.ts';

declare const decimalText: unique symbol;
/** A decimal of zero or more written plainly: `84.5`, `0`, `1.287`. No sign, no exponent, a point. */
export type DecimalText = string & { readonly [decimalText]: true };

const PATTERN = /^\d{1,15}(?:\.\d{1,9})?$/;

/** Reads a plain decimal; null for any other spelling. */
export function parseDecimalText(text: string): DecimalText | null {
  return PATTERN.test(text) ? (text as DecimalText) : null;
}

/** As `parseDecimalText`, for values the program itself wrote. Throws a RangeError. */
export function decimalTextOf(value: string | number): DecimalText {
  const text = parseDecimalText(String(value));
  if (text === null) throw new RangeError('not a plain decimal');
  return text;
}

/** The exact value. */
export function decimalTextToRational(text: DecimalText): Rational {
  const value = parseDecimal(text);
  if (value === null) throw new RangeError('not a plain decimal');
  return value;
}
