/** Exact fractions. Every quotient of a bill stays one of these until its cents are distributed. */

/** A fraction in lowest terms; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };
export const ONE: Rational = { numerator: 1n, denominator: 1n };

const LARGEST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);

function commonDivisorOfSafe(a: number, b: number): bigint {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return BigInt(x);
}

/** Euclid's algorithm; once both numbers fit into a float exactly it goes on with floats, which is far quicker. */
function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) {
    if (x <= LARGEST_SAFE && y <= LARGEST_SAFE) return commonDivisorOfSafe(Number(x), Number(y));
    [x, y] = [y, x % y];
  }
  return x;
}

/** The fraction `numerator / denominator` in lowest terms. Throws a RangeError for a zero denominator. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  let [n, d] = [BigInt(numerator), BigInt(denominator)];
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  if (d < 0n) [n, d] = [-n, -d];
  if (d === 1n) return { numerator: n, denominator: d };
  const divisor = greatestCommonDivisor(n, d);
  return divisor === 1n
    ? { numerator: n, denominator: d }
    : { numerator: n / divisor, denominator: d / divisor };
}

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * The exact value of a plain decimal such as `11.95` or `-3e-2` (a point, no grouping). A JavaScript number is
 * read by its shortest decimal form, so 11.95 is 1195/100 and not its binary neighbour. Null when unreadable.
 */
export function parseDecimal(text: string | number): Rational | null {
  const match = DECIMAL.exec(String(text));
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${sign}${whole}${fraction}`);
  const power = Number(exponent) - fraction.length;
  return power >= 0 ? rational(digits * 10n ** BigInt(power)) : rational(digits, 10n ** BigInt(-power));
}

export function add(a: Rational, b: Rational): Rational {
  if (a.denominator === b.denominator) return rational(a.numerator + b.numerator, a.denominator);
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** One divided by the fraction. Throws a RangeError for zero. */
export function reciprocal(a: Rational): Rational {
  return rational(a.denominator, a.numerator);
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

export function negate(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator };
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** `a / b`. Throws a RangeError when `b` is zero: a rule must have asked before. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** The exact total; fractions are brought to one denominator on the way and reduced once at the end. */
export function sum(values: Iterable<Rational>): Rational {
  let [numerator, denominator] = [0n, 1n];
  for (const value of values) {
    if (value.denominator !== denominator) {
      const common = greatestCommonDivisor(denominator, value.denominator);
      numerator *= value.denominator / common;
      denominator *= value.denominator / common;
    }
    numerator += value.numerator * (denominator / value.denominator);
  }
  return rational(numerator, denominator);
}

/**
 * The exact total over one denominator, not in lowest terms: of a few values that are rounded or compared next,
 * for reducing costs most. The denominators multiply, so that many values call for `sum`.
 */
export function sumUnreduced(values: Iterable<Rational>): Rational {
  let [numerator, denominator] = [0n, 1n];
  for (const value of values) {
    if (value.denominator === denominator) numerator += value.numerator;
    else {
      numerator = numerator * value.denominator + value.numerator * denominator;
      denominator *= value.denominator;
    }
  }
  return { numerator, denominator };
}

/** The exact product of all values, reduced once. */
export function product(values: Iterable<Rational>): Rational {
  let [numerator, denominator] = [1n, 1n];
  for (const value of values) {
    numerator *= value.numerator;
    denominator *= value.denominator;
  }
  return rational(numerator, denominator);
}

/** Negative, zero or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference =
    a.denominator === b.denominator
      ? a.numerator - b.numerator
      : a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function isZero(a: Rational): boolean {
  return a.numerator === 0n;
}

export function isNegative(a: Rational): boolean {
  return a.numerator < 0n;
}

/** The greatest integer not above the fraction. */
export function floor(a: Rational): bigint {
  const quotient = a.numerator / a.denominator;
  return a.numerator < 0n && quotient * a.denominator !== a.numerator ? quotient - 1n : quotient;
}

/** Commercial rounding to `decimals` places: a half goes away from zero (kaufmännisch). */
export function roundHalfUp(a: Rational, decimals = 0): Rational {
  const scale = 10n ** BigInt(decimals);
  const magnitude = a.numerator < 0n ? -a.numerator : a.numerator;
  const rounded = (2n * magnitude * scale + a.denominator) / (2n * a.denominator);
  return rational(a.numerator < 0n ? -rounded : rounded, scale);
}

/** The fraction as a plain decimal with exactly `decimals` places, rounded half up. */
export function toDecimal(a: Rational, decimals: number): string {
  const scaled = roundHalfUp(a, decimals);
  const digits = (scaled.numerator * 10n ** BigInt(decimals)) / scaled.denominator;
  const text = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
  const sign = digits < 0n ? '-' : '';
  return decimals === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

/** The fraction itself: `3` or `2/3`. */
export function toFraction(a: Rational): string {
  return a.denominator === 1n ? a.numerator.toString() : `${a.numerator}/${a.denominator}`;
}

/** The fraction as a plain decimal of at most `decimals` places, without zeros at its end. */
export function toShortDecimal(a: Rational, decimals: number): string {
  if (a.denominator === 1n) return a.numerator.toString();
  const text = toDecimal(a, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** The nearest floating-point number: for charts and comparisons only, never for a cent. */
export function toNumber(a: Rational): number {
  return Number(toDecimal(a, 15));
}
