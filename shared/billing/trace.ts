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
  type Rational,
} from '../model/rational.ts';
import { RULES, type Operation, type RuleCode } from './rules.ts';

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
  | 'EUR/t'
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
  | { readonly kind: 'landlordBearsRest'; readonly of: string };

/** Words a reader needs beside a figure: names of things in the case, never texts of the program. */
export type Facts = Readonly<Record<string, string>>;

/** One figure. `value` is what later figures use; `exact` is there when rounding made a difference to it. */
export interface Figure {
  readonly id: string;
  readonly rule: RuleCode;
  readonly unit: FigureUnit;
  readonly value: Rational;
  readonly exact?: Rational;
  readonly rounding?: Rounding;
  readonly inputs: readonly Figure[];
  readonly facts?: Facts;
}

/** All figures of a result by id, in the order they were computed. */
export type Figures = ReadonlyMap<string, Figure>;

const NO_INPUTS: readonly Figure[] = [];

function proportion(values: readonly Rational[]): Rational {
  const whole = values.at(-1);
  if (whole === undefined) throw new RangeError('a proportion needs a whole');
  return divide(ARITHMETIC.product(values.slice(0, -1)), whole);
}

const ARITHMETIC: Readonly<Record<Exclude<Operation, 'given'>, (values: readonly Rational[]) => Rational>> = {
  sum,
  difference: (values) => values.reduce((left, value) => subtract(left, value)),
  product: (values) => values.reduce((left, value) => multiply(left, value)),
  quotient: (values) => values.reduce((left, value) => divide(left, value)),
  proportion,
};

/** The value an operation makes of its inputs; `given` operations have none and keep the value they were given. */
export function evaluate(operation: Exclude<Operation, 'given'>, values: readonly Rational[]): Rational {
  return ARITHMETIC[operation](values);
}

function compute(rule: RuleCode, values: readonly Rational[]): Rational {
  const { operation } = RULES[rule];
  if (operation === 'given') throw new RangeError(`the rule ${rule} computes nothing`);
  return evaluate(operation, values);
}

function valueOf(figure: Figure): Rational {
  return figure.value;
}

/** Whether the cents of a figure were settled with its siblings', so that its exact value stands behind it. */
export function isSettled({ rounding }: Figure): boolean {
  return rounding !== undefined && rounding.kind !== 'halfUp' && rounding.kind !== 'upTo';
}

/** The value before cents were settled; commercial rounding that a rule demands stays. */
export function preciseValue(figure: Figure): Rational {
  return isSettled(figure) ? (figure.exact ?? figure.value) : figure.value;
}

/** Records figures as rules compute them. The same id twice is a bug and throws. */
export class Trace {
  readonly figures = new Map<string, Figure>();

  /** A figure that is read, looked up or counted: an entry of the case, a statutory value, a number of days. */
  given(
    id: string,
    rule: RuleCode,
    value: Rational,
    unit: FigureUnit,
    facts?: Facts,
    inputs = NO_INPUTS,
  ): Figure {
    return this.#keep({ id, rule, unit, value, inputs, ...(facts && { facts }) });
  }

  /** A figure computed from others by the operation of its rule. */
  derive(id: string, rule: RuleCode, inputs: readonly Figure[], unit: FigureUnit, facts?: Facts): Figure {
    return this.#keep({
      id,
      rule,
      unit,
      value: compute(rule, inputs.map(valueOf)),
      inputs,
      ...(facts && { facts }),
    });
  }

  /** As `derive`, then rounded commercially to `decimals` places. */
  deriveRounded(
    id: string,
    rule: RuleCode,
    inputs: readonly Figure[],
    unit: FigureUnit,
    decimals: number,
    facts?: Facts,
  ): Figure {
    const exact = compute(rule, inputs.map(valueOf));
    const rounding = { kind: 'halfUp', decimals } as const;
    const value = roundHalfUp(exact, decimals);
    return this.#keep({ id, rule, unit, value, exact, rounding, inputs, ...(facts && { facts }) });
  }

  /** As `derive` for an amount that is rounded commercially to whole cents by itself. */
  deriveCents(id: string, rule: RuleCode, inputs: readonly Figure[], facts?: Facts): Figure {
    return this.deriveRounded(id, rule, inputs, 'ct', 0, facts);
  }

  /** As `derive`, then rounded up to the next multiple of `step`. */
  deriveUpTo(id: string, rule: RuleCode, inputs: readonly Figure[], step: Rational): Figure {
    const exact = compute(rule, inputs.map(valueOf));
    const steps = -floor(negate(divide(exact, step)));
    const value = multiply(rational(steps), step);
    return this.#keep({ id, rule, unit: 'ct', value, exact, rounding: { kind: 'upTo', step }, inputs });
  }

  /**
   * An amount whose cents will be settled together with its siblings': computed from the exact values behind its
   * inputs, not from their cents. Its value stays exact until `settle`.
   */
  open(id: string, rule: RuleCode, inputs: readonly Figure[]): Figure {
    const exact = compute(rule, inputs.map(preciseValue));
    return this.#keep({ id, rule, unit: 'ct', value: exact, exact, inputs });
  }

  /** Gives an open amount its cents. */
  settle(figure: Figure, cents: Cents, rounding: Rounding): void {
    const settled: { -readonly [K in keyof Figure]: Figure[K] } = figure;
    settled.value = rational(cents);
    settled.rounding = rounding;
  }

  #keep(figure: Figure): Figure {
    if (this.figures.has(figure.id)) throw new RangeError(`the figure ${figure.id} exists already`);
    this.figures.set(figure.id, figure);
    return figure;
  }
}

/** The cents of an amount. Throws a RangeError when it is not a whole number of them. */
export function centsOfFigure(figure: Figure): Cents {
  return roundToCents(figure.value);
}
