/** Checks of fuel and invoices: the faults that consumer advisers find most in heating bills (Prüfliste). */
import { gapsIn, intersect, lengthInDays, type Period } from '../../model/period.ts';
import {
  compare,
  divide,
  isZero,
  multiply,
  rational,
  subtract,
  sum,
  toShortDecimal,
  type Rational,
} from '../../model/rational.ts';
import type { ArrangedCase } from '../arranged-case.ts';
import { exactly } from '../case/values.ts';
import { keyMeasure } from '../distribution-keys.ts';
import { emissionFactorOf } from '../emission-factors.ts';
import { finding, type Finding } from '../findings.ts';
import type { Co2Used, PeriodCosts } from '../period-costs.ts';
import type { Separated } from '../separate-plant.ts';
import { leavesTaxOpen } from '../stock-tax.ts';
import { STATUTORY, tableFraction } from '../statutory.ts';

const LIMITS = STATUTORY.plausibility;
const HUNDRED = rational(100n);

function percentText(fraction: Rational): string {
  return toShortDecimal(multiply(fraction, HUNDRED), 1);
}

/** Days of the period that no invoice of fuel or heat covers; stocks cover all of it. */
function coverageGaps({ given, period }: ArrangedCase): Finding[] {
  const covered = given.costs
    .filter(({ kind }) => kind === 'fuel' || kind === 'heat')
    .map((cost) => cost.invoice?.period);
  const dated = covered.filter((days): days is Period => days !== undefined);
  if (dated.length === 0 || dated.length < covered.length || given.stocks.length > 0) return [];
  const within = dated.map((days) => intersect(days, period)).filter((days) => days !== null);
  return gapsIn(period, within).map(({ from, to }) =>
    finding('INVOICE_COVERAGE_GAP', ['costs'], { from, to, days: String(lengthInDays({ from, to })) }),
  );
}

function stockWarnings({ given, period }: ArrangedCase): Finding[] {
  const { previous } = given;
  const isTaxed = given.tenancies.some(({ vatOption }) => vatOption !== undefined);
  return given.stocks.flatMap((stock) => {
    const about = [`stock.${stock.id}`];
    const opening = exactly(stock.opening.quantity);
    const outside = stock.deliveries
      .filter(({ date }) => date < period.from || date > period.to)
      .map(({ date }) => finding('DELIVERY_OUTSIDE_PERIOD', about, { date }));
    const lastClosing = previous?.closingQuantity;
    const notCarried =
      lastClosing !== undefined && compare(exactly(lastClosing), opening) !== 0
        ? [finding('OPENING_STOCK_NOT_LAST_CLOSING', about, { opening: String(stock.opening.quantity) })]
        : [];
    const unchanged =
      previous?.openingQuantity !== undefined &&
      stock.closing !== undefined &&
      [previous.openingQuantity, stock.closing.quantity].every(
        (each) => compare(exactly(each), opening) === 0,
      )
        ? [finding('STOCK_UNCHANGED', about, { quantity: String(stock.opening.quantity) })]
        : [];
    const taxOpen = isTaxed && leavesTaxOpen(stock) ? [finding('STOCK_TAX_UNSTATED', about)] : [];
    return [...outside, ...notCarried, ...unchanged, ...taxOpen];
  });
}

function centsOf(costs: PeriodCosts, kinds: readonly string[]): Rational {
  return sum([
    ...costs.costs.filter(({ cost }) => kinds.includes(cost.kind)).map(({ inPeriod }) => inPeriod.value),
    ...(kinds.includes('fuel') ? costs.stocks.map(({ use }) => use.amount.value) : []),
  ]);
}

function electricityWarning(costs: PeriodCosts): Finding[] {
  const fuel = centsOf(costs, ['fuel', 'heat']);
  const electricity = centsOf(costs, ['operatingElectricity']);
  if (isZero(fuel)) return [];
  const share = divide(electricity, fuel);
  return compare(share, tableFraction(LIMITS.operatingElectricityPercentOfFuel)) > 0
    ? [finding('OPERATING_ELECTRICITY_HIGH', ['costs'], { percent: percentText(share) })]
    : [];
}

function isOutside(value: Rational, band: { readonly from: number; readonly to: number }): boolean {
  return compare(value, rational(band.from)) < 0 || compare(value, rational(band.to)) > 0;
}

/** Energy a square metre and euros a kilowatt-hour, where the total is known in kWh. */
function bandWarnings(arranged: ArrangedCase, costs: PeriodCosts, { total }: Separated): Finding[] {
  if (total?.unit !== 'kWh' || isZero(total.value)) return [];
  const area = sum(arranged.units.map(({ unit }) => keyMeasure(unit, 'livingArea')));
  const perArea = isZero(area) ? null : divide(total.value, area);
  const price = divide(centsOf(costs, ['fuel', 'heat']), total.value);
  return [
    ...(perArea && isOutside(perArea, LIMITS.kwhPerM2)
      ? [finding('ENERGY_PER_AREA_UNUSUAL', ['separation'], { kwhPerM2: toShortDecimal(perArea, 0) })]
      : []),
    ...(isOutside(price, LIMITS.centsPerKwh)
      ? [finding('ENERGY_PRICE_UNUSUAL', ['costs'], { centsPerKwh: toShortDecimal(price, 1) })]
      : []),
  ];
}

/** Kilograms that are 11 % off are the mark of gross and net calorific value mixed up. */
function factorWarnings(arranged: ArrangedCase, costs: PeriodCosts): Finding[] {
  const { fuel } = arranged.given.property.plant;
  const tolerance = tableFraction(STATUTORY.emissionFactors.tolerancePercent);
  return costs.emissions.flatMap(({ about, kg }: Co2Used) => {
    const used = costs.energies.find((energy) => energy.about === about);
    const usual = used && emissionFactorOf(used.fuel ?? fuel ?? '', used.unit, used.basis);
    if (!kg || !used || !usual || isZero(used.quantity.value)) return [];
    const expected = multiply(used.quantity.value, usual);
    const off = divide(subtract(kg.value, expected), expected);
    const isFar = compare(off, tolerance) > 0 || compare(off, multiply(tolerance, rational(-1))) < 0;
    return isFar ? [finding('CO2_FACTOR_IMPLAUSIBLE', [about], { percent: percentText(off) })] : [];
  });
}

/** What a look at fuel, stocks and invoices finds. */
export function fuelWarnings(arranged: ArrangedCase, costs: PeriodCosts, separated: Separated): Finding[] {
  return [
    ...coverageGaps(arranged),
    ...stockWarnings(arranged),
    ...electricityWarning(costs),
    ...bandWarnings(arranged, costs, separated),
    ...factorWarnings(arranged, costs),
  ];
}
