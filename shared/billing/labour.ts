/** The labour within each user's share, for his tax return (§ 35a EStG). */
import { centsOf, type Cents } from '../model/money.ts';
import { isZero, rational } from '../model/rational.ts';
import type { ArrangedUnit } from './arranged-case.ts';
import { centsIn } from './case/values.ts';
import type { FurtherCost } from './further-costs.ts';
import { POTS, type Pot } from './metered.ts';
import type { PeriodCost } from './period-costs.ts';
import { settleByProportion, weighted, type SharesOfPots } from './proportional.ts';
import type { Figure, Trace } from './trace.ts';

export interface UserLabour {
  readonly craftsman: Cents;
  readonly household: Cents;
}

type LabourKind = keyof UserLabour;

/** What the bill already knows about shares. */
export interface LabourDesk {
  readonly trace: Trace;
  readonly units: readonly ArrangedUnit[];
  readonly costs: readonly PeriodCost[];
  readonly further: readonly FurtherCost[];
  readonly jointShares: Readonly<Record<Pot, Figure>>;
  readonly shares: SharesOfPots;
}

/** The labour of one invoice that belongs to the period. */
function labourOf(trace: Trace, { cost, invoiced, inPeriod }: PeriodCost): Figure | null {
  if (cost.labour === undefined) return null;
  const id = `cost.${cost.id}.labour`;
  const labour = trace.figures.get(id) ?? trace.given(id, 'LABOUR', rational(centsIn(cost.labour)), 'ct');
  if (inPeriod === invoiced) return labour;
  const ofPeriod = `${id}.inPeriod`;
  return trace.figures.get(ofPeriod) ?? trace.derive(ofPeriod, 'ACCRUED', [labour, inPeriod, invoiced], 'ct');
}

function labourOfPot({ trace, costs, jointShares }: LabourDesk, kind: LabourKind, pot: Pot): Figure | null {
  const parts: Figure[] = [];
  for (const item of costs) {
    const { cost } = item;
    if ((cost.labourKind ?? 'craftsman') !== kind) continue;
    const labour = labourOf(trace, item);
    if (!labour) continue;
    if (cost.target === pot) parts.push(labour);
    else if (cost.target === 'joint')
      parts.push(trace.derive(`${labour.id}.${pot}`, 'JOINT_PART', [labour, jointShares[pot]], 'ct'));
  }
  return parts.length === 0 ? null : trace.derive(`labour.${kind}.${pot}`, 'LABOUR_TOGETHER', parts, 'ct');
}

/** The labour of one kind in further costs, by user. */
function labourInFurtherCosts(
  { trace, further }: LabourDesk,
  kind: LabourKind,
): { readonly whole: readonly Figure[]; readonly byUser: ReadonlyMap<string, readonly Figure[]> } {
  const whole: Figure[] = [];
  const byUser = new Map<string, Figure[]>();
  for (const { item, byUser: amounts } of further) {
    const labour = (item.cost.labourKind ?? 'craftsman') === kind ? labourOf(trace, item) : null;
    if (!labour || isZero(item.inPeriod.value)) continue;
    whole.push(labour);
    for (const [user, amount] of amounts) {
      const inputs = [labour, amount, item.inPeriod];
      const part = trace.derive(`${amount.id}.labour`, 'LABOUR_IN_FURTHER_COST', inputs, 'ct');
      byUser.set(user, [...(byUser.get(user) ?? []), part]);
    }
  }
  return { whole, byUser };
}

function labourOfKind(desk: LabourDesk, kind: LabourKind): ReadonlyMap<string, Cents> {
  const { trace, units, shares } = desk;
  const inPots = new Map<Pot, Figure>();
  for (const pot of POTS) {
    const labour = labourOfPot(desk, kind, pot);
    if (labour) inPots.set(pot, labour);
  }
  const further = labourInFurtherCosts(desk, kind);
  const whole = [...inPots.values(), ...further.whole];
  if (whole.length === 0) return new Map();
  const total = trace.deriveCents(`labour.${kind}`, 'LABOUR_TOGETHER', whole);
  const opened = new Map<string, Figure>();
  for (const { users } of units)
    for (const { id: user } of users) {
      const id = `user.${user}.labour.${kind}`;
      const inFurther = further.byUser.get(user) ?? [];
      const potsId = inFurther.length === 0 ? id : `${id}.pots`;
      const ofPots = trace.open(potsId, 'USER_LABOUR_IN_POTS', weighted(inPots, shares, user));
      opened.set(
        user,
        inFurther.length === 0 ? ofPots : trace.open(id, 'USER_LABOUR', [ofPots, ...inFurther]),
      );
    }
  return settleByProportion(trace, total, units, opened);
}

/** Each user's labour in the costs of the plant and in further costs; empty when no invoice states any. */
export function labourOfUsers(desk: LabourDesk): ReadonlyMap<string, UserLabour> {
  const [craftsman, household] = [labourOfKind(desk, 'craftsman'), labourOfKind(desk, 'household')];
  const none = centsOf(0);
  return new Map(
    [...new Set([...craftsman.keys(), ...household.keys()])].map((id) => [
      id,
      { craftsman: craftsman.get(id) ?? none, household: household.get(id) ?? none },
    ]),
  );
}
