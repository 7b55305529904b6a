/** Checks of who used how much: against last year, against the area, against the house (Prüfliste; VDI 2077). */
import { sumCents } from '../../model/money.ts';
import {
  compare,
  divide,
  isNegative,
  isZero,
  multiply,
  negate,
  ONE,
  rational,
  subtract,
  sum,
  toNumber,
  toShortDecimal,
  type Rational,
} from '../../model/rational.ts';
import type { ArrangedCase, ArrangedUnit } from '../arranged-case.ts';
import type { CostLine, StockLine } from '../bill.ts';
import { centsIn, exactly } from '../case/values.ts';
import type { MeteredConsumption, UnitConsumption } from '../consumption.ts';
import { keyMeasure } from '../distribution-keys.ts';
import { finding, type Finding } from '../findings.ts';
import { POTS, type Pot } from '../metered.ts';
import { STATUTORY, tableFraction, tableValue } from '../statutory.ts';

const LIMITS = STATUTORY.plausibility;

/** Consumption by pot, over all scopes. */
export type ConsumptionByPot = Readonly<Record<Pot, readonly MeteredConsumption[]>>;

interface Seen {
  readonly unit: ArrangedUnit;
  readonly found: UnitConsumption;
}

function percentText(fraction: Rational): string {
  return toShortDecimal(multiply(fraction, rational(100n)), 0);
}

function distance(value: Rational): Rational {
  return isNegative(value) ? negate(value) : value;
}

function seenUnits({ units }: ArrangedCase, metered: MeteredConsumption): Seen[] {
  return units.flatMap((unit) => {
    const found = metered.units.get(unit.unit.id);
    return found ? [{ unit, found }] : [];
  });
}

function zeroWarning(pot: Pot, { unit, found }: Seen): Finding[] {
  const isInhabited = unit.users.some((user) => user.kind === 'tenancy');
  return isInhabited && isZero(found.quantity.value)
    ? [finding('CONSUMPTION_ZERO', [`unit.${unit.unit.id}`], { pot })]
    : [];
}

function changeWarning(pot: Pot, { unit, found }: Seen): Finding[] {
  const before = unit.unit.previous?.[pot];
  if (before === undefined || isZero(exactly(before))) return [];
  const change = divide(subtract(found.quantity.value, exactly(before)), exactly(before));
  return compare(distance(change), tableFraction(LIMITS.changeAgainstLastYearPercent)) > 0
    ? [finding('CONSUMPTION_CHANGED', [`unit.${unit.unit.id}`], { pot, percent: percentText(change) })]
    : [];
}

/** Units whose share of the consumption is more than twice their share of the area. */
function areaWarnings(pot: Pot, seen: readonly Seen[]): Finding[] {
  const total = sum(seen.map(({ found }) => found.quantity.value));
  const area = sum(seen.map(({ unit }) => keyMeasure(unit.unit, 'livingArea')));
  if (isZero(total) || isZero(area) || seen.length < 3) return [];
  const perArea = divide(total, area);
  const mostPerArea = multiply(perArea, rational(LIMITS.shareAgainstAreaFactor));
  return seen.flatMap(({ unit, found }) => {
    const own = keyMeasure(unit.unit, 'livingArea');
    const { value } = found.quantity;
    if (compare(value, multiply(mostPerArea, own)) <= 0) return [];
    const factor = toShortDecimal(divide(value, multiply(perArea, own)), 1);
    return [finding('UNIT_FAR_ABOVE_AREA_SHARE', [`unit.${unit.unit.id}`], { pot, factor })];
  });
}

/** A single device that counts more than half the house; a house of few devices has such ones by nature. */
function deviceWarnings(pot: Pot, seen: readonly Seen[]): Finding[] {
  const total = sum(seen.map(({ found }) => found.quantity.value));
  const uses = seen.flatMap(({ found }) => [...found.byUser.values()].flatMap((user) => user.inputs));
  const devices = uses.filter((figure) => figure.id.startsWith('device.'));
  if (isZero(total) || devices.length < 4) return [];
  const most = multiply(total, tableFraction(LIMITS.deviceShareOfBuildingPercent));
  return devices
    .filter(({ value }) => compare(value, most) > 0)
    .map(({ id, value }) =>
      finding('SINGLE_DEVICE_DOMINATES', [id.split('.').slice(0, 2).join('.')], {
        pot,
        percent: percentText(divide(value, total)),
      }),
    );
}

/** Screening for pipe heat (Rohrwärme): many who use next to nothing, few who use very much. */
function pipeHeatWarning({ given }: ArrangedCase, seen: readonly Seen[]): Finding[] {
  const { building } = given.property;
  const recorded = building?.recordedHeatShare;
  if (building?.exposedPipesInsulated !== false || recorded === undefined || seen.length < 3) return [];
  const { recordedShareAtMost, deviationAtLeast, lowConsumersAtLeast } = LIMITS.pipeHeat;
  if (compare(exactly(recorded), tableValue(recordedShareAtMost)) > 0) return [];
  const specific = seen.map(({ unit, found }) =>
    toNumber(divide(found.quantity.value, keyMeasure(unit.unit, 'livingArea'))),
  );
  const mean = specific.reduce((total, value) => total + value, 0) / specific.length;
  if (mean === 0) return [];
  const normalised = specific.map((value) => value / mean);
  const variance = normalised.reduce((total, value) => total + (value - 1) ** 2, 0) / normalised.length;
  const low = normalised.filter((value) => value <= LOW_CONSUMER).length / normalised.length;
  const isSuspect = Math.sqrt(variance) >= Number(deviationAtLeast) && low >= Number(lowConsumersAtLeast);
  return isSuspect ? [finding('PIPE_HEAT_SUSPECTED', ['property'], { recordedShare: String(recorded) })] : [];
}

/** Whoever uses at most this part of the mean counts as a low consumer. */
const LOW_CONSUMER = 0.15;

/** Total costs against last year, by the day where the periods differ. */
function totalWarning(
  { given }: ArrangedCase,
  costs: readonly CostLine[],
  stocks: readonly StockLine[],
): Finding[] {
  const before = given.previous?.total;
  if (before === undefined || centsIn(before) === 0) return [];
  const now = sumCents([
    ...costs.map((cost) => cost.inPeriod),
    ...stocks.map((stock) => stock.consumed.amount),
  ]);
  const change = subtract(divide(rational(now), rational(centsIn(before))), ONE);
  return compare(distance(change), tableFraction(LIMITS.changeAgainstLastYearPercent)) > 0
    ? [finding('TOTAL_COST_CHANGED', ['costs'], { percent: percentText(change) })]
    : [];
}

function vacancyWarnings({ units }: ArrangedCase): Finding[] {
  return units.flatMap(({ unit, users }) =>
    users
      .filter((user) => user.kind === 'vacancy')
      .map(({ period: { from, to } }) => finding('VACANCY', [`unit.${unit.id}`], { from, to })),
  );
}

/** What a look at the consumption of the house finds. */
export function consumptionWarnings(
  arranged: ArrangedCase,
  consumption: ConsumptionByPot,
  costs: readonly CostLine[],
  stocks: readonly StockLine[],
): Finding[] {
  const found = [...vacancyWarnings(arranged), ...totalWarning(arranged, costs, stocks)];
  for (const pot of POTS)
    for (const metered of consumption[pot]) {
      const seen = seenUnits(arranged, metered);
      found.push(
        ...seen.flatMap((each) => [...zeroWarning(pot, each), ...changeWarning(pot, each)]),
        ...areaWarnings(pot, seen),
        ...deviceWarnings(pot, seen),
      );
      if (pot === 'heating') found.push(...pipeHeatWarning(arranged, seen));
    }
  return found;
}
