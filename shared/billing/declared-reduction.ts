/** A right to cut that a tenant has declared: posted with day, base and amount, beside the bill (§ 12 HeizkostenV). */
import { centsOf, sumCents, type Cents } from '../model/money.ts';
import type { PlainDate } from '../model/plain-date.ts';
import type { ReductionRight, RiskSheet, UserLine } from './bill.ts';

/** What staff enters when the declaration arrives. */
export interface Declaration {
  readonly user: string;
  readonly right: ReductionRight;
  readonly declaredOn: PlainDate;
  /** The narrower base, where the right is granted for the wrongly billed part only. */
  readonly narrower: boolean;
}

/** The posting: what the balance becomes, with all it rests on. The bill itself stays as it is. */
export interface PostedReduction extends Declaration {
  readonly norm: string;
  readonly percent: number;
  readonly base: Cents;
  readonly amount: Cents;
  readonly figure: string;
}

/** Posts a declaration by the line of the risk sheet; null when the sheet has no such right or no narrower base. */
export function postReduction(risk: RiskSheet, declaration: Declaration): PostedReduction | null {
  const line = risk.lines.find(({ user, right }) => user === declaration.user && right === declaration.right);
  if (!line) return null;
  const granted = declaration.narrower ? line.otherReading : line;
  if (!granted) return null;
  const { norm, percent } = line;
  const figure = declaration.narrower ? `${line.figure}.other` : line.figure;
  return { ...declaration, norm, percent, base: granted.base, amount: granted.amount, figure };
}

/** A user's balance after his postings; each right counts on the full base, and none more than once. */
export function balanceAfter(user: UserLine, postings: readonly PostedReduction[]): Cents {
  const own = new Map(
    postings.filter((posting) => posting.user === user.id).map((posting) => [posting.right, posting.amount]),
  );
  return centsOf(user.balance - sumCents(own.values()));
}
