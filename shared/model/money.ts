/** Money in whole cents, and the two ways the trade distributes them. */
import {
  compare,
  divide,
  floor,
  isNegative,
  isZero,
  multiply,
  parseDecimal,
  rational,
  roundHalfUp,
  sum,
  sumUnreduced,
  ZERO,
  type Rational,
} from './rational.ts';

declare const cents: unique symbol;
/** An amount of euro cents: a safe integer, negative for money owed back. */
export type Cents = number & { readonly [cents]: true };

/** Marks a whole number as cents. Throws a RangeError for anything that is not a safe integer. */
export function centsOf(amount: number | bigint): Cents {
  const value = Number(amount);
  if (!Number.isSafeInteger(value))
    throw new RangeError('an amount of money must be a whole number of cents');
  return value as Cents;
}

/** Reads euros such as `1433.15` or `1433.1`; null when unreadable or finer than a cent. */
export function parseEuros(text: string | number): Cents | null {
  const euros = parseDecimal(text);
  if (euros === null) return null;
  const amount = multiply(euros, rational(100n));
  return amount.denominator === 1n && Number.isSafeInteger(Number(amount.numerator))
    ? centsOf(amount.numerator)
    : null;
}

/** An exact amount of cents, rounded commercially to whole ones. */
export function roundToCents(exactCents: Rational): Cents {
  return centsOf(roundHalfUp(exactCents).numerator);
}

export function sumCents(amounts: Iterable<Cents>): Cents {
  let total = 0;
  for (const amount of amounts) total += amount;
  return centsOf(total);
}

/** A share of a total: its weight, and the immutable id that settles ties. */
export interface Weight {
  readonly id: string;
  readonly weight: Rational;
}

/** A part of an amount before its cents are settled; its exact value is in cents. */
export interface ExactPart {
  readonly id: string;
  readonly exact: Rational;
}

function exactShares(totalCents: Cents, weights: readonly Weight[]): ExactPart[] {
  const totalWeight = sum(weights.map((share) => share.weight));
  if (isZero(totalWeight) || weights.some((share) => isNegative(share.weight)))
    throw new RangeError('cents need at least one weight above zero and none below');
  const perWeight = divide(rational(totalCents), totalWeight);
  return weights.map((share) => ({ id: share.id, exact: multiply(perWeight, share.weight) }));
}

/**
 * Settles the cents of parts whose exact values add up to the total, or to less than a cent beside it: everyone
 * gets the floor of his exact part, the cents left over go one each to the largest remainders, ties by id. The
 * settled parts always add up to the total.
 */
export function closeByLargestRemainder(totalCents: Cents, parts: readonly ExactPart[]): Map<string, Cents> {
  const settled = new Map<string, Cents>();
  const shares: Remainder[] = [];
  let left = BigInt(totalCents);
  for (const { id, exact } of parts) {
    const whole = floor(exact);
    left -= whole;
    settled.set(id, centsOf(whole));
    const { numerator, denominator } = exact;
    const remainder = { numerator: numerator - whole * denominator, denominator };
    shares.push({ id, whole, remainder, roughly: Number(remainder.numerator) / Number(denominator) });
  }
  if (left > 0n)
    for (const { id, whole } of shares.toSorted(byRemainder).slice(0, Number(left)))
      settled.set(id, centsOf(whole + 1n));
  return settled;
}

/** What the floor of a part left over; `roughly` settles an order that is clear at a glance. */
interface Remainder {
  readonly id: string;
  readonly whole: bigint;
  readonly remainder: Rational;
  readonly roughly: number;
}

/** Nearer than this two remainders are compared exactly. */
const CLEARLY_APART = 1e-9;

function byRemainder(a: Remainder, b: Remainder): number {
  const apart = b.roughly - a.roughly;
  if (apart > CLEARLY_APART || apart < -CLEARLY_APART) return apart;
  return compare(b.remainder, a.remainder) || (a.id < b.id ? -1 : 1);
}

/** Distributes cents over weights by largest remainder; see `closeByLargestRemainder`. */
export function distributeByLargestRemainder(
  totalCents: Cents,
  weights: readonly Weight[],
): Map<string, Cents> {
  return closeByLargestRemainder(totalCents, exactShares(totalCents, weights));
}

/**
 * Rounds every part commercially but one: `residualId` (the landlord) bears the difference, so that the parts still
 * add up to the total.
 */
export function closeByHalfUp(
  totalCents: Cents,
  parts: readonly ExactPart[],
  residualId: string,
): Map<string, Cents> {
  const settled = new Map<string, Cents>();
  let rest: number = totalCents;
  for (const { id, exact } of parts) {
    const amount = id === residualId ? centsOf(0) : roundToCents(exact);
    settled.set(id, amount);
    rest -= amount;
  }
  if (!settled.has(residualId))
    throw new RangeError('the share that bears the difference is not among the parts');
  return settled.set(residualId, centsOf(rest));
}

/** Distributes cents over weights, each rounded commercially; see `closeByHalfUp`. */
export function distributeByHalfUp(
  totalCents: Cents,
  weights: readonly Weight[],
  residualId: string,
): Map<string, Cents> {
  return closeByHalfUp(totalCents, exactShares(totalCents, weights), residualId);
}

/**
 * Settles cents along a row, such as the users of one unit in the order of time: each gets the rounded running
 * total less what those before him got. Cutting one part in two never moves the cents of another.
 */
export function closeByRunningTotal(totalCents: Cents, parts: readonly ExactPart[]): Map<string, Cents> {
  const [only] = parts;
  if (only && parts.length === 1) return new Map([[only.id, totalCents]]);
  const whole = sumUnreduced(parts.map(({ exact }) => exact));
  const settled = new Map<string, Cents>();
  let running: Rational = ZERO;
  let given = 0;
  for (const part of parts) {
    running = sumUnreduced([running, part.exact]);
    const upToHere = isZero(whole) ? 0 : roundToCents(portion(totalCents, running, whole));
    settled.set(part.id, centsOf(upToHere - given));
    given = upToHere;
  }
  return settled;
}

/** The total times `part` over `whole`, not in lowest terms. */
function portion(total: Cents, part: Rational, whole: Rational): Rational {
  const numerator = BigInt(total) * part.numerator * whole.denominator;
  const denominator = part.denominator * whole.numerator;
  // A whole below zero, as in a year of credits, must not leave its sign in the denominator.
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator };
}
