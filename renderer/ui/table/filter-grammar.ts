/**
 * The filter row's grammar, the same for every list: `>100`, `10-20`, `leer`, `!=`, `01.03.-31.03.`, `a; b`. Pure.
 */
import { addDays, daysInMonth, plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { Period } from '#shared/model/period.ts';
import { compare, multiply, rational, parseDecimal, type Rational } from '#shared/model/rational.ts';
import { parseAmount } from '#shared/text/parse-amount.ts';
import { parsePeriod } from '#shared/text/parse-date.ts';
import type { CellValue, ColumnKind } from './column.ts';

/** Whether a cell stays. */
export type CellTest = (value: CellValue) => boolean;

type Operator = '>' | '>=' | '<' | '<=' | '=' | '!=' | '';

const EMPTY = /^(?:leer|empty)$/i;
const FILLED = /^(?:nicht leer|gefüllt|not empty|!\s*leer|!\s*empty|!=|<>)$/i;
const OPERATOR = /^(>=|<=|<>|!=|>|<|=|!)\s*/;

const isEmpty: CellTest = (value) => value === null || value === '';

/** Text without case, accents and the difference of ß and ss, so that `strasse` finds `Straße`. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}

function splitOperator(text: string): [Operator, string] {
  const sign = OPERATOR.exec(text)?.[1];
  if (sign === undefined) return ['', text];
  const operator = sign === '<>' || sign === '!' ? '!=' : (sign as Operator);
  return [operator, text.replace(OPERATOR, '').trim()];
}

function textTest(operator: Operator, typed: string): CellTest | null {
  const wanted = fold(typed);
  const order = (value: CellValue): number =>
    String(value).localeCompare(typed, 'de', { numeric: true, sensitivity: 'base' });
  switch (operator) {
    case '':
      return (value) => fold(String(value ?? '')).includes(wanted);
    case '=':
      return (value) => fold(String(value ?? '')) === wanted;
    case '!=':
      return (value) => fold(String(value ?? '')) !== wanted;
    case '>':
      return (value) => !isEmpty(value) && order(value) > 0;
    case '>=':
      return (value) => !isEmpty(value) && order(value) >= 0;
    case '<':
      return (value) => !isEmpty(value) && order(value) < 0;
    case '<=':
      return (value) => !isEmpty(value) && order(value) <= 0;
    default:
      return operator satisfies never;
  }
}

const RANGE_OF_NUMBERS = /^(.*?\d)\s*(?:\.\.|–|-|bis|to)\s*(-?[\d,.].*)$/;

function orderTest(operator: Operator, order: (value: CellValue) => number | null): CellTest {
  return (value) => {
    const place = isEmpty(value) ? null : order(value);
    if (place === null) return operator === '!=';
    if (operator === '>') return place > 0;
    if (operator === '>=') return place >= 0;
    if (operator === '<') return place < 0;
    if (operator === '<=') return place <= 0;
    return operator === '!=' ? place !== 0 : place === 0;
  };
}

/** Places a number cell against a limit; null for a cell that is no number. */
function against(limit: Rational): (value: CellValue) => number | null {
  return (value) => {
    const exact = parseDecimal(value ?? '');
    return exact && compare(exact, limit);
  };
}

function numberTest(operator: Operator, typed: string, scale: bigint): CellTest | null {
  const read = (text: string): Rational | null => {
    const amount = parseAmount(text);
    return amount.ok ? multiply(amount.value.value, rational(scale)) : null;
  };
  const single = read(typed);
  if (single) return orderTest(operator, against(single));
  const ends = RANGE_OF_NUMBERS.exec(typed);
  const from = ends?.[1] === undefined ? null : read(ends[1]);
  const to = ends?.[2] === undefined ? null : read(ends[2]);
  if (!from || !to || operator !== '') return null;
  const [atLeast, atMost] = [orderTest('>=', against(from)), orderTest('<=', against(to))];
  return (value) => atLeast(value) && atMost(value);
}

const MONTH = /^(\d{1,2})[./](\d{4})$/;
const YEAR = /^\d{4}$/;

function wholeMonth(year: number, month: number): Period | null {
  if (month < 1 || month > 12) return null;
  const stem = `${year}-${String(month).padStart(2, '0')}`;
  return { from: plainDateOf(`${stem}-01`), to: plainDateOf(`${stem}-${daysInMonth(year, month)}`) };
}

function readDays(typed: string, today: PlainDate): Period | null {
  if (YEAR.test(typed) && Number(typed) > 1900)
    return { from: plainDateOf(`${typed}-01-01`), to: plainDateOf(`${typed}-12-31`) };
  const month = MONTH.exec(typed);
  if (month) return wholeMonth(Number(month[2]), Number(month[1]));
  return parsePeriod(typed, { today });
}

/** The day of a day or of a moment. */
function dayOf(value: CellValue): string {
  return String(value).slice(0, 10);
}

function dayTest(operator: Operator, typed: string, today: PlainDate): CellTest | null {
  const days = readDays(typed, today);
  if (!days) return null;
  const isWithin: CellTest = (value) =>
    !isEmpty(value) && dayOf(value) >= days.from && dayOf(value) <= days.to;
  switch (operator) {
    case '>':
      return (value) => !isEmpty(value) && dayOf(value) >= addDays(days.to, 1);
    case '>=':
      return (value) => !isEmpty(value) && dayOf(value) >= days.from;
    case '<':
      return (value) => !isEmpty(value) && dayOf(value) < days.from;
    case '<=':
      return (value) => !isEmpty(value) && dayOf(value) <= days.to;
    case '!=':
      return (value) => !isWithin(value);
    case '=':
    case '':
      return isWithin;
    default:
      return operator satisfies never;
  }
}

function readOne(typed: string, kind: ColumnKind, today: PlainDate): CellTest | null {
  if (EMPTY.test(typed)) return isEmpty;
  if (FILLED.test(typed)) return (value) => !isEmpty(value);
  const [operator, operand] = splitOperator(typed);
  if (operand === '') return null;
  switch (kind) {
    case 'decimal':
      return numberTest(operator, operand, 1n);
    case 'money':
      return numberTest(operator, operand, 100n);
    case 'day':
    case 'moment':
      return dayTest(operator, operand, today);
    case 'text':
      return textTest(operator, operand);
    default:
      return kind satisfies never;
  }
}

/**
 * Reads one filter of a column. A semicolon separates alternatives. `null` when nothing is typed, `'unreadable'`
 * when the text is no filter for this kind of column.
 */
export function readFilter(text: string, kind: ColumnKind, today: PlainDate): CellTest | 'unreadable' | null {
  const alternatives = text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (alternatives.length === 0) return null;
  const tests = alternatives.map((alternative) => readOne(alternative, kind, today));
  const readable = tests.filter((test) => test !== null);
  if (readable.length < tests.length) return 'unreadable';
  return (value) => readable.some((test) => test(value));
}
