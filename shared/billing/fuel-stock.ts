/** Fuel from a stock: what was burnt is billed, not what was paid (§ 7 Abs. 2 HeizkostenV, BGH VIII ZR 156/11). */
import { compare, isZero, subtract, type Rational } from '../model/rational.ts';
import type { Figure, Trace } from './trace.ts';

/** A quantity that lay in the stock or came to it, with what it cost and what it emits. */
export interface Lot {
  readonly id: string;
  readonly quantity: Figure;
  readonly amount: Figure;
  readonly co2Kg: Figure | null;
  readonly co2Amount: Figure | null;
}

/** A stock over the period; deliveries in the order they came. */
export interface StockFacts {
  readonly id: string;
  readonly valuation: 'fifo' | 'average';
  readonly opening: Lot;
  readonly deliveries: readonly Lot[];
  readonly closing: Figure;
}

/** What was burnt. `co2Kg` and `co2Amount` are null when a lot lacks its data. */
export interface StockUse {
  readonly consumed: Figure;
  readonly amount: Figure;
  readonly closingAmount: Figure;
  readonly paid: Figure;
  readonly co2Kg: Figure | null;
  readonly co2Amount: Figure | null;
}

interface Part {
  readonly lot: Lot;
  readonly left: Figure;
}

/** First in, first out: what is left lies in the newest deliveries. */
function whatIsLeft(trace: Trace, stock: StockFacts): Part[] {
  const parts: Part[] = [];
  let open: Rational = stock.closing.value;
  for (const lot of [stock.opening, ...stock.deliveries].toReversed()) {
    if (isZero(open)) break;
    if (isZero(lot.quantity.value)) continue;
    const left = compare(open, lot.quantity.value) < 0 ? open : lot.quantity.value;
    parts.push({
      lot,
      left: trace.given(
        `stock.${stock.id}.left.${lot.id}`,
        'STOCK_LEFT',
        left,
        lot.quantity.unit,
        undefined,
        [stock.closing, lot.quantity],
      ),
    });
    open = subtract(open, left);
  }
  return parts;
}

/** Values the closing stock by one measure of its lots: euros, kilograms of CO2 or euros of CO2. */
function closingValue(
  trace: Trace,
  stock: StockFacts,
  parts: readonly Part[],
  name: string,
  measureOf: (lot: Lot) => Figure,
  totals: { readonly quantity: Figure; readonly measure: Figure },
): Figure {
  const id = `stock.${stock.id}.closing.${name}`;
  const unit = totals.measure.unit;
  if (stock.valuation === 'average')
    return record(trace, id, 'STOCK_AT_AVERAGE', [totals.measure, stock.closing, totals.quantity], unit);
  const valued = parts.map(({ lot, left }) =>
    trace.derive(`${id}.${lot.id}`, 'STOCK_LOT_VALUE', [measureOf(lot), left, lot.quantity], unit),
  );
  return record(trace, id, 'STOCK_CLOSING_VALUE', valued, unit);
}

function record(
  trace: Trace,
  id: string,
  rule: 'STOCK_AT_AVERAGE' | 'STOCK_CLOSING_VALUE',
  inputs: readonly Figure[],
  unit: Figure['unit'],
): Figure {
  return unit === 'ct' ? trace.deriveCents(id, rule, inputs) : trace.derive(id, rule, inputs, unit);
}

/**
 * The fuel burnt in a period: opening stock plus deliveries less closing stock, valued first in, first out or at
 * the weighted average. The closing stock must not exceed what was there.
 */
export function consumeStock(trace: Trace, stock: StockFacts): StockUse {
  const id = `stock.${stock.id}`;
  const lots = [stock.opening, ...stock.deliveries];
  const quantity = trace.derive(
    `${id}.available`,
    'STOCK_AVAILABLE',
    lots.map((lot) => lot.quantity),
    stock.closing.unit,
  );
  const consumed = trace.derive(`${id}.consumed`, 'STOCK_CONSUMED', [quantity, stock.closing], quantity.unit);
  const parts = stock.valuation === 'fifo' ? whatIsLeft(trace, stock) : [];
  const burn = (name: string, measures: readonly Figure[], measureOf: (lot: Lot) => Figure) => {
    const unit = measures[0]?.unit ?? 'ct';
    const measure = trace.derive(`${id}.available.${name}`, 'STOCK_AVAILABLE', measures, unit);
    const closing = closingValue(trace, stock, parts, name, measureOf, { quantity, measure });
    const used = trace.derive(`${id}.consumed.${name}`, 'STOCK_CONSUMED', [measure, closing], unit);
    return { closing, used };
  };
  const amount = burn(
    'amount',
    lots.map((lot) => lot.amount),
    (lot) => lot.amount,
  );
  const co2 = (name: string, of: (lot: Lot) => Figure | null): Figure | null => {
    const measures = lots.map(of);
    const known = measures.filter((figure) => figure !== null);
    if (known.length < lots.length) return null;
    return burn(name, known, (lot) => of(lot) ?? stock.closing).used;
  };
  return {
    consumed,
    amount: amount.used,
    closingAmount: amount.closing,
    paid: trace.derive(
      `${id}.paid`,
      'STOCK_PAID',
      stock.deliveries.map((lot) => lot.amount),
      'ct',
    ),
    co2Kg: co2('co2Kg', (lot) => lot.co2Kg),
    co2Amount: co2('co2Amount', (lot) => lot.co2Amount),
  };
}
