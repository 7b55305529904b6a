/** What meters counted in a stretch of time, converted to kilowatt-hours where a bill tells how. */
import { sumOf, type CoveredSum } from '#shared/consumption/coverage.ts';
import {
  conversionOf,
  type Conversion,
  type HeatTariff,
  type Medium,
} from '#shared/consumption/heat-tariff.ts';
import { countedBetween, type Counted } from '#shared/consumption/register-curve.ts';
import { decimalTextOf, type DecimalText } from '#shared/model/decimal-text.ts';
import { intersect, type Period } from '#shared/model/period.ts';
import { addDays, type PlainDate } from '#shared/model/plain-date.ts';
import { isNegative, multiply, sum, toShortDecimal, type Rational } from '#shared/model/rational.ts';
import type { CountedUnit, MeterCurve } from './consumption-curves.ts';
import type { Turn } from './turn.ts';

/** Finer than any display. */
const DECIMALS = 6;

/** A quantity of zero or more as it crosses to the window. */
export function quantityText(value: Rational): DecimalText {
  return decimalTextOf(toShortDecimal(value, DECIMALS));
}

/** As `quantityText`; null stays null, and what a swapped meter took below zero is not known either. */
export function knownText(value: Rational | null): DecimalText | null {
  return value === null || isNegative(value) ? null : quantityText(value);
}

/** The days of a period on which the meter hung in its place; null when it hung elsewhere. */
export function timeInPlace({ place }: MeterCurve, period: Period): Period | null {
  return intersect({ from: place.from, to: place.to ?? period.to }, period);
}

/** Counted once for each month, however many sums it goes into; forgotten with the curves of the question. */
const counts = new WeakMap<MeterCurve, Map<string, Counted | null | 'elsewhere'>>();

function keyOf({ from, to }: Period): string {
  return `${from}.${to}`;
}

/** What a meter counted, by the key of the period; `elsewhere` when it did not hang in its place then. */
function lookUp(meter: MeterCurve, period: Period, key: string): Counted | null | 'elsewhere' {
  let known = counts.get(meter);
  if (known === undefined) counts.set(meter, (known = new Map()));
  const before = known.get(key);
  if (before !== undefined) return before;
  const own = timeInPlace(meter, period);
  const count = own === null ? 'elsewhere' : countedBetween(meter.runs, addDays(own.from, -1), own.to);
  known.set(key, count);
  return count;
}

/** What a meter counted in its place within the period; null when it is not known. */
export function countOf(meter: MeterCurve, period: Period): Counted | null {
  const count = lookUp(meter, period, keyOf(period));
  return count === 'elsewhere' ? null : count;
}

/** Counts every meter in every period ahead of the sums, turn by turn. */
export async function countInTurns(
  meters: readonly MeterCurve[],
  periods: readonly Period[],
  turn: Turn,
): Promise<void> {
  for (const meter of meters) {
    for (const period of periods) countOf(meter, period);
    if (turn.isOver) await turn.passOn();
  }
}

/** The sum of all meters that hung in the period. */
export function sumIn(meters: readonly MeterCurve[], period: Period): CoveredSum {
  const key = keyOf(period);
  return sumOf(meters.map((meter) => lookUp(meter, period, key)).filter((count) => count !== 'elsewhere'));
}

/** Turns counted units into kilowatt-hours: as they are, or by the last bill. Null where neither is possible. */
export interface ToKwh {
  readonly conversion: Conversion | null;
  readonly kwhOf: (quantity: Rational | null) => Rational | null;
}

export function toKwhBy(tariff: HeatTariff | null, medium: Medium, countedIn: CountedUnit): ToKwh {
  const conversion = countedIn === 'kWh' ? null : conversionOf(tariff, medium, countedIn);
  return {
    conversion,
    kwhOf: (quantity) => {
      if (quantity === null || countedIn === 'kWh') return quantity;
      return conversion && multiply(quantity, conversion.kwhPerUnit);
    },
  };
}

export function isKnownInKwh(tariff: HeatTariff | null, medium: Medium, countedIn: CountedUnit): boolean {
  return countedIn === 'kWh' || toKwhBy(tariff, medium, countedIn).conversion !== null;
}

/** What meters of one medium counted together, in kilowatt-hours; null where nothing of it can be told so. */
export function kwhIn(
  meters: readonly MeterCurve[],
  tariff: HeatTariff | null,
  medium: Medium,
  period: Period,
): Rational | null {
  const byUnit = Map.groupBy(meters, ({ countedIn }) => countedIn);
  const known = [...byUnit].flatMap(([unit, own]) => {
    const kwh = toKwhBy(tariff, medium, unit).kwhOf(sumIn(own, period).quantity);
    return kwh === null ? [] : [kwh];
  });
  return known.length === 0 ? null : sum(known);
}

/** The ends of periods, as the days whose registers they need. */
export function endsOf(periods: readonly Period[]): PlainDate[] {
  return periods.flatMap(({ from, to }) => [addDays(from, -1), to]);
}
