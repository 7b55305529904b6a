/** Amounts that follow the proportions of the bill: CO2 costs, labour, value added tax. */
import { centsOf, type Cents } from '../model/money.ts';
import { isZero } from '../model/rational.ts';
import type { ArrangedUnit } from './arranged-case.ts';
import { settleCents, together } from './distribute.ts';
import type { Pot } from './metered.ts';
import { centsOfFigure, preciseValue, type Figure, type Trace } from './trace.ts';

/** Each user's share of a pot as a fraction of one. */
export type SharesOfPots = Readonly<Record<Pot, ReadonlyMap<string, Figure>>>;

/** The shares of all users in a pot, as `user.<id>.<pot>.share`. */
export function sharesOfPot(
  trace: Trace,
  pot: Pot,
  amount: Figure,
  totals: ReadonlyMap<string, Figure>,
): ReadonlyMap<string, Figure> {
  if (isZero(preciseValue(amount))) return new Map();
  return new Map(
    [...totals].map(([id, figure]) => [
      id,
      trace.deriveExactly(`user.${id}.${pot}.share`, 'USER_SHARE_OF_POT', [figure, amount], 'ratio'),
    ]),
  );
}

/** An amount in each pot beside the user's share of that pot: the inputs of a sum of products. */
export function weighted(amounts: ReadonlyMap<Pot, Figure>, shares: SharesOfPots, user: string): Figure[] {
  const inputs: Figure[] = [];
  for (const [pot, amount] of amounts) {
    const share = shares[pot].get(user);
    if (share) inputs.push(amount, share);
  }
  return inputs;
}

/** Settles the cents of an amount over users whose open figures make it up, unit by unit. */
export function settleByProportion(
  trace: Trace,
  amount: Figure,
  units: readonly ArrangedUnit[],
  opened: ReadonlyMap<string, Figure>,
): Map<string, Cents> {
  const settled = settleCents(
    centsOfFigure(amount),
    units.map(({ unit, users }) => {
      const parts = users.flatMap((user) => {
        const figure = opened.get(user.id);
        return figure ? [{ id: user.id, exact: preciseValue(figure) }] : [];
      });
      return { id: unit.id, exact: together(parts), users: parts };
    }),
    'largestRemainder',
    null,
  );
  const byUser = new Map<string, Cents>();
  for (const [id, figure] of opened) {
    const cents = settled.users.get(id) ?? centsOf(0);
    trace.settle(figure, cents, { kind: 'runningWithinUnit', of: amount.id });
    byUser.set(id, cents);
  }
  return byUser;
}
