/** Value added tax for a commercial tenant whose landlord opted for it (§ 9 UStG): net costs plus the rate. */
import { isZero, toShortDecimal } from '../model/rational.ts';
import type { ArrangedCase, User } from './arranged-case.ts';
import type { FurtherLine, VatLine } from './bill.ts';
import { exactly, fractionOf, type Decimal } from './case/values.ts';
import { POTS, type Pot } from './metered.ts';
import { netOf, taxFactor } from './net-amount.ts';
import type { PeriodCosts, PlantTarget } from './period-costs.ts';
import { weighted, type SharesOfPots } from './proportional.ts';
import { netOfStock } from './stock-tax.ts';
import { centsOfFigure, type Figure, type Trace } from './trace.ts';

/** What the tax of a user is worked out from. */
export interface VatDesk {
  readonly trace: Trace;
  readonly arranged: ArrangedCase;
  readonly costs: PeriodCosts;
  /** The costs by target after the landlord's CO2 share: `costs.joint`, `costs.heating`, `costs.hotWater`. */
  readonly distributed: Readonly<Record<PlantTarget, Figure>>;
  readonly jointShares: Readonly<Record<Pot, Figure>>;
  readonly shares: SharesOfPots;
  readonly lines: (user: string) => readonly FurtherLine[];
}

/** The net amounts of all costs of a target. Fuel from a stock bears the rates of its lots. */
function netCosts({ trace, costs }: VatDesk, target: PlantTarget): Figure[] {
  const invoices = costs.costs
    .filter(({ cost }) => cost.target === target)
    .map(({ cost, inPeriod }) => netOf(trace, inPeriod, cost.vatPercent));
  const stocks = costs.stocks
    .filter(({ stock }) => stock.target === target)
    .map((each) => netOfStock(trace, each));
  return [...invoices, ...stocks];
}

/** How much of the distributed costs of a target is net: what the landlord's CO2 share took off shrinks both alike. */
function netTotal(desk: VatDesk, target: PlantTarget): Figure | null {
  const { trace, distributed } = desk;
  const gross = trace.figures.get(`costs.${target}.gross`);
  const net = netCosts(desk, target);
  if (!gross || isZero(gross.value) || net.length === 0) return null;
  const together = trace.derive(`costs.${target}.net`, 'NET_TOGETHER', net, 'ct');
  return trace.derive(
    `costs.${target}.netDistributed`,
    'NET_DISTRIBUTED',
    [together, distributed[target], gross],
    'ct',
  );
}

function netOfPots(desk: VatDesk): Map<Pot, Figure> {
  const { trace, jointShares } = desk;
  const joint = netTotal(desk, 'joint');
  const net = new Map<Pot, Figure>();
  for (const pot of POTS) {
    const own = netTotal(desk, pot);
    const parts = [
      ...(joint ? [trace.derive(`pot.${pot}.net.joint`, 'JOINT_PART', [joint, jointShares[pot]], 'ct')] : []),
      ...(own ? [own] : []),
    ];
    if (parts.length > 0) net.set(pot, trace.derive(`pot.${pot}.net`, 'NET_TOGETHER', parts, 'ct'));
  }
  return net;
}

function netOfLines(desk: VatDesk, user: string): Figure[] {
  const { trace, costs } = desk;
  return desk.lines(user).flatMap((line) => {
    const amount = trace.figures.get(line.figure);
    const item = costs.costs.find(({ cost }) => cost.id === line.cost);
    return amount ? [netOf(trace, amount, item?.cost.vatPercent)] : [];
  });
}

/** A charge as a tenant bears it who agreed to the tax: its net amount, known by now, and the rate; unrounded. */
export function taxedCharge(trace: Trace, amount: Figure, ratePercent: Decimal): Figure {
  const net = netOf(trace, amount, undefined);
  const factor = taxFactor(trace, ratePercent);
  return trace.derive(`${amount.id}.taxed`, 'TAXED_CHARGE', [net, factor], 'ct');
}

function lineOf(desk: VatDesk, pots: ReadonlyMap<Pot, Figure>, user: User, ratePercent: Decimal): VatLine {
  const { trace, shares } = desk;
  const id = `user.${user.id}.vat`;
  const inPots = trace.derive(`${id}.pots`, 'NET_IN_POTS', weighted(pots, shares, user.id), 'ct');
  const net = trace.deriveCents(`${id}.net`, 'NET_OF_USER', [inPots, ...netOfLines(desk, user.id)]);
  const rate = trace.given(`${id}.rate`, 'TAX_RATE', fractionOf(ratePercent), 'ratio');
  const tax = trace.deriveCents(`${id}.tax`, 'TAX_OF_USER', [net, rate]);
  const gross = trace.derive(`${id}.gross`, 'GROSS_OF_USER', [net, tax], 'ct');
  return {
    ratePercent: toShortDecimal(exactly(ratePercent), 2),
    net: centsOfFigure(net),
    tax: centsOfFigure(tax),
    gross: centsOfFigure(gross),
  };
}

/** The tax of every tenant who agreed to bear it, by user id. */
export function vatOfUsers(desk: VatDesk): ReadonlyMap<string, VatLine> {
  const lines = new Map<string, VatLine>();
  const opted = desk.arranged.units.flatMap(({ users }) =>
    users.flatMap((user) => (user.tenancy?.vatOption ? [{ user, option: user.tenancy.vatOption }] : [])),
  );
  if (opted.length === 0) return lines;
  const pots = netOfPots(desk);
  for (const { user, option } of opted) lines.set(user.id, lineOf(desk, pots, user, option.ratePercent));
  return lines;
}
