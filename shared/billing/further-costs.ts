/** Further cost kinds on the same statement (§ 556a BGB): by area, unit, persons, metres or cold water, or direct. */
import type { Cents } from '../model/money.ts';
import { lengthInDays } from '../model/period.ts';
import { isZero, multiply, rational, sum, ZERO, type Rational } from '../model/rational.ts';
import { firstVacancy, type ArrangedCase, type User } from './arranged-case.ts';
import type { Cost } from './case/costs.ts';
import { exactly } from './case/values.ts';
import type { MeteredConsumption } from './consumption.ts';
import { settleCents, together } from './distribute.ts';
import { keyMeasure } from './distribution-keys.ts';
import { finding, type Finding } from './findings.ts';
import type { PeriodCost } from './period-costs.ts';
import { centsOfFigure, preciseValue, type Figure, type Trace } from './trace.ts';

type Further = Extract<Cost, { target: 'further' }>;

/** One further cost with its amount by user. */
export interface FurtherCost {
  readonly item: PeriodCost;
  readonly byUser: ReadonlyMap<string, Figure>;
  /** Cents that rounding each user half up left to the landlord. */
  readonly rest: Cents;
}

export interface FurtherCosts {
  readonly costs: readonly FurtherCost[];
  readonly findings: readonly Finding[];
}

/** What of a unit's measure a user has: his days of it, but of cold water what he was read at. */
function measureOf(
  arranged: ArrangedCase,
  cost: Further,
  unit: ArrangedCase['units'][number],
  user: User,
  coldWater: MeteredConsumption | null,
): Rational {
  const time = rational(lengthInDays(user.period), lengthInDays(arranged.period));
  const { key } = cost;
  if (key.by === 'coldWater') return coldWater?.units.get(unit.unit.id)?.byUser.get(user.id)?.value ?? ZERO;
  if (key.by === 'area') return multiply(keyMeasure(unit.unit, 'livingArea'), time);
  if (key.by === 'persons') return multiply(exactly(user.tenancy?.persons ?? 0), time);
  if (key.by === 'metre') return multiply(exactly(key.metres[unit.unit.id] ?? 0), time);
  return time;
}

function distribute(
  trace: Trace,
  arranged: ArrangedCase,
  item: PeriodCost,
  cost: Further,
  coldWater: MeteredConsumption | null,
): FurtherCost | Finding {
  const { units } = arranged;
  const measures = units.map((unit) => ({
    unit,
    users: unit.users.map((user) => ({ user, weight: measureOf(arranged, cost, unit, user, coldWater) })),
  }));
  const total = sum(measures.flatMap(({ users }) => users.map(({ weight }) => weight)));
  if (isZero(total)) return finding('FURTHER_KEY_EMPTY', [`cost.${cost.id}`], { key: cost.key.by });
  const whole = trace.given(`cost.${cost.id}.key`, 'FURTHER_KEY_TOGETHER', total, 'share', {
    by: cost.key.by,
  });
  const opened = measures.map(({ unit, users }) => ({
    unit,
    users: users.map(({ user, weight }) => {
      const id = `user.${user.id}.further.${cost.id}`;
      const measure = trace.given(`${id}.key`, 'FURTHER_KEY', weight, 'share', { by: cost.key.by });
      return { user, figure: trace.open(id, 'FURTHER_COST', [item.inPeriod, measure, whole]) };
    }),
  }));
  const settled = settleCents(
    centsOfFigure(item.inPeriod),
    opened.map(({ unit, users }) => {
      const parts = users.map(({ user, figure }) => ({ id: user.id, exact: preciseValue(figure) }));
      return { id: unit.unit.id, exact: together(parts), users: parts };
    }),
    arranged.given.rules.rounding,
    firstVacancy(units),
  );
  const byUser = new Map<string, Figure>();
  for (const { user, figure } of opened.flatMap(({ users }) => users)) {
    const cents = settled.users.get(user.id);
    if (cents === undefined) continue;
    trace.settle(figure, cents, { kind: 'runningWithinUnit', of: item.inPeriod.id });
    byUser.set(user.id, figure);
  }
  return { item, byUser, rest: settled.rest };
}

/** Distributes every further cost; a finding where its key is empty. */
export function distributeFurtherCosts(
  trace: Trace,
  arranged: ArrangedCase,
  items: readonly PeriodCost[],
  coldWater: MeteredConsumption | null,
): FurtherCosts {
  const costs: FurtherCost[] = [];
  const findings: Finding[] = [];
  for (const item of items) {
    if (item.cost.target !== 'further') continue;
    const done = distribute(trace, arranged, item, item.cost, coldWater);
    if ('code' in done) findings.push(done);
    else costs.push(done);
  }
  return { costs, findings };
}
