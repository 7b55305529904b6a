/** Pre-metering (Vorerfassung): a pot is first split among user groups, by their own meters (§ 5 Abs. 7, § 6 Abs. 2). */
import { isZero, type Rational } from '../model/rational.ts';
import { complementOf, settleTogether } from './pots.ts';
import { centsOfFigure, type Figure, type Trace } from './trace.ts';

/** A group with what its meters recorded and what it measures by the fixed key. */
export interface GroupMeasure {
  readonly id: string;
  readonly recorded: Figure;
  readonly key: Figure;
}

/**
 * The cents of each group: the consumption share by what the groups' meters recorded, the rest by the fixed key.
 * The recorded measure must not be zero in sum, the fixed key only when nothing goes by it. Figures are named `group.<id>.<pot>`.
 */
export function splitAmongGroups(
  trace: Trace,
  amount: Figure,
  pot: string,
  consumptionShare: Rational,
  groups: readonly GroupMeasure[],
): ReadonlyMap<string, Figure> {
  const share = trace.given(`${amount.id}.groupShare`, 'GROUP_SHARE', consumptionShare, 'ratio');
  const rest = complementOf(trace, `${amount.id}.groupRest`, share);
  const together = (name: string, of: (group: GroupMeasure) => Figure): Figure => {
    const figures = groups.map(of);
    const unit = figures[0]?.unit ?? 'kWh';
    return trace.derive(`${amount.id}.${name}`, 'GROUPS_TOGETHER', figures, unit);
  };
  const recorded = together('groupsRecorded', (group) => group.recorded);
  const keys = together('groupsKey', (group) => group.key);
  const opened = groups.map((group) => {
    const id = `group.${group.id}.${pot}`;
    const byConsumption = trace.open(`${id}.byConsumption`, 'GROUP_BY_CONSUMPTION', [
      amount,
      share,
      group.recorded,
      recorded,
    ]);
    if (isZero(keys.value)) return { group, figure: trace.open(id, 'GROUP_POT', [byConsumption]) };
    const byKey = trace.open(`${id}.byKey`, 'GROUP_BY_KEY', [amount, rest, group.key, keys]);
    return { group, figure: trace.open(id, 'GROUP_POT', [byConsumption, byKey]) };
  });
  settleTogether(
    trace,
    centsOfFigure(amount),
    opened.map(({ figure }) => figure),
    amount.id,
  );
  return new Map(opened.map(({ group, figure }) => [group.id, figure]));
}
