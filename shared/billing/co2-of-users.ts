/** Each user's part of the CO2 costs, and what the landlord's share took off his bill (§ 7 Abs. 3 CO2KostAufG). */
import { centsOf, type Cents } from '../model/money.ts';
import { isZero } from '../model/rational.ts';
import type { ArrangedUnit } from './arranged-case.ts';
import type { CaseCo2 } from './co2-of-case.ts';
import { POTS, type Pot } from './metered.ts';
import { settleByProportion, type SharesOfPots } from './proportional.ts';
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

/** Distributes the tenants' CO2 costs and the landlord's relief in the proportions of the heating bill. */
export function co2OfUsers(
  trace: Trace,
  units: readonly ArrangedUnit[],
  split: CaseCo2,
  jointShares: Readonly<Record<Pot, Figure>>,
  shares: SharesOfPots,
): ReadonlyMap<string, UserCo2> {
  if (isZero(split.cost.value)) return new Map();
  const weights = new Map(POTS.map((pot) => [pot, weightOfPot(trace, pot, split, jointShares[pot])]));
  const tenant = new Map<string, Figure>();
  const relief = new Map<string, Figure>();
  for (const { users } of units)
    for (const { id } of users) {
      const parts = POTS.flatMap((pot) => {
        const share = shares[pot].get(id);
        const weight = weights.get(pot);
        return share && weight
          ? [trace.derive(`user.${id}.co2.${pot}`, 'CO2_USER_WEIGHT_OF_POT', [weight, share], 'ratio')]
          : [];
      });
      const weight = trace.derive(`user.${id}.co2.weight`, 'CO2_WEIGHT', parts, 'ratio');
      tenant.set(id, trace.open(`user.${id}.co2.tenant`, 'CO2_USER', [split.result.tenants, weight]));
      relief.set(id, trace.open(`user.${id}.co2.relief`, 'CO2_USER_RELIEF', [split.result.landlord, weight]));
    }
  const tenantCents = settleByProportion(trace, split.result.tenants, units, tenant);
  const reliefCents = settleByProportion(trace, split.result.landlord, units, relief);
  const none = centsOf(0);
  return new Map(
    [...tenantCents].map(([id, cents]) => [id, { tenant: cents, relief: reliefCents.get(id) ?? none }]),
  );
}
