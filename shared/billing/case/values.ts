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
  | 'DECIMAL_TOO_LARGE'
  | 'EUROS_EXPECTED'
  | 'DAY_EXPECTED'
  | 'DAY_OF_YEAR_EXPECTED'
  | 'ID_EXPECTED'
  | 'TEXT_EXPECTED'
  | 'PERCENT_EXPECTED'
  | 'PERIOD_REVERSED';

const fault = (code: ValueFault): { error: ValueFault } => ({ error: code });

const DECIMAL = /^[+-]?\d{1,40}(?:\.\d{1,40})?$/;

/** Nothing a house counts is larger: such a number is a slip, and a list of them must still add up safely. */
const LARGEST_QUANTITY = 1e12;
const LARGEST_EUROS = 1e9;

const isUpTo =
  (largest: number) =>
  (value: number | string): boolean =>
    Math.abs(Number(value)) <= largest;

/** A quantity as a JSON number or as a decimal text; both are read by their decimal digits, never as binary. */
export const decimal = z
  .union([z.number(), z.string().regex(DECIMAL, fault('DECIMAL_EXPECTED'))], fault('DECIMAL_EXPECTED'))
  .meta({ id: 'decimal', description: 'A JSON number or a decimal text with a point; read exactly.' });

const isNotNegative = (value: number | string): boolean => !String(value).startsWith('-');

/** A quantity that cannot be below zero. */
export const quantity = decimal
  .refine(isNotNegative, fault('DECIMAL_NOT_NEGATIVE'))
  .refine(isUpTo(LARGEST_QUANTITY), fault('DECIMAL_TOO_LARGE'));

/** A quantity above zero: something is divided by it. */
export const positive = quantity.refine((value) => Number(value) > 0, fault('DECIMAL_ABOVE_ZERO'));

/** Euros with at most two decimals. */
export const euros = decimal
  .refine((value) => parseEuros(value) !== null, fault('EUROS_EXPECTED'))
  .refine(isUpTo(LARGEST_EUROS), fault('DECIMAL_TOO_LARGE'));

/** 0 to 100. */
export const percent = quantity.refine((value) => Number(value) <= 100, fault('PERCENT_EXPECTED'));

/** Names something for ever: letters, digits, `-`, `_` and `:`, at most 64 characters. Ties of a cent go by it. */
export const id = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_:-]{0,63}$/u, fault('ID_EXPECTED'))
  .meta({ id: 'id', description: 'Immutable id: letters, digits, "-", "_", ":"; at most 64 characters.' });

/** A text for readers; never empty. */
export const label = z.string().min(1, fault('TEXT_EXPECTED')).max(500, fault('TEXT_EXPECTED'));

/** A day, `YYYY-MM-DD`, of the years 1900 to 2199. */
export const day = z
  .string()
  .regex(/^(?:19|20|21)\d{2}-\d{2}-\d{2}$/, fault('DAY_EXPECTED'))
  .refine((text) => parsePlainDate(text) !== null, fault('DAY_EXPECTED'))
  .meta({ id: 'day', description: 'A day, YYYY-MM-DD, of the years 1900 to 2199.' }) as unknown as z.ZodType<
  PlainDate,
  string
>;

/** A day of every year, `MM-DD`; 29 February counts in leap years only. */
export const dayOfYear = z
  .string()
  .regex(/^\d{2}-\d{2}$/, fault('DAY_OF_YEAR_EXPECTED'))
  .refine((text) => parsePlainDate(`2024-${text}`) !== null, fault('DAY_OF_YEAR_EXPECTED'));

/** Whether a stretch ends on its first day or later; `REVERSED` is the fault where it does not. */
export const isInOrder = ({ from, to }: { readonly from: PlainDate; readonly to: PlainDate }): boolean =>
  from <= to;
export const REVERSED = { ...fault('PERIOD_REVERSED'), path: ['to'] };

/** A stretch of days, both ends included. */
export const period = z.strictObject({ from: day, to: day }).refine(isInOrder, REVERSED);

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
