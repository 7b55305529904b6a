/** The lines of the bill by unit and by user: positions, total, prepayments, balance (§ 556 Abs. 3 BGB). */
import { centsOf, sumCents, type Cents } from '../model/money.ts';
import { lengthInDays } from '../model/period.ts';
import { rational, toShortDecimal } from '../model/rational.ts';
import type { ArrangedCase, ArrangedUnit, User } from './arranged-case.ts';
import type {
  FurtherLine,
  InformationLine,
  Positions,
  Quantity,
  UnitLine,
  UserLine,
  VatLine,
} from './bill.ts';
import type { BillDesk } from './bill-desk.ts';
import { centsIn } from './case/values.ts';
import type { UserCo2 } from './co2-of-users.ts';
import type { MeteredConsumption } from './consumption.ts';
import type { PositionFigures, PotPositions } from './distribute-pots.ts';
import { POTS, type Pot } from './metered.ts';
import type { UserLabour } from './labour.ts';
import { proposePrepayment, recurringCost } from './prepayments.ts';
import { centsOfFigure, type Figure, type Trace } from './trace.ts';
import { taxedCharge } from './vat-option.ts';

/** Everything that was worked out for units and users, by their ids. */
export interface Outcome {
  readonly pots: Readonly<Record<Pot, PotPositions | null>>;
  readonly consumption: Readonly<Record<Pot, readonly MeteredConsumption[]>>;
  /** Each user's positions of a pot together, as `user.<id>.<pot>`. */
  readonly potTotals: Readonly<Record<Pot, ReadonlyMap<string, Figure>>>;
  readonly further: ReadonlyMap<string, readonly FurtherLine[]>;
  readonly direct: ReadonlyMap<string, readonly FurtherLine[]>;
  readonly co2: ReadonlyMap<string, UserCo2>;
  readonly labour: ReadonlyMap<string, UserLabour>;
  readonly vat: ReadonlyMap<string, VatLine>;
  readonly information: ReadonlyMap<string, InformationLine>;
}

const NOTHING = centsOf(0);
const SUM_OF_POSITIONS = { kind: 'sumOfPositions' } as const;
const NO_CO2: UserCo2 = { tenant: NOTHING, relief: NOTHING };
const NO_LABOUR: UserLabour = { craftsman: NOTHING, household: NOTHING };

/** Each user's positions of a pot in one figure. */
export function totalsOfPot(
  trace: Trace,
  pot: Pot,
  positions: PotPositions | null,
): ReadonlyMap<string, Figure> {
  return new Map(
    [...(positions?.users ?? [])].map(([id, { base, consumption }]) => {
      const parts = consumption ? [base, consumption] : [base];
      const total = trace.open(`user.${id}.${pot}`, 'USER_POT', parts);
      trace.settle(total, sumCents(parts.map(centsOfFigure)), SUM_OF_POSITIONS);
      return [id, total];
    }),
  );
}

function positionsOf(figures: PositionFigures | undefined): Positions {
  return {
    base: figures ? centsOfFigure(figures.base) : NOTHING,
    consumption: figures?.consumption ? centsOfFigure(figures.consumption) : NOTHING,
  };
}

function quantityOf(
  outcome: Outcome,
  pot: Pot,
  unit: string,
  pick: (found: { quantity: Figure; byUser: ReadonlyMap<string, Figure> }) => Figure | undefined,
): Quantity {
  for (const { units } of outcome.consumption[pot]) {
    const found = units.get(unit);
    const figure = found && pick(found);
    if (figure) return { value: toShortDecimal(figure.value, 6), figure: figure.id };
  }
  return { value: '0', figure: '' };
}

/** The lines of all units. */
export function unitLines({ units }: ArrangedCase, outcome: Outcome): UnitLine[] {
  return units.map(({ unit }) => {
    const of = (pot: Pot) => positionsOf(outcome.pots[pot]?.units.get(unit.id));
    const [heating, hotWater] = [of('heating'), of('hotWater')];
    return {
      id: unit.id,
      label: unit.label,
      heating,
      hotWater,
      heatingConsumption: quantityOf(outcome, 'heating', unit.id, ({ quantity }) => quantity),
      hotWaterConsumption: quantityOf(outcome, 'hotWater', unit.id, ({ quantity }) => quantity),
      total: sumCents([heating.base, heating.consumption, hotWater.base, hotWater.consumption]),
    };
  });
}

/** The charges a tenant caused himself, as he bears them: with the tax he agreed to. */
function oneOffCharges(trace: Trace, { id, tenancy }: User, { direct }: Outcome): Figure[] {
  const option = tenancy?.vatOption;
  return (direct.get(id) ?? [])
    .map(({ figure }) => trace.figures.get(figure))
    .filter((charge) => charge !== undefined)
    .map((charge) => (option ? taxedCharge(trace, charge, option.ratePercent) : charge));
}

function moneyOf(
  trace: Trace,
  user: User,
  outcome: Outcome,
): { total: Figure; recurring: Figure; prepaid: Cents; balance: Figure } {
  const id = `user.${user.id}`;
  const lines = [...(outcome.further.get(user.id) ?? []), ...(outcome.direct.get(user.id) ?? [])];
  const parts = [
    ...POTS.map((pot) => outcome.potTotals[pot].get(user.id)).filter((figure) => figure !== undefined),
    ...lines.map((line) => trace.figures.get(line.figure)).filter((figure) => figure !== undefined),
  ];
  const total = trace.derive(`${id}.total`, 'USER_TOTAL', parts, 'ct');
  const owed = trace.figures.get(`${id}.vat.gross`) ?? total;
  const prepayments = user.tenancy?.prepayments ?? [];
  const prepaid = sumCents(prepayments.map(({ amount }) => centsIn(amount)));
  const paid = trace.given(`${id}.prepaid`, 'PREPAYMENTS_PAID', rational(prepaid), 'ct', {
    count: String(prepayments.length),
  });
  const recurring = recurringCost(trace, `${id}.recurring`, owed, oneOffCharges(trace, user, outcome));
  return { total, recurring, prepaid, balance: trace.derive(`${id}.balance`, 'BALANCE', [owed, paid], 'ct') };
}

function userLine(
  { trace, time, arranged }: BillDesk,
  { unit }: ArrangedUnit,
  user: User,
  outcome: Outcome,
): UserLine {
  const { total, recurring, prepaid, balance } = moneyOf(trace, user, outcome);
  const of = (pot: Pot) => positionsOf(outcome.pots[pot]?.users.get(user.id));
  const quantity = (pot: Pot) => quantityOf(outcome, pot, unit.id, ({ byUser }) => byUser.get(user.id));
  return {
    id: user.id,
    kind: user.kind,
    unit: unit.id,
    from: user.period.from,
    to: user.period.to,
    days: lengthInDays(user.period),
    heating: of('heating'),
    hotWater: of('hotWater'),
    heatingConsumption: quantity('heating'),
    hotWaterConsumption: quantity('hotWater'),
    further: outcome.further.get(user.id) ?? [],
    direct: outcome.direct.get(user.id) ?? [],
    co2: outcome.co2.get(user.id) ?? NO_CO2,
    vat: outcome.vat.get(user.id) ?? null,
    total: centsOfFigure(total),
    prepaid,
    balance: centsOfFigure(balance),
    proposedMonthlyPrepayment: proposePrepayment(trace, time, arranged.period, user, recurring),
    labour: outcome.labour.get(user.id) ?? NO_LABOUR,
    information: outcome.information.get(user.id) ?? null,
  };
}

/** The lines of all users, unit by unit, in the order of time. */
export function userLines(desk: BillDesk, outcome: Outcome): UserLine[] {
  return desk.arranged.units.flatMap((unit) => unit.users.map((user) => userLine(desk, unit, user, outcome)));
}
