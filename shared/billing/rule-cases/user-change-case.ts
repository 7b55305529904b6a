/** Single-rule case `userChange`: the base cost of one unit by degree days and by days, consumption by reading (§ 9b). */
import { z } from 'zod';
import { closeByRunningTotal } from '../../model/money.ts';
import { gapsIn, intersect, lengthInDays, type Period } from '../../model/period.ts';
import { compare, isZero, rational } from '../../model/rational.ts';
import { degreeDayTable } from '../case/rules.ts';
import { centsIn, day, euros, exactly, id, isInOrder, period, quantity, REVERSED } from '../case/values.ts';
import { degreeDaysOf, degreeDaysOfAll, degreeDayTableLabel } from '../degree-days.ts';
import { centsOfFigure, preciseValue, Trace, type Figure } from '../trace.ts';
import { headOf, refuse, type Answer, type RuleOutcome } from './answer.ts';

export const userChangeCase = z.strictObject({
  ...headOf('userChange'),
  period: period.optional().describe('Else the days of all users together.'),
  degreeDayTable: degreeDayTable.default('summer92'),
  amount: euros.optional().describe("The unit's base cost."),
  building: z
    .strictObject({ amount: euros, area: quantity, unitArea: quantity })
    .optional()
    .describe("Else the building's base cost and both areas."),
  consumptionAmount: euros.optional(),
  users: z
    .array(
      z
        .strictObject({ id, from: day, to: day, consumption: quantity.optional() })
        .refine(isInOrder, REVERSED),
    )
    .min(1),
});

type UserChangeCase = z.output<typeof userChangeCase>;
type CaseUser = UserChangeCase['users'][number];

function unitAmount(trace: Trace, { amount, building }: UserChangeCase): Figure | null {
  if (amount !== undefined) return trace.given('unit.base', 'INVOICE', rational(centsIn(amount)), 'ct');
  if (!building) return null;
  const whole = trace.given('building.base', 'INVOICE', rational(centsIn(building.amount)), 'ct');
  const area = trace.given('building.area', 'AREA', exactly(building.area), 'm2');
  const own = trace.given('unit.area', 'AREA', exactly(building.unitArea), 'm2');
  return trace.deriveCents('unit.base', 'UNIT_BASE', [whole, own, area]);
}

function settleInUnit(
  trace: Trace,
  amount: Figure,
  parts: readonly { user: string; figure: Figure }[],
): void {
  const settled = closeByRunningTotal(
    centsOfFigure(amount),
    parts.map(({ user, figure }) => ({ id: user, exact: preciseValue(figure) })),
  );
  for (const { user, figure } of parts) {
    const cents = settled.get(user);
    if (cents !== undefined) trace.settle(figure, cents, { kind: 'runningWithinUnit', of: amount.id });
  }
}

function shareBy(
  trace: Trace,
  key: 'degreeDays' | 'days',
  amount: Figure | null,
  measures: ReadonlyMap<string, Figure>,
  whole: Figure,
): ReadonlyMap<string, Figure> {
  if (!amount) return new Map();
  const rule = key === 'days' ? 'USER_BASE_BY_DAYS' : 'USER_BASE_BY_DEGREE_DAYS';
  const parts = [...measures].map(([user, measure]) => ({
    user,
    figure: trace.open(`user.${user}.${key}.amount`, rule, [amount, measure, whole]),
  }));
  settleInUnit(trace, amount, parts);
  return new Map(parts.map(({ user, figure }) => [user, figure]));
}

function byReading(
  trace: Trace,
  { consumptionAmount }: UserChangeCase,
  users: readonly CaseUser[],
): ReadonlyMap<string, Figure> {
  if (consumptionAmount === undefined) return new Map();
  const read = users.map((user) => ({
    user: user.id,
    quantity: trace.given(
      `user.${user.id}.quantity`,
      'STATED_CONSUMPTION',
      exactly(user.consumption ?? 0),
      'share',
    ),
  }));
  const whole = trace.derive(
    'unit.quantity',
    'UNIT_CONSUMPTION',
    read.map(({ quantity: own }) => own),
    'share',
  );
  if (isZero(whole.value)) return new Map();
  const amount = trace.given('unit.consumption', 'INVOICE', rational(centsIn(consumptionAmount)), 'ct');
  const parts = read.map(({ user, quantity: own }) => ({
    user,
    figure: trace.open(`user.${user}.consumption`, 'USER_CONSUMPTION_COST', [amount, own, whole]),
  }));
  settleInUnit(trace, amount, parts);
  return new Map(parts.map(({ user, figure }) => [user, figure]));
}

/** What keeps the areas of the building from dividing its base cost. */
function areaRefusal({ building }: UserChangeCase): RuleOutcome | null {
  if (!building) return null;
  if (isZero(exactly(building.area))) return refuse('AREA_ZERO', ['building.area']);
  if (compare(exactly(building.unitArea), exactly(building.area)) <= 0) return null;
  const evidence = { part: String(building.unitArea), whole: String(building.area) };
  return refuse('PART_ABOVE_WHOLE', ['building.unitArea'], evidence);
}

/** The users within the period in the order of time; days without one belong to the landlord, as in a bill. */
function usersOf({ users, period: billed }: UserChangeCase): CaseUser[] | RuleOutcome {
  const inTime = users.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const [index, user] of inTime.entries()) {
    const next = inTime[index + 1];
    if (next && user.to >= next.from)
      return refuse('TENANCIES_OVERLAP', [`user.${next.id}`], {
        first: user.id,
        second: next.id,
        from: next.from,
      });
    if (billed && !intersect(user, billed))
      return refuse('USER_OUTSIDE_PERIOD', [`user.${user.id}`], { from: user.from, to: user.to });
  }
  if (!billed) return inTime;
  const within = inTime.map((user) => ({ ...user, ...intersect(user, billed) }));
  const vacancies = gapsIn(billed, within).map((gap) => ({ id: `vacancy:${gap.from}`, ...gap }));
  return [...within, ...vacancies].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** Runs the case. */
export function runUserChangeCase(given: UserChangeCase): RuleOutcome {
  const trace = new Trace();
  const refused = areaRefusal(given);
  if (refused) return refused;
  const users = usersOf(given);
  if ('kind' in users) return users;
  const stretches: readonly Period[] = given.period ? [given.period] : users;
  const table = degreeDayTableLabel(given.degreeDayTable);
  const degreeDays = (user: CaseUser): Figure =>
    trace.given(
      `user.${user.id}.perMille`,
      'DEGREE_DAYS',
      degreeDaysOf(user, given.degreeDayTable),
      'perMille',
      {
        from: user.from,
        to: user.to,
        table,
      },
    );
  const days = (user: CaseUser): Figure =>
    trace.given(`user.${user.id}.days`, 'DAYS', rational(lengthInDays(user)), 'days', {
      from: user.from,
      to: user.to,
    });
  const measures = {
    degreeDays: new Map(users.map((user) => [user.id, degreeDays(user)])),
    days: new Map(users.map((user) => [user.id, days(user)])),
  };
  const whole = {
    degreeDays: trace.given(
      'period.perMille',
      'DEGREE_DAYS',
      degreeDaysOfAll(stretches, given.degreeDayTable),
      'perMille',
      { table },
    ),
    days: trace.given(
      'period.days',
      'DAYS',
      rational(stretches.reduce((total, stretch) => total + lengthInDays(stretch), 0)),
      'days',
    ),
  };
  const amount = unitAmount(trace, given);
  const byDegreeDays = shareBy(trace, 'degreeDays', amount, measures.degreeDays, whole.degreeDays);
  const byDays = shareBy(trace, 'days', amount, measures.days, whole.days);
  const read = byReading(trace, given, users);
  const answers: Record<string, Answer> = {};
  for (const { id: user } of users)
    answers[user] = {
      perMille: measures.degreeDays.get(user) ?? null,
      days: measures.days.get(user) ?? null,
      byDegreeDays: byDegreeDays.get(user) ?? null,
      byDays: byDays.get(user) ?? null,
      byReading: read.get(user) ?? null,
    };
  return {
    kind: 'answered',
    answers: {
      unitAmount: amount,
      table,
      periodPerMille: whole.degreeDays,
      periodDays: whole.days,
      users: answers,
    },
    figures: trace.figures,
  };
}
