/** Asks `landlordView` for each medium of a property, with everything the landlord already has. */
import type { LandlordPreview } from '#shared/contract/party-views.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { HeatTariff, Medium } from '#shared/consumption/heat-tariff.ts';
import { landlordView, type GivenSum, type LandlordSum } from '#shared/consumption/landlord-view.ts';
import { decimalTextToRational } from '#shared/model/decimal-text.ts';
import type { Period } from '#shared/model/period.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Unit, UnitId } from '#shared/model/unit.ts';
import { listUnits } from '../store/properties.ts';
import { releasedSumsOf, type ReleasedSum } from '../store/released-sums.ts';
import { tenanciesOfProperty } from '../store/tenancies.ts';
import { endsOf, knownText, quantityText, sumIn, timeInPlace, toKwhBy } from './consumption-counts.ts';
import { curvesOf, type CountedUnit, type MeterCurve } from './consumption-curves.ts';
import { officeDayOf } from './office-day.ts';
import type { OfficeSession } from './office-session.ts';

export interface LandlordQuestion {
  readonly propertyId: PropertyId;
  readonly period: Period;
  readonly chosen: readonly UnitId[] | null;
}

/** What is summed, and the answer. */
export interface SumOfMedium {
  readonly medium: Medium;
  readonly countedIn: CountedUnit;
  readonly answer: LandlordSum | { readonly state: 'refused'; readonly because: 'notOver' };
}

const MEDIA = [
  ['heating', 'units'],
  ['heating', 'kWh'],
  ['hotWater', 'm3'],
] as const satisfies readonly (readonly [Medium, CountedUnit])[];

/** Names a medium and its unit among the released sums. */
export function releaseKey(medium: Medium, countedIn: CountedUnit): string {
  return `${medium}.${countedIn}`;
}

export function landlordSums(
  session: OfficeSession,
  { propertyId, period, chosen }: LandlordQuestion,
): SumOfMedium[] {
  const { store, clock } = session;
  const units = listUnits(store, propertyId);
  const lived = new Set(tenanciesOfProperty(store, propertyId, period).map(({ unitId }) => unitId));
  const meters = curvesOf(store, propertyId, endsOf([period])).filter(
    (meter) => timeInPlace(meter, period) !== null,
  );
  const released = releasedSumsOf(store, propertyId);
  return MEDIA.flatMap(([medium, countedIn]): SumOfMedium[] => {
    const own = meters.filter((meter) => meter.medium === medium && meter.countedIn === countedIn);
    if (own.length === 0) return [];
    // A month that still runs would be released twice with different days.
    if (period.to >= officeDayOf(clock()))
      return [{ medium, countedIn, answer: { state: 'refused', because: 'notOver' } as const }];
    const answer = landlordView({
      building: units.map((unit) => ({
        unit: String(unit.id),
        quantity: wholeUse(own, unit, period),
        isVacant: !lived.has(unit.id),
      })),
      chosen: chosen && chosen.map(String),
      period,
      given: released.filter((one) => one.medium === releaseKey(medium, countedIn)).map(givenOf),
    });
    return [{ medium, countedIn, answer }];
  });
}

/** A unit counts only when all its meters are known to the last day: half a unit would change later. */
function wholeUse(meters: readonly MeterCurve[], unit: Unit, period: Period) {
  const { quantity, coverage } = sumIn(
    meters.filter(({ place }) => place.unitId === unit.id),
    period,
  );
  const isWhole = coverage.total > 0 && coverage.covered === coverage.total && coverage.until === period.to;
  return isWhole ? quantity : null;
}

function givenOf({ unitIds, from, to, quantity }: ReleasedSum): GivenSum {
  return { units: unitIds.map(String), period: { from, to }, quantity: decimalTextToRational(quantity) };
}

/** The sums as the window shows them, kilowatt-hours beside them where a bill tells how. */
export function shownSums(
  sums: readonly SumOfMedium[],
  tariff: HeatTariff | null,
): Readable<LandlordPreview>['sums'] {
  return sums.map(({ medium, countedIn, answer }) => ({
    medium,
    countedIn,
    result:
      answer.state === 'refused'
        ? answer
        : {
            state: 'shown',
            quantity: quantityText(answer.quantity),
            kwh: knownText(toKwhBy(tariff, medium, countedIn).kwhOf(answer.quantity)),
            unitCount: answer.units.length,
            wasGiven: answer.wasGiven,
          },
  }));
}
