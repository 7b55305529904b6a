/** How amounts, quantities and days are written in German, the same on every machine: no locale data is asked. */
import type { Cents } from '../model/money.ts';
import type { Period } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { multiply, parseDecimal, rational, toDecimal, type Rational } from '../model/rational.ts';

/** Keeps a number and its unit on one line. */
export const NO_BREAK_SPACE = '\u00a0';
const MINUS = '\u2212';
const HUNDRED = rational(100n);

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}

/** Writes a plain decimal such as `-1234.50` the German way: `−1.234,50`. A negative zero loses its sign. */
function toGerman(decimal: string): string {
  const [whole = '0', fraction] = decimal.replace('-', '').split('.');
  const isNegative = decimal.startsWith('-') && /[1-9]/.test(decimal);
  const number = fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)},${fraction}`;
  return isNegative ? `${MINUS}${number}` : number;
}

function exactly(value: Rational | number): Rational {
  if (typeof value !== 'number') return value;
  const exact = parseDecimal(value);
  if (exact === null) throw new RangeError('only a finite number can be written');
  return exact;
}

/** A number with exactly `places` decimals, rounded half up: `1.234,57`. Throws a RangeError unless finite. */
export function formatDecimal(value: Rational | number, places: number): string {
  return toGerman(toDecimal(exactly(value), places));
}

/** A number with at least `fewest` and at most `most` decimals; further zeros are left out: `0,5` rather than `0,50`. */
export function formatShortDecimal(value: Rational | number, fewest: number, most: number): string {
  const [whole = '0', fraction = ''] = formatDecimal(value, most).split(',');
  const kept = fraction.replace(/0+$/, '').padEnd(fewest, '0');
  return kept === '' ? whole : `${whole},${kept}`;
}

/** A quantity with its unit on the same line: `12.345,67 kWh`. */
export function formatQuantity(value: Rational | number, places: number, unit: string): string {
  return `${formatDecimal(value, places)}${NO_BREAK_SPACE}${unit}`;
}

/** An amount of money: `1.234,56 €`, or `−0,05 €`. */
export function formatEuros(amount: Cents): string {
  return `${formatPlainEuros(amount)}${NO_BREAK_SPACE}€`;
}

/** An amount of money for a column whose head already names the euro: `1.234,56`. */
export function formatPlainEuros(amount: Cents): string {
  return toGerman(toDecimal(rational(amount, 100n), 2));
}

/** A share of one as a percentage: 7/10 becomes `70 %`; decimals only where the share has them, at most `most`. */
export function formatPercent(share: Rational | number, most = 2): string {
  return `${formatShortDecimal(multiply(exactly(share), HUNDRED), 0, most)}${NO_BREAK_SPACE}%`;
}

/** A day as letters carry it: `31.12.2025`. */
export function formatDate(date: PlainDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** Both ends of a period: `01.01.2025 – 31.12.2025`. */
export function formatPeriod(period: Period): string {
  return `${formatDate(period.from)}${NO_BREAK_SPACE}– ${formatDate(period.to)}`;
}
