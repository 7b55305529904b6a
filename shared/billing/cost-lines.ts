/** The cost side of the bill as lines: invoices, stocks, the CO2 block, the separation block. */
import { multiply, rational, toShortDecimal, type Rational } from '../model/rational.ts';
import type { Co2Split, CostLine, Quantity, SeparationLine, StockLine } from './bill.ts';
import { centsIn } from './case/values.ts';
import type { CaseCo2 } from './co2-of-case.ts';
import type { PeriodCosts, PeriodStock } from './period-costs.ts';
import type { Separated } from './separate-plant.ts';
import { centsOfFigure, type Figure } from './trace.ts';

function quantity(figure: Figure, decimals = 6): Quantity {
  return { value: toShortDecimal(figure.value, decimals), figure: figure.id };
}

function percentOf(fraction: Rational): string {
  return toShortDecimal(multiply(fraction, rational(100n)), 4);
}

export function costLines({ costs }: PeriodCosts): CostLine[] {
  return costs.map(({ cost, invoiced, inPeriod }) => ({
    id: cost.id,
    label: cost.label,
    kind: cost.kind,
    target: cost.target,
    invoiced: centsOfFigure(invoiced),
    inPeriod: centsOfFigure(inPeriod),
    figure: inPeriod.id,
  }));
}

function stockLine({ stock, use }: PeriodStock): StockLine {
  return {
    id: stock.id,
    label: stock.label,
    unit: stock.unit,
    target: stock.target,
    opening: { quantity: String(stock.opening.quantity), amount: centsIn(stock.opening.amount) },
    deliveries: stock.deliveries.map(({ id, date, quantity: delivered, amount }) => ({
      id,
      date,
      quantity: String(delivered),
      amount: centsIn(amount),
    })),
    closing: {
      quantity: String(stock.closing?.quantity ?? 0),
      amount: centsOfFigure(use.closingAmount),
    },
    consumed: { quantity: toShortDecimal(use.consumed.value, 6), amount: centsOfFigure(use.amount) },
    figure: use.amount.id,
  };
}

export function stockLines({ stocks }: PeriodCosts): StockLine[] {
  return stocks.map(stockLine);
}

export function co2Line({ kg, area, cost, result }: CaseCo2): Co2Split {
  const { step } = result;
  return {
    kg: toShortDecimal(kg.value, 3),
    areaM2: toShortDecimal(area.value, 2),
    kgPerM2: toShortDecimal(result.kgPerM2.value, 1),
    step: step && {
      from: toShortDecimal(step.from, 3),
      to: step.to && toShortDecimal(step.to, 3),
    },
    landlordPercent: percentOf(result.landlordShare.value),
    cost: centsOfFigure(cost),
    landlord: centsOfFigure(result.landlord),
    tenants: centsOfFigure(result.tenants),
  };
}

export function separationLine({ method, alpha, heat, total }: Separated): SeparationLine {
  return {
    method,
    hotWaterShare: quantity(alpha, 8),
    ...(heat && { hotWaterHeat: quantity(heat, 3) }),
    ...(total && { totalEnergy: quantity(total, 3) }),
  };
}
