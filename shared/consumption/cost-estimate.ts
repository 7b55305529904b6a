/**
 * What a unit's heat and hot water would cost at the prices of the last bill: its consumption, and the base share for
 * the part of the year that has passed. An estimate; nobody owes it.
 */
import { degreeDaysOf } from '../billing/degree-days.ts';
import { roundToCents, sumCents, type Cents } from '../model/money.ts';
import { lengthInDays, type Period } from '../model/period.ts';
import { divide, isZero, multiply, rational, type Rational } from '../model/rational.ts';
import { isComplete, type Coverage } from './coverage.ts';
import type { HeatTariff, Medium } from './heat-tariff.ts';

export interface EstimateLine {
  readonly medium: Medium;
  readonly kind: 'base' | 'consumption';
  /** Counted units, or the area. */
  readonly quantity: Rational;
  readonly unit: string;
  /** Euros a unit. */
  readonly price: Rational;
  /** The part of the year the base share is taken for; null for consumption. */
  readonly share: Rational | null;
  readonly amount: Cents;
}

export type CostEstimate =
  | {
      readonly state: 'shown';
      readonly amount: Cents;
      readonly lines: readonly EstimateLine[];
      /** The bill the prices come from. */
      readonly pricesOf: Period;
      readonly isFinal: boolean;
    }
  | { readonly state: 'hidden'; readonly because: 'noPrices' | 'missingReadings' };

/** A unit's consumption of one medium. */
export interface UsedOfMedium {
  readonly medium: Medium;
  readonly countedIn: string;
  readonly quantity: Rational | null;
  readonly coverage: Coverage;
}

/** The areas of a unit by the key that spreads a base share; what is not among them has no price. */
export type Areas = Readonly<Record<string, Rational | undefined>>;

const CENTS_PER_EURO = rational(100n);

/** Heating falls by degree days, hot water by days, as § 9b Abs. 2 HeizkostenV spreads their base shares. */
function shareOfYear(medium: Medium, period: Period, year: Period): Rational {
  if (medium === 'hotWater') return rational(lengthInDays(period), lengthInDays(year));
  return divide(degreeDaysOf(period, 'summer92'), degreeDaysOf(year, 'summer92'));
}

function lineOf(line: Omit<EstimateLine, 'amount'>): EstimateLine {
  const euros = multiply(multiply(line.quantity, line.price), line.share ?? rational(1n));
  return { ...line, amount: roundToCents(multiply(euros, CENTS_PER_EURO)) };
}

function linesOf(
  tariff: HeatTariff,
  used: UsedOfMedium,
  areas: Areas,
  period: Period,
): EstimateLine[] | null {
  const pot = tariff.pots[used.medium];
  if (!pot || used.quantity === null) return null;
  if (pot.consumptionUnit !== used.countedIn || isZero(pot.consumptionTotal) || isZero(pot.baseTotal))
    return null;
  const area = areas[pot.baseKey];
  if (area === undefined) return null;
  const { medium } = used;
  const base = { medium, kind: 'base', quantity: area, unit: 'm²' } as const;
  const consumption = { medium, kind: 'consumption', quantity: used.quantity, unit: used.countedIn } as const;
  return [
    lineOf({
      ...base,
      price: divide(rational(pot.base, 100n), pot.baseTotal),
      share: shareOfYear(medium, period, tariff.period),
    }),
    lineOf({
      ...consumption,
      price: divide(rational(pot.consumption, 100n), pot.consumptionTotal),
      share: null,
    }),
  ];
}

/** The estimate, or why there is none: no bill has prices yet, or more than a tenth of the readings is missing. */
export function estimateCost(
  tariff: HeatTariff | null,
  used: readonly UsedOfMedium[],
  areas: Areas,
  period: Period,
): CostEstimate {
  if (used.length === 0 || used.some(({ coverage }) => !isComplete(coverage)))
    return { state: 'hidden', because: 'missingReadings' };
  const priced = tariff === null ? [null] : used.map((one) => linesOf(tariff, one, areas, period));
  if (tariff === null || priced.includes(null)) return { state: 'hidden', because: 'noPrices' };
  const lines = priced.flatMap((own) => own ?? []);
  const amount = sumCents(lines.map((line) => line.amount));
  return { state: 'shown', amount, lines, pricesOf: tariff.period, isFinal: tariff.isFinal };
}
