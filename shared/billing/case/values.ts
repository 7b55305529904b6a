/** The small values a case is written with: ids, texts, days, decimals, amounts. */
import { z } from 'zod';
import { parseEuros, type Cents } from '../../model/money.ts';
import { parsePlainDate, type PlainDate } from '../../model/plain-date.ts';
import { parseDecimal, rational, type Rational } from '../../model/rational.ts';

/** What is wrong with a value; the German sentence for each code is in `shared/text/case-faults.de.ts`. */
export type ValueFault =
  | 'DECIMAL_EXPECTED'
  | 'DECIMAL_NOT_NEGATIVE'
  | 'DECIMAL_ABOVE_ZERO'
  | 'EUROS_EXPECTED'
  | 'DAY_EXPECTED'
  | 'ID_EXPECTED'
  | 'TEXT_EXPECTED'
  | 'PERCENT_EXPECTED'
  | 'PERIOD_REVERSED';

const fault = (code: ValueFault): { error: ValueFault } => ({ error: code });

const DECIMAL = /^[+-]?\d+(?:\.\d+)?$/;

/** A quantity as a JSON number or as a decimal text; both are read by their decimal digits, never as binary. */
export const decimal = z
  .union([z.number(), z.string().regex(DECIMAL, fault('DECIMAL_EXPECTED'))], fault('DECIMAL_EXPECTED'))
  .meta({ id: 'decimal', description: 'A JSON number or a decimal text with a point; read exactly.' });

const isNotNegative = (value: number | string): boolean => !String(value).startsWith('-');

/** A quantity that cannot be below zero. */
export const quantity = decimal.refine(isNotNegative, fault('DECIMAL_NOT_NEGATIVE'));

/** A quantity above zero: something is divided by it. */
export const positive = quantity.refine((value) => Number(value) > 0, fault('DECIMAL_ABOVE_ZERO'));

/** Euros with at most two decimals. */
export const euros = decimal.refine((value) => parseEuros(value) !== null, fault('EUROS_EXPECTED'));

/** 0 to 100. */
export const percent = quantity.refine((value) => Number(value) <= 100, fault('PERCENT_EXPECTED'));

/** Names something for ever: letters, digits, `-`, `_` and `:`, at most 64 characters. Ties of a cent go by it. */
export const id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_:-]{0,63}$/u, fault('ID_EXPECTED'))
  .meta({ id: 'id', description: 'Immutable id: letters, digits, "-", "_", ":"; at most 64 characters.' });

/** A text for readers; never empty. */
export const label = z.string().min(1, fault('TEXT_EXPECTED')).max(500, fault('TEXT_EXPECTED'));

/** A day, `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, fault('DAY_EXPECTED'))
  .refine((text) => parsePlainDate(text) !== null, fault('DAY_EXPECTED'))
  .meta({ id: 'day', description: 'A day, YYYY-MM-DD.' }) as unknown as z.ZodType<PlainDate, string>;

/** A stretch of days, both ends included. */
export const period = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { ...fault('PERIOD_REVERSED'), path: ['to'] });

/** A person or company as a letter addresses it. */
export const party = z.strictObject({
  id,
  name: label,
  address: z.array(label).max(6).optional().describe('Lines below the name.'),
});

/** A quantity of a case as written. */
export type Decimal = z.output<typeof decimal>;

/** The exact value of a checked decimal. Throws a RangeError for text that was never checked. */
export function exactly(value: Decimal): Rational {
  const exact = parseDecimal(value);
  if (exact === null) throw new RangeError('not a checked decimal');
  return exact;
}

/** The cents of a checked amount. Throws a RangeError for text that was never checked. */
export function centsIn(value: Decimal): Cents {
  const cents = parseEuros(value);
  if (cents === null) throw new RangeError('not a checked amount');
  return cents;
}

/** A checked per cent value as a fraction of one. */
export function fractionOf(value: Decimal): Rational {
  const { numerator, denominator } = exactly(value);
  return rational(numerator, denominator * 100n);
}
