/** Each user's part of the CO2 costs, and what the landlord's share took off his bill (§ 7 Abs. 3 CO2KostAufG). */
import { centsOf, type Cents } from '../model/money.ts';
import { isZero } from '../model/rational.ts';
import type { ArrangedUnit } from './arranged-case.ts';
import type { CaseCo2 } from './co2-of-case.ts';
import { POTS, type Pot } from './metered.ts';
import { settleByProportion, weighted, type SharesOfPots } from './proportional.ts';
import type { Figure, Trace } from './trace.ts';

/** A user's CO2 costs in cents: what he bears, and what was taken off. */
export interface UserCo2 {
  readonly tenant: Cents;
  readonly relief: Cents;
}

/** How much of the CO2 costs lies in each pot: joint costs by alpha, the others in their own. */
function weightOfPot(trace: Trace, pot: Pot, split: CaseCo2, potShare: Figure): Figure {
  const parts: Figure[] = [];
  const all = [...split.costs.values()];
  const whole = trace.derive(`co2.weight.${pot}.of`, 'CO2_COSTS_TOGETHER', all, 'ct');
  const joint = split.costs.get('joint');
  const own = split.costs.get(pot);
  const id = `co2.weight.${pot}`;
  if (joint) parts.push(trace.derive(`${id}.joint`, 'CO2_WEIGHT_OF_POT', [joint, potShare, whole], 'ratio'));
  if (own) parts.push(trace.derive(`${id}.own`, 'CO2_WEIGHT_OF_POT', [own, whole], 'ratio'));
  return trace.derive(id, 'CO2_WEIGHT', parts, 'ratio');
}

/** Each user's part of an amount that lies in both pots, still open. */
function openParts(
  trace: Trace,
  units: readonly ArrangedUnit[],
  amounts: ReadonlyMap<Pot, Figure>,
  shares: SharesOfPots,
  name: 'tenant' | 'relief',
): Map<string, Figure> {
  const rule = name === 'tenant' ? 'CO2_USER' : 'CO2_USER_RELIEF';
  const opened = new Map<string, Figure>();
  for (const { users } of units)
    for (const { id } of users)
      opened.set(id, trace.open(`user.${id}.co2.${name}`, rule, weighted(amounts, shares, id)));
  return opened;
}

/** Distributes the tenants' CO2 costs and the landlord's relief in the proportions of the heating bill. */
export function co2OfUsers(
  trace: Trace,
  units: readonly ArrangedUnit[],
  split: CaseCo2,
  jointShares: Readonly<Record<Pot, Figure>>,
  shares: SharesOfPots,
): ReadonlyMap<string, UserCo2> {
  if (isZero(split.cost.value)) return new Map();
  const { tenants, landlord } = split.result;
  const inPots = { tenants: new Map<Pot, Figure>(), landlord: new Map<Pot, Figure>() };
  for (const pot of POTS) {
    const weight = weightOfPot(trace, pot, split, jointShares[pot]);
    inPots.tenants.set(pot, trace.derive(`co2.tenants.in.${pot}`, 'CO2_OF_POT', [tenants, weight], 'ct'));
    inPots.landlord.set(pot, trace.derive(`co2.landlord.in.${pot}`, 'CO2_OF_POT', [landlord, weight], 'ct'));
  }
  const tenant = settleByProportion(
    trace,
    tenants,
    units,
    openParts(trace, units, inPots.tenants, shares, 'tenant'),
  );
  const relief = settleByProportion(
    trace,
    landlord,
    units,
    openParts(trace, units, inPots.landlord, shares, 'relief'),
  );
  const none = centsOf(0);
  return new Map([...tenant].map(([id, cents]) => [id, { tenant: cents, relief: relief.get(id) ?? none }]));
}
