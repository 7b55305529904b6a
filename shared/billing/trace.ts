/** The trace of a bill: every figure with its rule, its inputs and its rounding, recorded while it is computed. */
import { roundToCents, type Cents } from '../model/money.ts';
import {
  divide,
  floor,
  multiply,
  negate,
  rational,
  roundHalfUp,
  subtract,
  sum,
  sumUnreduced,
  type Rational,
} from '../model/rational.ts';
import { RULES, type Computing, type RuleCode } from './rules.ts';
import { Shelves } from './shelves.ts';

/** What a figure counts. Money is held in cents and shown in euros. */
export type FigureUnit =
  | 'ct'
  | 'ct/kg'
  | 'ct/kWh'
  | 'ct/l'
  | 'ct/m2'
  | 'ct/m3'
  | 'ct/units'
  | 'ct/share'
  | 'kWh'
  | 'kWh/m2'
  | 'kWh/unit'
  | 'MWh'
  | 'GJ'
  | 'l'
  | 'm3'
  | 'kg'
  | 't'
  | 'SRm'
  | 'kg/m2'
  | 'm2'
  | 'units'
  | 'ratio'
  | 'factor'
  | 'kWh/(m3 K)'
  | 'kg/kWh'
  | 'kg/unit'
  | 'ct/t'
  | 'percent'
  | 'perMille'
  | 'days'
  | 'months'
  | 'persons'
  | 'K'
  | 'C'
  | 'count'
  | 'share';

/** How a figure came from its exact value to the one that counts. */
export type Rounding =
  | { readonly kind: 'halfUp'; readonly decimals: number }
  | { readonly kind: 'upTo'; readonly step: Rational }
  | { readonly kind: 'largestRemainder'; readonly of: string }
  | { readonly kind: 'runningWithinUnit'; readonly of: string }
  | { readonly kind: 'halfUpPerUser'; readonly of: string }
  | { readonly kind: 'sumOfUsers'; readonly of: string }
  | { readonly kind: 'sumOfPositions' }
  | { readonly kind: 'landlordBearsRest'; readonly of: string };

/** Words a reader needs beside a figure: names of things in the case, never texts of the program. */
export type Facts = Readonly<Record<string, string>>;

/**
 * One figure. `value` is what later figures use. `exact` stands behind it where rounding made a difference; the exact
 * values of amounts settled together need not be in lowest terms.
 */
export interface Figure {
  readonly id: string;
  readonly rule: RuleCode;
  readonly unit: FigureUnit;
  readonly value: Rational;
  readonly exact: Rational | null;
  readonly rounding: Rounding | null;
  readonly inputs: readonly Figure[];
  readonly facts: Facts | null;
}

/** All figures of a result by id, in the order they were computed. */
export interface Figures {
  readonly size: number;
  get(id: string): Figure | undefined;
  values(): Iterable<Figure>;
}

const NO_INPUTS: readonly Figure[] = [];

type Take = (figure: Figure) => Rational;

/** The numerator and denominator of a product, with the last input below the line when `divides`. */
function multiplyAll(inputs: readonly Figure[], take: Take, divides: boolean): Rational {
  let [numerator, denominator] = [1n, 1n];
  const last = inputs.length - 1;
  for (const [index, input] of inputs.entries()) {
    const value = take(input);
    const isBelow = divides && index === last;
    numerator *= isBelow ? value.denominator : value.numerator;
    denominator *= isBelow ? value.numerator : value.denominator;
  }
  return { numerator, denominator };
}

function sumOfProducts(inputs: readonly Figure[], take: Take): Rational {
  const products: Rational[] = [];
  for (let index = 0; index + 1 < inputs.length; index += 2)
    products.push(multiplyAll(inputs.slice(index, index + 2), take, false));
  return sumUnreduced(products);
}

/** So few fractions are added without being reduced: what becomes of them is reduced, rounded or compared once. */
const FEW = 4;

const ARITHMETIC: Readonly<Record<Computing, (inputs: readonly Figure[], take: Take) => Rational>> = {
  sum: (inputs, take) => (inputs.length <= FEW ? sumUnreduced : sum)(inputs.map(take)),
  difference: (inputs, take) => inputs.map(take).reduce((left, value) => subtract(left, value)),
  product: (inputs, take) => multiplyAll(inputs, take, false),
  quotient: (inputs, take) => multiplyAll(inputs, take, true),
  proportion: (inputs, take) => multiplyAll(inputs, take, true),
  sumOfProducts,
};

/** What a rule makes of its inputs; not always in lowest terms. Throws a RangeError when it divides by zero. */
function compute(rule: RuleCode, inputs: readonly Figure[], take: Take): Rational {
  const { operation } = RULES[rule];
  if (operation === 'given') throw new RangeError(`the rule ${rule} computes nothing`);
  const value = ARITHMETIC[operation](inputs, take);
  if (value.denominator <= 0n) return rational(value.numerator, value.denominator);
  return value;
}

function reduced({ numerator, denominator }: Rational): Rational {
  return rational(numerator, denominator);
}

function valueOf(figure: Figure): Rational {
  return figure.value;
}

/** Whether the cents of a figure were settled with its siblings', so that its exact value stands behind it. */
export function isSettled({ rounding }: Pick<Figure, 'rounding'>): boolean {
  return rounding !== null && rounding.kind !== 'halfUp' && rounding.kind !== 'upTo';
}

/** The value before cents were settled; commercial rounding that a rule demands stays. */
export function preciseValue(figure: Figure): Rational {
  return isSettled(figure) ? (figure.exact ?? figure.value) : figure.value;
}

/** No bill has a figure of more cents: it comes of a slip in the case, and its cents could not be told apart. */
const MOST_CENTS = 10n ** 14n;

/** A case whose numbers make an amount beyond all reason; whoever runs it turns this into a finding. */
export class AmountTooLargeError extends RangeError {
  readonly figure: string;

  constructor(figure: string) {
    super('an amount is beyond all reason');
    this.name = 'AmountTooLargeError';
    this.figure = figure;
  }
}

function isTooLarge({ unit, value: { numerator, denominator } }: Figure): boolean {
  if (unit !== 'ct') return false;
  const most = MOST_CENTS * denominator;
  return numerator > most || numerator < -most;
}

/** Records figures as rules compute them. The same id twice is a bug and throws. */
export class Trace {
  readonly #kept = new Shelves<Figure>();

  /** What has been recorded so far. */
  get figures(): Figures {
    return this.#kept;
  }

  /** A figure that is read, looked up or counted: an entry of the case, a statutory value, a number of days. */
  given(
    id: string,
    rule: RuleCode,
    value: Rational,
    unit: FigureUnit,
    facts: Facts | null = null,
    inputs = NO_INPUTS,
  ): Figure {
    return this.#keep({ id, rule, unit, value, exact: null, rounding: null, inputs, facts });
  }

  /** A figure computed from others by the operation of its rule. */
  derive(id: string, rule: RuleCode, inputs: readonly Figure[], unit: FigureUnit): Figure {
    const value = reduced(compute(rule, inputs, valueOf));
    return this.#keep({ id, rule, unit, value, exact: null, rounding: null, inputs, facts: null });
  }

  /** As `derive`, then rounded commercially to `decimals` places. */
  deriveRounded(
    id: string,
    rule: RuleCode,
    inputs: readonly Figure[],
    unit: FigureUnit,
    decimals: number,
  ): Figure {
    const exact = reduced(compute(rule, inputs, valueOf));
    const value = roundHalfUp(exact, decimals);
    return this.#keep({
      id,
      rule,
      unit,
      value,
      exact,
      rounding: { kind: 'halfUp', decimals },
      inputs,
      facts: null,
    });
  }

  /** As `derive` for an amount that is rounded commercially to whole cents by itself. */
  deriveCents(id: string, rule: RuleCode, inputs: readonly Figure[]): Figure {
    return this.deriveRounded(id, rule, inputs, 'ct', 0);
  }

  /** As `derive` for an amount, then rounded up to the next multiple of `step` cents. */
  deriveUpTo(id: string, rule: RuleCode, inputs: readonly Figure[], step: Rational): Figure {
    const exact = reduced(compute(rule, inputs, valueOf));
    const steps = -floor(negate(divide(exact, step)));
    const value = multiply(rational(steps), step);
    return this.#keep({
      id,
      rule,
      unit: 'ct',
      value,
      exact,
      rounding: { kind: 'upTo', step },
      inputs,
      facts: null,
    });
  }

  /** As `derive`, but from the exact values behind settled cents, so that no rounding decides a proportion. */
  deriveExactly(id: string, rule: RuleCode, inputs: readonly Figure[], unit: FigureUnit): Figure {
    const value = compute(rule, inputs, preciseValue);
    return this.#keep({ id, rule, unit, value, exact: null, rounding: null, inputs, facts: null });
  }

  /**
   * An amount whose cents will be settled together with its siblings': computed from the exact values behind its
   * inputs, not from their cents. Its value stays exact until `settle`.
   */
  open(id: string, rule: RuleCode, inputs: readonly Figure[]): Figure {
    const exact = compute(rule, inputs, preciseValue);
    return this.#keep({ id, rule, unit: 'ct', value: exact, exact, rounding: null, inputs, facts: null });
  }

  /** Gives an open amount its cents. */
  settle(figure: Figure, cents: Cents, rounding: Rounding): void {
    const settled: { -readonly [K in keyof Figure]: Figure[K] } = figure;
    settled.value = rational(cents);
    settled.rounding = rounding;
  }

  #keep(figure: Figure): Figure {
    if (isTooLarge(figure)) throw new AmountTooLargeError(figure.id);
    this.#kept.add(figure);
    return figure;
  }
}

/** The cents of an amount. Throws a RangeError when it is not a whole number of them. */
export function centsOfFigure(figure: Figure): Cents {
  return roundToCents(figure.value);
}
