/** The costs of the period: invoices cut at its boundaries and fuel burnt from stocks (§ 7 Abs. 2 HeizkostenV). */
import type { Period } from '../model/period.ts';
import type { PlainDate } from '../model/plain-date.ts';
import { compare, rational, sum, ZERO, type Rational } from '../model/rational.ts';
import { accrualKey, accrueCents, accrueQuantity, type AccrualKey, type AccrualMethod } from './accrual.ts';
import { byId } from './arranged-case.ts';
import type { BillingCase } from './billing-case.ts';
import type { Cost, Energy, Invoice, PlantCost, Stock } from './case/costs.ts';
import type { DegreeDayTable } from './case/rules.ts';
import { centsIn, exactly } from './case/values.ts';
import { finding, type Finding } from './findings.ts';
import { consumeStock, type Lot, type StockUse } from './fuel-stock.ts';
import type { Pot } from './metered.ts';
import { STATUTORY } from './statutory.ts';
import type { Figure, Trace } from './trace.ts';

export type PlantTarget = 'joint' | Pot;

/** Energy that went into the plant, with what its kilowatt-hours mean. */
export interface EnergyUsed {
  readonly about: string;
  readonly quantity: Figure;
  readonly unit: Energy['unit'];
  readonly basis: Energy['basis'];
  readonly fuel: string | null;
  readonly heatingValue: Energy['heatingValue'];
}

/** Emissions of a fuel; null where the invoice does not say. */
export interface Co2Used {
  readonly about: string;
  readonly target: PlantTarget;
  readonly kg: Figure | null;
  readonly amount: Figure | null;
}

/** One invoice within the period. `invoiced` is the whole of it. */
export interface PeriodCost {
  readonly cost: Cost;
  readonly invoiced: Figure;
  readonly inPeriod: Figure;
}

/** One stock within the period. */
export interface PeriodStock {
  readonly stock: Stock;
  readonly use: StockUse;
}

export interface PeriodCosts {
  readonly costs: readonly PeriodCost[];
  readonly stocks: readonly PeriodStock[];
  readonly energies: readonly EnergyUsed[];
  readonly emissions: readonly Co2Used[];
  readonly findings: readonly Finding[];
}

function fitsInto(inner: Period, outer: Period): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function methodOf(cost: Cost, table: DegreeDayTable): AccrualMethod | null {
  const { accrual } = cost;
  if (!accrual) return null;
  if (accrual.method === 'days') return { by: 'days' };
  if (accrual.method === 'degreeDays') return { by: 'degreeDays', table };
  const energy = 'energy' in cost ? cost.energy : undefined;
  if (!energy) return null;
  return {
    by: 'reading',
    quantityInPeriod: exactly(accrual.quantityInPeriod),
    quantity: exactly(energy.quantity),
    unit: energy.unit,
  };
}

/** The accrual an invoice needs: none, a key, or the finding why there is no key. */
function keyFor(
  trace: Trace,
  cost: Cost,
  period: Period,
  table: DegreeDayTable,
): AccrualKey | 'whole' | Finding {
  const about = [`cost.${cost.id}`];
  const invoiced = cost.invoice?.period;
  if (!invoiced) return cost.accrual ? finding('ACCRUAL_WITHOUT_PERIOD', about) : 'whole';
  if (fitsInto(invoiced, period)) return 'whole';
  const evidence = { from: invoiced.from, to: invoiced.to };
  if (!cost.accrual) return finding('INVOICE_CROSSES_PERIOD', about, evidence);
  const method = methodOf(cost, table);
  if (!method) return finding('READING_ACCRUAL_WITHOUT_QUANTITY', about);
  return (
    accrualKey(trace, `cost.${cost.id}`, invoiced, period, method) ??
    finding('INVOICE_OUTSIDE_PERIOD', about, evidence)
  );
}

/** Everything found so far, while the costs are gone through. */
interface Book {
  readonly trace: Trace;
  readonly costs: PeriodCost[];
  readonly stocks: PeriodStock[];
  readonly energies: EnergyUsed[];
  readonly emissions: Co2Used[];
  readonly findings: Finding[];
}

/** Before 2023 no CO2 price was to be split: the euros count as zero, the kilograms stay (§ 11 Abs. 2 CO2KostAufG). */
function co2Amount(amount: number | string, invoicedOn: PlainDate | undefined): Rational {
  const since = STATUTORY.dates.co2SplitFrom;
  return invoicedOn !== undefined && invoicedOn < since ? ZERO : rational(centsIn(amount));
}

function bookPlantFacts(book: Book, cost: PlantCost, key: AccrualKey | null): void {
  const { trace } = book;
  const id = `cost.${cost.id}`;
  const inPeriod = (name: string, quantity: Figure): Figure =>
    key ? accrueQuantity(trace, `${id}.${name}.inPeriod`, quantity, key) : quantity;
  const { energy, co2 } = cost;
  if (energy) {
    const quantity = trace.given(`${id}.energy`, 'ENERGY', exactly(energy.quantity), energy.unit, {
      label: cost.label,
      ...(energy.basis && { basis: energy.basis }),
    });
    book.energies.push({
      about: id,
      quantity: inPeriod('energy', quantity),
      unit: energy.unit,
      basis: energy.basis,
      fuel: energy.fuel ?? null,
      heatingValue: energy.heatingValue,
    });
  }
  if (cost.kind !== 'fuel' && cost.kind !== 'heat' && co2 === undefined) return;
  const data = co2 === undefined || co2 === 'notOnInvoice' ? null : co2;
  const facts = { label: cost.label };
  book.emissions.push({
    about: id,
    target: cost.target,
    kg: data && inPeriod('co2Kg', trace.given(`${id}.co2Kg`, 'CO2_KG', exactly(data.kg), 'kg', facts)),
    amount:
      data &&
      inPeriod(
        'co2Amount',
        trace.given(`${id}.co2Amount`, 'CO2_AMOUNT', co2Amount(data.amount, cost.invoice?.date), 'ct', facts),
      ),
  });
}

function bookCost(book: Book, cost: Cost, period: Period, table: DegreeDayTable): void {
  const { trace } = book;
  const id = `cost.${cost.id}`;
  const invoiced = trace.given(id, 'INVOICE', rational(centsIn(cost.amount)), 'ct', {
    label: cost.label,
    ...(cost.invoice?.number !== undefined && { number: cost.invoice.number }),
    ...(cost.invoice?.date !== undefined && { date: cost.invoice.date }),
    ...(cost.invoice?.supplier !== undefined && { supplier: cost.invoice.supplier }),
  });
  const key = keyFor(trace, cost, period, table);
  if (key !== 'whole' && 'code' in key) {
    book.findings.push(key);
    return;
  }
  const cut = key === 'whole' ? null : key;
  const inPeriod = cut ? accrueCents(trace, `${id}.inPeriod`, invoiced, cut) : invoiced;
  book.costs.push({ cost, invoiced, inPeriod });
  if (cost.target !== 'further' && cost.target !== 'direct') bookPlantFacts(book, cost, cut);
}

function lotOf(
  trace: Trace,
  stock: Stock,
  lot: { readonly id: string; readonly quantity: number | string; readonly amount: number | string },
  co2: { readonly kg: number | string; readonly amount: number | string } | null,
  from: { readonly date?: PlainDate; readonly invoice?: Invoice },
): Lot {
  const id = `stock.${stock.id}.${lot.id}`;
  const facts = {
    label: stock.label,
    ...(from.date !== undefined && { date: from.date }),
    ...(from.invoice?.number !== undefined && { number: from.invoice.number }),
  };
  return {
    id: lot.id,
    quantity: trace.given(`${id}.quantity`, 'STOCK_QUANTITY', exactly(lot.quantity), stock.unit, facts),
    amount: trace.given(id, 'STOCK_AMOUNT', rational(centsIn(lot.amount)), 'ct', facts),
    co2Kg: co2 && trace.given(`${id}.co2Kg`, 'CO2_KG', exactly(co2.kg), 'kg', facts),
    co2Amount:
      co2 &&
      trace.given(
        `${id}.co2Amount`,
        'CO2_AMOUNT',
        co2Amount(co2.amount, from.invoice?.date ?? from.date),
        'ct',
        facts,
      ),
  };
}

function bookStock(book: Book, stock: Stock): void {
  const { trace, findings } = book;
  const about = [`stock.${stock.id}`];
  if (!stock.closing) {
    findings.push(finding('CLOSING_STOCK_MISSING', about));
    return;
  }
  const opening = lotOf(trace, stock, { ...stock.opening, id: 'opening' }, stock.opening.co2 ?? null, {});
  const inOrder = stock.deliveries.toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : byId(a, b),
  );
  const deliveries = inOrder.map((delivery) =>
    lotOf(
      trace,
      stock,
      { ...delivery, id: `delivery.${delivery.id}` },
      delivery.co2 === undefined || delivery.co2 === 'notOnInvoice' ? null : delivery.co2,
      { date: delivery.date, ...(delivery.invoice && { invoice: delivery.invoice }) },
    ),
  );
  const closing = trace.given(
    `stock.${stock.id}.closing.quantity`,
    'STOCK_CLOSING',
    exactly(stock.closing.quantity),
    stock.unit,
    { label: stock.label },
  );
  const available = sum([opening, ...deliveries].map((lot) => lot.quantity.value));
  const order = compare(closing.value, available);
  if (order >= 0) {
    findings.push(finding(order > 0 ? 'CLOSING_STOCK_TOO_LARGE' : 'STOCK_WITHOUT_CONSUMPTION', about));
    return;
  }
  const use = consumeStock(trace, { id: stock.id, valuation: stock.valuation, opening, deliveries, closing });
  book.stocks.push({ stock, use });
  book.energies.push({
    about: `stock.${stock.id}`,
    quantity: use.consumed,
    unit: stock.unit,
    basis: undefined,
    fuel: stock.fuel,
    heatingValue: stock.heatingValue,
  });
  book.emissions.push({
    about: `stock.${stock.id}`,
    target: stock.target,
    kg: use.co2Kg,
    amount: use.co2Amount,
  });
}

/** Goes through all invoices and stocks of a case, in the order of their ids. */
export function costsOfPeriod(trace: Trace, given: BillingCase): PeriodCosts {
  const book: Book = { trace, costs: [], stocks: [], energies: [], emissions: [], findings: [] };
  const table = given.rules.userChange.degreeDayTable;
  for (const cost of given.costs.toSorted(byId)) bookCost(book, cost, given.period, table);
  for (const stock of given.stocks.toSorted(byId)) bookStock(book, stock);
  return book;
}
