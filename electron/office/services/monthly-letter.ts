/**
 * Gathers the monthly consumption information of one tenancy (§ 6a Abs. 1 and 2 HeizkostenV): the own unit on the own
 * days, through `tenantView`, so that nothing of a neighbour, a predecessor or a successor comes into it.
 */
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { dataStateOf, type DataState } from '#shared/consumption/data-state.ts';
import type { HeatTariff, Medium } from '#shared/consumption/heat-tariff.ts';
import { monthsUntil, previousPeriod, sameLastYear } from '#shared/consumption/reference-periods.ts';
import { tenantView } from '#shared/consumption/tenant-view.ts';
import type { Period } from '#shared/model/period.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { isNegative, type Rational } from '#shared/model/rational.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { Tenancy, TenancyId } from '#shared/model/tenancy.ts';
import { DOCUMENT_TEXT } from '#shared/text/documents/common.ts';
import type { LetterMedium, MonthlyLetter, MonthOfMedium } from '../documents/monthly-letter.ts';
import { findPerson } from '../store/people.ts';
import { findProperty, findUnit } from '../store/properties.ts';
import { findTenancy } from '../store/tenancies.ts';
import { countOf, endsOf, isKnownInKwh, kwhIn, sumIn, timeInPlace, toKwhBy } from './consumption-counts.ts';
import { curvesOf, type MeterCurve } from './consumption-curves.ts';
import { periodsOf } from './consumption-tariff.ts';
import { averageUserOf } from './consumption-yardsticks.ts';
import { letterAddressOf } from './letter-address.ts';
import { letterChartOf, type LetterScope } from './letter-chart.ts';
import { officeDayOf } from './office-day.ts';
import type { OfficeSession } from './office-session.ts';
import { isDemoOffice, readSettings } from './office-settings.ts';
import { setupOf } from './period-setup.ts';
import { senderOf } from './run-documents.ts';
import { goneFailure } from './working-office.ts';

/** Two years, as many as the view shows. */
const MONTHS_TO_CHOOSE = 24;
/** The letter's month, the eleven before it, and the same one a year before. */
const MONTHS_READ = 13;
const MEDIA = ['heating', 'hotWater'] as const satisfies readonly Medium[];
const COUNTED = ['units', 'kWh', 'm3'] as const;

export interface LetterMonth {
  readonly month: Period;
  readonly state: DataState;
}

/** The months a tenant can get a letter of, the newest first: past, wholly his, and with a meter in his rooms. */
export function letterMonthsOf(
  { store, clock }: OfficeSession,
  propertyId: PropertyId,
  tenancy: Tenancy,
): LetterMonth[] {
  const today = officeDayOf(clock());
  const last = tenancy.to !== null && tenancy.to < today ? tenancy.to : today;
  const months = monthsOfTenant(tenancy, monthsUntil(last, MONTHS_TO_CHOOSE)).filter(({ to }) => to < today);
  const own = metersOf(curvesOf(store, propertyId, endsOf(months)), tenancy);
  return months
    .flatMap((month) => {
      const inPlace = own.filter(
        (meter) => meter.medium !== 'hotWaterHeat' && timeInPlace(meter, month) !== null,
      );
      return inPlace.length === 0 ? [] : [{ month, state: stateOf(inPlace, month) }];
    })
    .toReversed();
}

/** Everything the letter of a month says; fails for a month that is not wholly the tenant's or not over. */
export function monthlyLetterOf(
  session: OfficeSession,
  tariffOf: (property: PropertyId) => HeatTariff | null,
  tenancyId: TenancyId,
  month: Period,
): Result<MonthlyLetter, OfficeFailure> {
  const { store, vault, clock } = session;
  const tenancy = findTenancy(store, tenancyId);
  const unit = tenancy && findUnit(store, tenancy.unitId);
  const property = unit && findProperty(store, unit.propertyId);
  const person = tenancy && findPerson(store, vault, tenancy.personId);
  if (!tenancy || !unit || !property || !person) return goneFailure();
  const today = officeDayOf(clock());
  if (monthsOfTenant(tenancy, [month]).length === 0) return fail(NOT_HIS_MONTH);
  if (month.to >= today) return fail(MONTH_NOT_OVER);

  const [previous, lastYear] = [previousPeriod(month), sameLastYear(month)];
  const house = curvesOf(store, property.id, endsOf(monthsUntil(month.to, MONTHS_READ)));
  const scope = { propertyId: property.id, tenancy, month, house };
  const tariff = tariffOf(property.id);
  const [newest] = periodsOf(session, property.id);
  const { averageUser, contacts = [] } = (newest && setupOf(newest).information) ?? {};
  const average = averageUserOf(session, property.id, [unit], month);
  const address = letterAddressOf(person, tenancy.to !== null && tenancy.to < today);
  return succeed({
    office: senderOf(readSettings(store)),
    ...(isDemoOffice(store) && { edition: { mark: DOCUMENT_TEXT.marks.demo } }),
    issuedOn: today,
    documentNumber: `VI-${month.from.slice(0, 7)}-${String(tenancy.id).padStart(4, '0')}`,
    recipient: [person.name, ...(address.length > 0 ? address : property.addressLines)],
    property: [property.name, ...property.addressLines].join('\n'),
    unit: unit.position === '' ? unit.name : `${unit.name}, ${unit.position}`,
    month,
    previous,
    lastYear,
    media: MEDIA.flatMap((medium) => mediumOf(session, tariff, medium, scope)),
    average:
      average === null || !averageUser
        ? null
        : { kwh: average, category: averageUser.category, source: averageUser.source },
    contacts,
  });
}

const NOT_HIS_MONTH: OfficeFailure = {
  code: 'NOT_HIS_MONTH',
  message:
    'In diesem Monat hat der Mieter die Wohnung nicht die ganze Zeit bewohnt. Eine Verbrauchsinformation gibt es nur über ganze eigene Monate.',
};
const MONTH_NOT_OVER: OfficeFailure = {
  code: 'MONTH_NOT_OVER',
  message: 'Dieser Monat ist noch nicht vorbei. Bitte wählen Sie einen früheren.',
};

function monthsOfTenant({ unitId, from, to }: Tenancy, months: readonly Period[]): Period[] {
  const unit = String(unitId);
  return tenantView(
    { unit, from, to },
    months.map((period) => ({ unit, period })),
  ).map(({ period }) => period);
}

function metersOf(house: readonly MeterCurve[], { unitId }: Tenancy): MeterCurve[] {
  return house.filter(({ place }) => place.unitId === unitId);
}

function stateOf(inPlace: readonly MeterCurve[], month: Period): DataState {
  const counted = inPlace.map((meter) => countOf(meter, month));
  return dataStateOf(
    counted.map((count) => (count !== null && isNegative(count.quantity) ? null : count)),
    month.to,
  );
}

/** What a swapped meter took below zero is not known either. */
function notNegative(quantity: Rational | null): Rational | null {
  return quantity === null || isNegative(quantity) ? null : quantity;
}

function mediumOf(
  session: OfficeSession,
  tariff: HeatTariff | null,
  medium: Medium,
  scope: LetterScope,
): LetterMedium[] {
  const { month, tenancy, house } = scope;
  const own = metersOf(house, tenancy).filter((meter) => meter.medium === medium);
  const countedIn = COUNTED.filter((unit) => own.some((meter) => meter.countedIn === unit));
  const isConvertible = countedIn.every((unit) => isKnownInKwh(tariff, medium, unit));
  const valuesIn = (time: Period): MonthOfMedium => {
    const inPlace = own.filter((meter) => timeInPlace(meter, time) !== null);
    const { coverage } = sumIn(inPlace, time);
    return {
      state: stateOf(inPlace, time),
      kwh: isConvertible ? notNegative(kwhIn(inPlace, tariff, medium, time)) : null,
      counted: countedIn.map((unit) =>
        notNegative(
          sumIn(
            inPlace.filter((meter) => meter.countedIn === unit),
            time,
          ).quantity,
        ),
      ),
      read: coverage.covered,
      devices: coverage.total,
      until: coverage.until,
    };
  };
  const ifHis = (time: Period): MonthOfMedium | null =>
    monthsOfTenant(tenancy, [time]).length === 0 ? null : valuesIn(time);
  const now = valuesIn(month);
  if (now.devices === 0) return [];
  return [
    {
      medium,
      countedIn,
      month: now,
      previous: ifHis(previousPeriod(month)),
      lastYear: ifHis(sameLastYear(month)),
      conversion: conversionIn(countedIn, tariff, medium),
      chart: letterChartOf(session, tariff, medium, scope),
    },
  ];
}

function conversionIn(
  countedIn: readonly MeterCurve['countedIn'][],
  tariff: HeatTariff | null,
  medium: Medium,
): LetterMedium['conversion'] {
  const converted = countedIn.find((unit) => unit !== 'kWh');
  if (converted === undefined) return null;
  const { conversion } = toKwhBy(tariff, medium, converted);
  return conversion && { kwhPerUnit: conversion.kwhPerUnit, countedIn: converted, of: conversion.period };
}
