/** The one place where cents are distributed, first to units, then to the users of each; the law has no cent rule. */
import {
  centsOf,
  closeByHalfUp,
  closeByLargestRemainder,
  closeByRunningTotal,
  sumCents,
  type Cents,
  type ExactPart,
} from '../model/money.ts';
import { sumUnreduced, ZERO, type Rational } from '../model/rational.ts';
import type { RoundingConvention } from './case/rules.ts';

/** What a unit bears of an amount, exactly, and its users in the order of time. */
export interface UnitPart {
  readonly id: string;
  readonly exact: Rational;
  readonly users: readonly ExactPart[];
}

/** Settled cents by unit and by user; `rest` is what nobody's position could take. */
export interface SettledCents {
  readonly units: ReadonlyMap<string, Cents>;
  readonly users: ReadonlyMap<string, Cents>;
  readonly rest: Cents;
}

const LANDLORD = ':landlord';

/** What the users of a unit bear together; a single one is not added up. */
export function together(users: readonly ExactPart[]): Rational {
  const [only] = users;
  return only && users.length === 1 ? only.exact : sumUnreduced(users.map((user) => user.exact));
}

function byRemainder(total: Cents, parts: readonly UnitPart[]): SettledCents {
  const units = closeByLargestRemainder(total, parts);
  const users = new Map<string, Cents>();
  for (const part of parts)
    for (const [id, cents] of closeByRunningTotal(units.get(part.id) ?? centsOf(0), part.users))
      users.set(id, cents);
  return { units, users, rest: centsOf(0) };
}

function byHalfUp(total: Cents, parts: readonly UnitPart[], landlordUser: string | null): SettledCents {
  const everyone = parts.flatMap((part) => part.users);
  const bearer = landlordUser ?? LANDLORD;
  const settled = closeByHalfUp(
    total,
    landlordUser ? everyone : [...everyone, { id: LANDLORD, exact: ZERO }],
    bearer,
  );
  return {
    users: settled,
    units: new Map(
      parts.map(({ id, users }) => [id, sumCents(users.map((user) => settled.get(user.id) ?? centsOf(0)))]),
    ),
    rest: landlordUser ? centsOf(0) : (settled.get(LANDLORD) ?? centsOf(0)),
  };
}

/**
 * Settles the cents of an amount over units and users. By largest remainder every unit closes and within it its
 * users by running total; half up every user is rounded by himself and the landlord bears the rest, within the
 * position of `landlordUser` (a vacancy) or, without one, beside the users.
 */
export function settleCents(
  total: Cents,
  parts: readonly UnitPart[],
  convention: RoundingConvention,
  landlordUser: string | null,
): SettledCents {
  return convention === 'largestRemainder' ? byRemainder(total, parts) : byHalfUp(total, parts, landlordUser);
}
