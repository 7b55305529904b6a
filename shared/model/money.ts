/** Money in whole cents, and the two ways the trade distributes them. */
import {
  divide,
  floor,
  isNegative,
  isZero,
  multiply,
  parseDecimal,
  rational,
  roundHalfUp,
  subtract,
  sum,
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

function exactShares(totalCents: Cents, weights: readonly Weight[]): { id: string; exact: Rational }[] {
  const totalWeight = sum(weights.map((share) => share.weight));
  if (isZero(totalWeight) || weights.some((share) => isNegative(share.weight)))
    throw new RangeError('cents need at least one weight above zero and none below');
  const perWeight = divide(rational(totalCents), totalWeight);
  return weights.map((share) => ({ id: share.id, exact: multiply(perWeight, share.weight) }));
}

/**
 * Distributes cents by largest remainder: everyone gets the floor of his exact share, the cents left over go one
 * each to the largest remainders, ties by id. The parts always add up to the total.
 */
export function distributeByLargestRemainder(
  totalCents: Cents,
  weights: readonly Weight[],
): Map<string, Cents> {
  const shares = exactShares(totalCents, weights).map(({ id, exact }) => {
    const whole = floor(exact);
    return { id, whole, remainder: subtract(exact, rational(whole)) };
  });
  let left = BigInt(totalCents) - shares.reduce((total, share) => total + share.whole, 0n);
  const byRemainder = shares.toSorted(
    (a, b) => compareRemainders(a.remainder, b.remainder) || (a.id < b.id ? -1 : 1),
  );
  const parts = new Map<string, Cents>();
  for (const share of byRemainder) {
    parts.set(share.id, centsOf(share.whole + (left > 0n ? 1n : 0n)));
    left -= 1n;
  }
  return new Map(weights.map(({ id }) => [id, parts.get(id) ?? centsOf(0)]));
}

function compareRemainders(a: Rational, b: Rational): number {
  const difference = b.numerator * a.denominator - a.numerator * b.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/**
 * Rounds every share commercially but one: `residualId` (the landlord) bears the difference, so that the parts
 * still add up to the total.
 */
export function distributeByHalfUp(
  totalCents: Cents,
  weights: readonly Weight[],
  residualId: string,
): Map<string, Cents> {
  const parts = new Map<string, Cents>();
  let rest: number = totalCents;
  for (const { id, exact } of exactShares(totalCents, weights)) {
    const amount = id === residualId ? centsOf(0) : roundToCents(exact);
    parts.set(id, amount);
    rest -= amount;
  }
  if (!parts.has(residualId))
    throw new RangeError('the share that bears the difference is not among the weights');
  return parts.set(residualId, centsOf(rest));
}
