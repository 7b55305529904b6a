/** A figure as it is written to a file: plain text numbers in the units people read, inputs by id. */
import {
  compare,
  divide,
  multiply,
  parseDecimal,
  rational,
  toFraction,
  toShortDecimal,
  type Rational,
} from '../model/rational.ts';
import { RULES, type Operation, type RuleCode } from './rules.ts';
import type { Facts, Figure, FigureUnit, Rounding } from './trace.ts';

/** Decimals a written number has at most; beyond them its fraction is written beside it. */
const DECIMALS = 12;

/** A number as text; `fraction` is there when the decimal is not all of it. */
export interface WrittenNumber {
  readonly value: string;
  readonly fraction?: string;
}

export interface FigureRecord extends WrittenNumber {
  readonly id: string;
  readonly rule: RuleCode;
  readonly norm: string;
  readonly operation: Operation;
  readonly unit: string;
  /** Before its cents were settled or it was rounded. */
  readonly exact?: WrittenNumber;
  readonly rounding?: WrittenRounding;
  readonly inputs: readonly string[];
  readonly facts?: Facts;
}

export type WrittenRounding =
  | Exclude<Rounding, { kind: 'upTo' | 'halfUp' }>
  | { readonly kind: 'halfUp'; readonly decimals: number }
  | { readonly kind: 'upTo'; readonly step: string };

const CENTS_IN_A_EURO = 100n;

function isMoney(unit: FigureUnit): boolean {
  return unit === 'ct' || unit.startsWith('ct/');
}

/** The unit as written: cents become euros. */
export function writtenUnit(unit: FigureUnit): string {
  return isMoney(unit) ? unit.replace('ct', 'EUR') : unit;
}

/** A value as written, in the unit of `writtenUnit`. */
export function writeNumber(value: Rational, unit: FigureUnit): WrittenNumber {
  const { numerator, denominator } = value;
  const shown = rational(numerator, isMoney(unit) ? denominator * CENTS_IN_A_EURO : denominator);
  const text = toShortDecimal(shown, DECIMALS);
  const back = parseDecimal(text);
  const isAll = back !== null && compare(back, shown) === 0;
  return isAll ? { value: text } : { value: text, fraction: toFraction(shown) };
}

function writeRounding(rounding: Rounding, unit: FigureUnit): WrittenRounding {
  if (rounding.kind === 'upTo') return { kind: 'upTo', step: writeNumber(rounding.step, unit).value };
  if (rounding.kind !== 'halfUp') return rounding;
  return { kind: 'halfUp', decimals: rounding.decimals + (isMoney(unit) ? 2 : 0) };
}

/** Writes one figure. */
export function writeFigure(figure: Figure): FigureRecord {
  const { id, rule, unit, value, exact, rounding, inputs, facts } = figure;
  const { norm, operation } = RULES[rule];
  return {
    id,
    rule,
    norm,
    operation,
    unit: writtenUnit(unit),
    ...writeNumber(value, unit),
    ...(exact && { exact: writeNumber(exact, unit) }),
    ...(rounding && { rounding: writeRounding(rounding, unit) }),
    inputs: inputs.map((input) => input.id),
    ...(facts && { facts }),
  };
}

/** The exact value of a written number. Throws a RangeError for text this module did not write. */
export function readNumber({ value, fraction }: WrittenNumber): Rational {
  const [above, below = '1'] = (fraction ?? value).split('/');
  const [numerator, denominator] = [parseDecimal(above ?? ''), parseDecimal(below)];
  if (!numerator || !denominator) throw new RangeError('not a written number');
  return multiply(numerator, divide(rational(1n), denominator));
}
