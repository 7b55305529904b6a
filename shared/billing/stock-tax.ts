/** Fuel from a stock without its tax: each lot bears the rate it was bought at (§ 9 UStG). */
import { compare, isZero } from '../model/rational.ts';
import type { Stock } from './case/costs.ts';
import { exactly, type Decimal } from './case/values.ts';
import { netOf } from './net-amount.ts';
import type { PeriodStock } from './period-costs.ts';
import type { Figure, Trace } from './trace.ts';

type Rate = Decimal | undefined;

function isSameRate(a: Rate, b: Rate): boolean {
  if (a === undefined || b === undefined) return a === b;
  return compare(exactly(a), exactly(b)) === 0;
}

/** The rate all deliveries with one have in common; undefined when they differ or none has one. */
function commonRate({ deliveries }: Stock): Rate {
  const [first, ...others] = deliveries
    .map(({ vatPercent }) => vatPercent)
    .filter((percent) => percent !== undefined);
  return others.every((percent) => isSameRate(percent, first)) ? first : undefined;
}

/** The lots of a stock with their rates; a lot that names none has that of the others, if they have one. */
function ratesOfLots(stock: Stock): { readonly lot: string; readonly rate: Rate }[] {
  const common = commonRate(stock);
  return [
    { lot: 'opening', rate: stock.opening.vatPercent ?? common },
    ...stock.deliveries.map(({ id, vatPercent }) => ({ lot: `delivery.${id}`, rate: vatPercent ?? common })),
  ];
}

/** Whether the deliveries bear different rates and the opening stock does not say its own. */
export function leavesTaxOpen(stock: Stock): boolean {
  const rates = stock.deliveries.map(({ vatPercent }) => vatPercent);
  const [first] = rates;
  return (
    stock.opening.vatPercent === undefined &&
    !isZero(exactly(stock.opening.quantity)) &&
    rates.some((rate) => !isSameRate(rate, first))
  );
}

/** What was burnt of each lot, gross, before the closing stock was rounded to cents. */
function burntOf(trace: Trace, stock: Stock, lot: string): Figure[] {
  const id = `stock.${stock.id}`;
  const bought = trace.figures.get(`${id}.${lot}`);
  if (!bought) return [];
  const left = trace.figures.get(`${id}.closing.amount.${lot}`);
  return [
    left ? trace.derive(`${id}.consumed.amount.${lot}`, 'STOCK_CONSUMED', [bought, left], 'ct') : bought,
  ];
}

/** The fuel burnt without its tax: as it is where all lots bear one rate, else in the proportion of its lots. */
export function netOfStock(trace: Trace, { stock, use }: PeriodStock): Figure {
  const lots = ratesOfLots(stock);
  const [first] = lots;
  if (lots.every(({ rate }) => isSameRate(rate, first?.rate))) return netOf(trace, use.amount, first?.rate);
  const burnt = lots.flatMap(({ lot, rate }) =>
    burntOf(trace, stock, lot).map((gross) => ({ gross, net: netOf(trace, gross, rate) })),
  );
  const id = `${use.amount.id}.lots`;
  const gross = trace.derive(
    `${id}.gross`,
    'STOCK_LOTS_TOGETHER',
    burnt.map((each) => each.gross),
    'ct',
  );
  if (isZero(gross.value)) return netOf(trace, use.amount, undefined);
  const net = trace.derive(
    `${id}.net`,
    'NET_TOGETHER',
    burnt.map((each) => each.net),
    'ct',
  );
  return trace.derive(`${use.amount.id}.net`, 'NET_DISTRIBUTED', [use.amount, net, gross], 'ct');
}
