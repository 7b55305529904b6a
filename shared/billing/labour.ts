/** The labour within each user's share, for his tax return (§ 35a EStG). */
import { centsOf, type Cents } from '../model/money.ts';
import { rational } from '../model/rational.ts';
import type { ArrangedUnit } from './arranged-case.ts';
import { centsIn } from './case/values.ts';
import type { FurtherCost } from './further-costs.ts';
import { POTS, type Pot } from './metered.ts';
import type { PeriodCost } from './period-costs.ts';
import { settleByProportion, type SharesOfPots } from './proportional.ts';
import type { Figure, Trace } from './trace.ts';

export interface UserLabour {
  readonly craftsman: Cents;
  readonly household: Cents;
}

type LabourKind = keyof UserLabour;

const KINDS: readonly LabourKind[] = ['craftsman', 'household'];

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

/** Each user's labour in the costs of the plant and in further costs; empty when no invoice states any. */
export function labourOfUsers(desk: LabourDesk): ReadonlyMap<string, UserLabour> {
  const { trace, units, shares, further } = desk;
  const byKind = new Map<LabourKind, ReadonlyMap<string, Cents>>();
  for (const kind of KINDS) {
    const parts = new Map<string, Figure[]>();
    const whole: Figure[] = [];
    const keep = (user: string, part: Figure): void => {
      parts.set(user, [...(parts.get(user) ?? []), part]);
    };
    for (const pot of POTS) {
      const labour = labourOfPot(desk, kind, pot);
      if (!labour) continue;
      whole.push(labour);
      for (const [user, share] of shares[pot])
        keep(
          user,
          trace.derive(`user.${user}.labour.${kind}.${pot}`, 'LABOUR_OF_USER', [labour, share], 'ct'),
        );
    }
    for (const { item, byUser } of further) {
      const labour = (item.cost.labourKind ?? 'craftsman') === kind ? labourOf(trace, item) : null;
      if (!labour) continue;
      whole.push(labour);
      for (const [user, amount] of byUser)
        keep(
          user,
          trace.derive(
            `${amount.id}.labour`,
            'LABOUR_IN_FURTHER_COST',
            [labour, amount, item.inPeriod],
            'ct',
          ),
        );
    }
    if (whole.length === 0) continue;
    const total = trace.deriveCents(`labour.${kind}`, 'LABOUR_TOGETHER', whole);
    const opened = new Map(
      [...parts].map(([user, figures]) => [
        user,
        trace.open(`user.${user}.labour.${kind}`, 'USER_LABOUR', figures),
      ]),
    );
    byKind.set(kind, settleByProportion(trace, total, units, opened));
  }
  const none = centsOf(0);
  const users = units.flatMap((unit) => unit.users.map((user) => user.id));
  if (byKind.size === 0) return new Map();
  return new Map(
    users.map((id) => [
      id,
      {
        craftsman: byKind.get('craftsman')?.get(id) ?? none,
        household: byKind.get('household')?.get(id) ?? none,
      },
    ]),
  );
}
