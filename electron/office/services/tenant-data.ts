/** What a tenant's own meters said on his own days, month by month: through `tenantView`, so that nothing else comes. */
import type { TenantPreview } from '#shared/contract/party-views.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { HeatTariff, Medium } from '#shared/consumption/heat-tariff.ts';
import { monthsUntil } from '#shared/consumption/reference-periods.ts';
import { tenantView } from '#shared/consumption/tenant-view.ts';
import type { Period } from '#shared/model/period.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { registerValueToKilowattHours, registerValueToRational } from '#shared/model/reading.ts';
import type { Tenancy } from '#shared/model/tenancy.ts';
import type { Store } from '../store/store.ts';
import { endsOf, knownText, sumIn, timeInPlace, toKwhBy } from './consumption-counts.ts';
import { curvesOf, type CountedUnit, type MeterCurve } from './consumption-curves.ts';

/** Two years: this month, and the same one a year before, for every month of a year. */
const MONTHS = 24;

const MEDIA = [
  ['heating', 'units'],
  ['heating', 'kWh'],
  ['hotWater', 'm3'],
] as const satisfies readonly (readonly [Medium, CountedUnit])[];

export type TenantData = Pick<Readable<TenantPreview>, 'months' | 'readings'>;

/** Everything of a tenancy until a day. */
export function tenantDataOf(
  store: Store,
  propertyId: PropertyId,
  tenancy: Tenancy,
  tariff: HeatTariff | null,
  until: PlainDate,
): TenantData {
  const last = tenancy.to !== null && tenancy.to < until ? tenancy.to : until;
  const months = monthsUntil(last, MONTHS);
  const own = curvesOf(store, propertyId, [...endsOf(months), last]).filter(
    ({ place }) => place.unitId === tenancy.unitId,
  );
  const records = months.flatMap((period) =>
    MEDIA.flatMap(([medium, countedIn]) => {
      const meters = own.filter(
        (meter) =>
          meter.medium === medium && meter.countedIn === countedIn && timeInPlace(meter, period) !== null,
      );
      if (meters.length === 0) return [];
      const { quantity, coverage } = sumIn(meters, period);
      if (coverage.until === null) return [];
      const { kwhOf } = toKwhBy(tariff, medium, countedIn);
      return [
        {
          unit: String(tenancy.unitId),
          period,
          row: {
            month: period,
            until: coverage.until,
            medium,
            countedIn,
            value: knownText(quantity),
            kwh: knownText(kwhOf(quantity)),
          },
        },
      ];
    }),
  );
  const scope = { unit: String(tenancy.unitId), from: tenancy.from, to: tenancy.to };
  return {
    months: tenantView(scope, records)
      .map(({ row }) => row)
      .filter(({ value }) => value !== null)
      .toReversed(),
    readings: own.flatMap((meter) => readingOf(meter, tenancy, { from: tenancy.from, to: last })),
  };
}

/** The last display on the tenant's own days. */
function readingOf(meter: MeterCurve, { unitId }: Tenancy, days: Period): TenantData['readings'] {
  if (timeInPlace(meter, days) === null) return [];
  const records = [...meter.readings.values()].map((reading) => ({
    unit: String(unitId),
    period: { from: reading.day, to: reading.day },
    reading,
  }));
  const last = tenantView({ unit: String(unitId), ...days }, records).at(-1)?.reading;
  const value = last && (registerValueToKilowattHours(last.value) ?? registerValueToRational(last.value));
  return [
    {
      kind: meter.meter.kind,
      serial: meter.meter.serial ?? meter.meter.address.id,
      countedIn: meter.countedIn,
      room: meter.room?.name ?? meter.place.position ?? '',
      reading: knownText(value ?? null),
      readOn: last?.day ?? null,
    },
  ];
}
