/** Reads amounts and quantities the way people type them in a German office. Never guesses a magnitude silently. */
import {
  add,
  divide,
  isZero,
  multiply,
  negate,
  parseDecimal,
  rational,
  subtract,
  type Rational,
} from '../model/rational.ts';
import { fail, succeed, type Result } from '../model/result.ts';

/** What a typed text means. */
export interface AmountReading {
  readonly value: Rational;
  /** False when a lone dot was taken as the decimal sign: the field then shows its reading for confirmation. */
  readonly certain: boolean;
}

/** `EMPTY` nothing typed · `UNREADABLE` no number · `DIVISION_BY_ZERO` a sum that divides by nothing. */
export type AmountFault = 'EMPTY' | 'UNREADABLE' | 'DIVISION_BY_ZERO';

const BLANKS = /[\s\u00a0\u202f]/g;
const UNIT = /(?:€|eur|euro|kwh|mwh|gj|m²|m2|qm|m³|m3|l|liter|kg|t|%|personen)$/i;

const GROUPED = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const PLAIN = /^(?:\d+(?:,\d*)?|,\d+)$/;
const LONE_DOT = /^(?:\d+\.\d*|\.\d+)$/;
const LEADING_ZERO_GROUP = /^0\d*\./;

/**
 * Reads one unsigned number without blanks. A dot before exactly three digits groups thousands (`1.234`); any other
 * lone dot is a decimal sign and makes the reading uncertain (`12.50`, and `0.500`, where a group cannot begin
 * with zero).
 */
function readNumber(text: string): AmountReading | null {
  if (GROUPED.test(text) && !LEADING_ZERO_GROUP.test(text))
    return reading(text.replaceAll('.', '').replace(',', '.'), true);
  if (PLAIN.test(text)) return reading(text.replace(',', '.'), true);
  if (LONE_DOT.test(text)) return reading(text, false);
  return null;
}

function reading(decimal: string, certain: boolean): AmountReading | null {
  const [whole = '', fraction = ''] = decimal.split('.');
  const value = parseDecimal(`${whole || '0'}.${fraction || '0'}`);
  return value && { value, certain };
}

const TOKEN = /[+\-*/()]|[\d.,]+/g;

/** Evaluates a sum such as `100-55` or `3*(12,5+1)` exactly; operators bind as in school. */
class Sum {
  private readonly tokens: readonly string[];
  private position = 0;
  private certain = true;

  constructor(text: string) {
    this.tokens = text.match(TOKEN) ?? [];
    if (this.tokens.join('') !== text) this.position = Number.POSITIVE_INFINITY;
  }

  /** The value of the whole text, or why it has none. */
  evaluate(): Result<AmountReading, AmountFault> {
    const total = this.terms();
    if (!total.ok) return total;
    if (this.position !== this.tokens.length) return fail('UNREADABLE');
    return succeed({ value: total.value, certain: this.certain });
  }

  private terms(): Result<Rational, AmountFault> {
    let total = this.factors();
    while (total.ok && (this.next() === '+' || this.next() === '-')) {
      const operator = this.take();
      const right = this.factors();
      if (!right.ok) return right;
      total = succeed(operator === '+' ? add(total.value, right.value) : subtract(total.value, right.value));
    }
    return total;
  }

  private factors(): Result<Rational, AmountFault> {
    let product = this.signed();
    while (product.ok && (this.next() === '*' || this.next() === '/')) {
      const operator = this.take();
      const right = this.signed();
      if (!right.ok) return right;
      if (operator === '/' && isZero(right.value)) return fail('DIVISION_BY_ZERO');
      product = succeed(
        operator === '*' ? multiply(product.value, right.value) : divide(product.value, right.value),
      );
    }
    return product;
  }

  private signed(): Result<Rational, AmountFault> {
    const token = this.take();
    if (token === '-') {
      const positive = this.signed();
      return positive.ok ? succeed(negate(positive.value)) : positive;
    }
    if (token === '(') {
      const inner = this.terms();
      return inner.ok && this.take() !== ')' ? fail('UNREADABLE') : inner;
    }
    const number = token === undefined ? null : readNumber(token);
    if (!number) return fail('UNREADABLE');
    if (!number.certain) this.certain = false;
    return succeed(number.value);
  }

  private next(): string | undefined {
    return this.tokens[this.position];
  }

  private take(): string | undefined {
    const token = this.next();
    this.position += 1;
    return token;
  }
}

/** A blank that groups thousands (`1 234,5`) goes; any other blank between digits makes the text unreadable. */
const BLANK_GROUPS = /^([^\d]*\d{1,3})((?:[\s\u00a0\u202f]\d{3})+)(?!\d)/;

/**
 * Reads `1.234,56`, `1234,56`, `1 234,5`, `1234,56 EUR` and sums such as `=100-55`; a trailing unit is dropped.
 * A lone dot counts as decimal unless exactly three digits follow, and is then reported as uncertain.
 */
export function parseAmount(text: string): Result<AmountReading, AmountFault> {
  const trimmed = text.trim().replace(/[−–]/g, '-');
  if (trimmed === '') return fail('EMPTY');
  if (trimmed.startsWith('=')) return new Sum(trimmed.slice(1).replace(BLANKS, '')).evaluate();
  const bare = trimmed
    .replace(UNIT, '')
    .trim()
    .replace(BLANK_GROUPS, (grouped) => grouped.replace(BLANKS, ''));
  const match = /^([+-]?)\s*([\d.,]+)$/.exec(bare);
  const number = match?.[2] === undefined ? null : readNumber(match[2]);
  if (!number) return fail('UNREADABLE');
  return succeed(match?.[1] === '-' ? { ...number, value: negate(number.value) } : number);
}

/** The amount as whole hundredths (cents), or null when it is finer than that. */
export function toHundredths(value: Rational): number | null {
  const hundredths = multiply(value, rational(100n));
  const whole = Number(hundredths.numerator);
  return hundredths.denominator === 1n && Number.isSafeInteger(whole) ? whole : null;
}
