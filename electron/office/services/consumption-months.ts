/** Twelve months of a property or a unit, each by what it consists of, with the year before. */
import type { ConsumptionMedium, ConsumptionMonths, ConsumptionScope } from '#shared/contract/consumption.ts';
import type { Readable } from '#shared/contract/handler.ts';
import { exactly } from '#shared/billing/case/values.ts';
import { shareOf, shareTotal, type ShareRule } from '#shared/consumption/base-share.ts';
import { isComplete, type CoveredSum } from '#shared/consumption/coverage.ts';
import { groupParts } from '#shared/consumption/group-parts.ts';
import type { HeatTariff } from '#shared/consumption/heat-tariff.ts';
import { monthsUntil, sameLastYear } from '#shared/consumption/reference-periods.ts';
import { decimalTextToRational } from '#shared/model/decimal-text.ts';
import type { Period } from '#shared/model/period.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { multiply, divide, rational, sum, toNumber, ZERO, type Rational } from '#shared/model/rational.ts';
import type { Unit } from '#shared/model/unit.ts';
import { listUnits } from '../store/properties.ts';
import { countInTurns, endsOf, isKnownInKwh, kwhIn, knownText, sumIn } from './consumption-counts.ts';
import { curvesInTurns, curvesOf, type CountedUnit, type MeterCurve } from './consumption-curves.ts';
import { periodsOf as billingPeriodsOf } from './consumption-tariff.ts';
import type { OfficeSession } from './office-session.ts';
import { setupOf } from './period-setup.ts';
import type { Turn } from './turn.ts';

const MONTHS = 12;
/** Eight series with the base share among them. */
const MOST_PARTS = 7;

/** How a medium's cost is spread, as the newest billing period chose; null where it cannot be said in areas. */
interface Rule extends ShareRule {
  readonly areaOf: (unit: Unit) => Rational;
}

interface Part {
  readonly id: string;
  readonly label: string;
  readonly values: readonly (Rational | null)[];
}

type MonthsScope = ConsumptionScope & { readonly medium: ConsumptionMedium };

/** Null when the scope has no meters of the medium. */
export function consumptionMonths(
  session: OfficeSession,
  tariff: HeatTariff | null,
  scope: MonthsScope,
): Readable<ConsumptionMonths> | null {
  return monthsFrom(session, tariff, scope, curvesOf(session.store, scope.propertyId, daysOf(scope)));
}

/** As `consumptionMonths`, for whoever answers the window: a house of thousands of meters takes many turns. */
export async function monthsInTurns(
  session: OfficeSession,
  tariff: HeatTariff | null,
  scope: MonthsScope,
  turn: Turn,
): Promise<Readable<ConsumptionMonths> | null> {
  const curves = await curvesInTurns(session.store, scope.propertyId, daysOf(scope), turn);
  await countInTurns(curves, periodsOf(scope).flat(), turn);
  return monthsFrom(session, tariff, scope, curves);
}

/** The months shown, and the same ones a year before. */
function periodsOf({ period }: MonthsScope): [months: Period[], before: Period[]] {
  const months = monthsUntil(period.to, MONTHS);
  return [months, months.map(sameLastYear)];
}

function daysOf(scope: MonthsScope): PlainDate[] {
  return endsOf(periodsOf(scope).flat());
}

function monthsFrom(
  session: OfficeSession,
  tariff: HeatTariff | null,
  scope: MonthsScope,
  curves: readonly MeterCurve[],
): Readable<ConsumptionMonths> | null {
  const { store } = session;
  const { propertyId, unitId, medium } = scope;
  const [months, before] = periodsOf(scope);
  const house = curves.filter((meter) => meter.medium === medium);
  const own = house.filter((meter) => unitId === null || meter.place.unitId === unitId);
  const scale = scaleOf(house, tariff, medium);
  if (own.length === 0 || scale === null) return null;

  const units = listUnits(store, propertyId);
  const unit = units.find(({ id }) => id === unitId);
  const rule = ruleOf(session, propertyId, medium);
  const areaOf = (chosen: readonly Unit[]): Rational => sum(chosen.map((one) => rule?.areaOf(one) ?? ZERO));
  const sumOfScope = onceAPeriod((time) => scale.sum(own, time));
  const sumOfHouse = unitId === null ? sumOfScope : onceAPeriod((time) => scale.sum(house, time));
  const areaOfHouse = areaOf(units);
  const shareIn = (time: Period) => {
    const [ofScope, ofHouse] = [sumOfScope(time), sumOfHouse(time)];
    if (ofScope.quantity === null || ofHouse.quantity === null) return null;
    if (rule === null) return { base: ZERO, consumption: ofScope.quantity };
    const part = { consumption: ofScope.quantity, area: unit ? areaOf([unit]) : areaOfHouse };
    return shareOf(rule, part, { consumption: ofHouse.quantity, area: areaOfHouse });
  };
  const shares = months.map(shareIn);
  const byConsumption = rule === null ? rational(1n) : divide(rule.consumptionPercent, rational(100n));
  const { shown, others } = groupParts(
    partsOf(own, unitId !== null, (meters) =>
      months.map((month) => {
        const { quantity } = scale.sum(meters, month);
        return quantity && multiply(quantity, byConsumption);
      }),
    ),
    ({ values }) => values.reduce((total, value) => total + (value === null ? 0 : toNumber(value)), 0),
    MOST_PARTS,
  );
  return {
    medium,
    shownIn: scale.shownIn,
    isDerived: scale.isDerived,
    consumptionPercent: rule === null ? null : toNumber(rule.consumptionPercent),
    months: months.map((month) => ({ month, isComplete: isWhole(sumOfScope(month), month) })),
    series: [
      ...(rule === null
        ? []
        : [
            {
              id: 'base',
              kind: 'base' as const,
              label: '',
              values: shares.map((share) => share?.base ?? null),
            },
          ]),
      ...shown.map((part) => ({ ...part, kind: 'part' as const })),
      ...(others.length === 0
        ? []
        : [{ id: 'others', kind: 'others' as const, label: '', values: addUp(others) }]),
    ].map(({ values, ...series }) => ({ ...series, values: values.map(knownText) })),
    groupedParts: others.length,
    lastYear: before.map((time) => {
      const share = isWhole(sumOfScope(time), time) ? shareIn(time) : null;
      return knownText(share && shareTotal(share));
    }),
  };
}

/** Thousands of meters are added up once for each month. */
function onceAPeriod(work: (time: Period) => CoveredSum): (time: Period) => CoveredSum {
  const known = new Map<string, CoveredSum>();
  return (time) => {
    const before = known.get(time.from);
    if (before) return before;
    const sums = work(time);
    known.set(time.from, sums);
    return sums;
  };
}

function isWhole({ coverage }: CoveredSum, { to }: Period): boolean {
  return isComplete(coverage) && coverage.until === to;
}

function partsOf(
  meters: readonly MeterCurve[],
  isByRoom: boolean,
  valuesOf: (meters: readonly MeterCurve[]) => Part['values'],
): Part[] {
  const parts = Map.groupBy(meters, ({ place }) => String((isByRoom ? place.roomId : place.unitId) ?? ''));
  return [...parts].map(([id, own]) => {
    const [first] = own;
    const label = (isByRoom ? first?.room?.name : first?.unit?.name) ?? '';
    return { id: `part.${id}`, label, values: valuesOf(own) };
  });
}

function addUp(parts: readonly Part[]): (Rational | null)[] {
  return Array.from({ length: MONTHS }, (_, month) => {
    const known = parts.flatMap(({ values }) => values[month] ?? []);
    return known.length === 0 ? null : sum(known);
  });
}

interface Scale {
  readonly shownIn: CountedUnit;
  readonly isDerived: boolean;
  readonly sum: (meters: readonly MeterCurve[], time: Period) => CoveredSum;
}

/** In what a medium can be added up: kilowatt-hours if all its meters allow, else what all of them count alike. */
function scaleOf(
  meters: readonly MeterCurve[],
  tariff: HeatTariff | null,
  medium: ConsumptionMedium,
): Scale | null {
  const units = [...new Set(meters.map(({ countedIn }) => countedIn))];
  const [only] = units;
  if (only === undefined) return null;
  const isConvertible = units.every((unit) => isKnownInKwh(tariff, medium, unit));
  if (!isConvertible) return units.length > 1 ? null : { shownIn: only, isDerived: false, sum: sumIn };
  return {
    shownIn: 'kWh',
    isDerived: units.some((unit) => unit !== 'kWh'),
    sum: (chosen, time) => ({ ...sumIn(chosen, time), quantity: kwhIn(chosen, tariff, medium, time) }),
  };
}

function ruleOf(session: OfficeSession, propertyId: PropertyId, medium: ConsumptionMedium): Rule | null {
  const [newest] = billingPeriodsOf(session, propertyId);
  const rules = newest && setupOf(newest).rules;
  if (medium === 'hotWater')
    return rules?.hotWater
      ? {
          consumptionPercent: exactly(rules.hotWater.consumptionPercent),
          areaOf: ({ livingAreaM2 }) => decimalTextToRational(livingAreaM2),
        }
      : null;
  const heating = rules?.heating;
  if (!heating || heating.baseKey === 'volume' || heating.baseKey === 'heatedVolume') return null;
  const isHeated = heating.baseKey === 'heatedArea';
  return {
    consumptionPercent: exactly(heating.consumptionPercent),
    areaOf: (unit) => decimalTextToRational(isHeated ? unit.heatedAreaM2 : unit.livingAreaM2),
  };
}
