/** The chart of a monthly letter: the months of the window's chart that are the tenant's, and no neighbour in them. */
import type { ConsumptionMonths } from '#shared/contract/consumption.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { HeatTariff, Medium } from '#shared/consumption/heat-tariff.ts';
import { hidesNeighbours } from '#shared/consumption/hides-neighbours.ts';
import { tenantView } from '#shared/consumption/tenant-view.ts';
import { decimalTextToRational, type DecimalText } from '#shared/model/decimal-text.ts';
import type { Period } from '#shared/model/period.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { divide, rational, sum, type Rational } from '#shared/model/rational.ts';
import type { Tenancy } from '#shared/model/tenancy.ts';
import type { LetterChart } from '../documents/monthly-letter.ts';
import { listUnits } from '../store/properties.ts';
import { tenanciesOfProperty } from '../store/tenancies.ts';
import { sumIn } from './consumption-counts.ts';
import type { MeterCurve } from './consumption-curves.ts';
import { consumptionMonths } from './consumption-months.ts';
import type { OfficeSession } from './office-session.ts';

export interface LetterScope {
  readonly propertyId: PropertyId;
  readonly tenancy: Tenancy;
  readonly month: Period;
  /** The meters of the whole house around the months of the chart. */
  readonly house: readonly MeterCurve[];
}

type Months = Readable<ConsumptionMonths>;
type Values = readonly (Rational | null)[];

/** Up to twelve months that end with the letter's; null where nothing of them is known. */
export function letterChartOf(
  session: OfficeSession,
  tariff: HeatTariff | null,
  medium: Medium,
  scope: LetterScope,
): LetterChart | null {
  const { tenancy, propertyId, month } = scope;
  const unitId = tenancy.unitId;
  const all = consumptionMonths(session, tariff, { propertyId, unitId, period: month, medium });
  if (all === null) return null;
  const records = all.months.map((one, index) => ({ unit: String(unitId), period: one.month, index }));
  const own = tenantView({ unit: String(unitId), from: tenancy.from, to: tenancy.to }, records);
  const valuesOf = ({ values }: Months['series'][number]): Values =>
    own.map(({ index }) => rationalOf(values[index] ?? null));
  const base = all.series.find(({ kind }) => kind === 'base');
  const isBaseHidden =
    base !== undefined && !own.every(({ period }) => mayTellHouse(session, medium, scope, period));
  const parts = all.series
    .filter(({ kind }) => kind !== 'base')
    .map((one) => ({ ...one, own: valuesOf(one) }));
  // Beside a base share the parts are what is distributed by consumption; without one they are all of it.
  const scale = isBaseHidden ? rational(all.consumptionPercent ?? 100, 100) : rational(1);
  const rooms = roomsOf(parts, all.groupedParts > 0).map(({ values, ...room }) => ({
    ...room,
    values: values.map((value) => value && divide(value, scale)),
  }));
  if (!rooms.some(({ values }) => values.some((value) => value !== null))) return null;
  return {
    shownIn: all.shownIn,
    months: own.map(({ period }) => period),
    series: [
      ...(base === undefined || isBaseHidden
        ? []
        : [{ id: 'base', kind: 'base' as const, name: '', values: valuesOf(base) }]),
      ...rooms,
    ],
    consumptionPercent: all.consumptionPercent,
    isBaseHidden,
  };
}

function rationalOf(value: DecimalText | null): Rational | null {
  return value === null ? null : decimalTextToRational(value);
}

/**
 * The rooms by name, or all of them as one where the window's chart groups the smallest: which are the smallest, and in
 * which order they stand, the months of a predecessor decide with.
 */
function roomsOf(
  parts: readonly { readonly id: string; readonly label: string; readonly own: Values }[],
  areGrouped: boolean,
): LetterChart['series'] {
  if (!areGrouped)
    return parts
      .map(({ id, label, own }) => ({ id, kind: 'room' as const, name: label, values: own }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de') || (a.id < b.id ? -1 : 1));
  const [first] = parts;
  const months = first?.own.length ?? 0;
  const values = Array.from({ length: months }, (_, month) => {
    const known = parts.flatMap(({ own }) => own[month] ?? []);
    return known.length === 0 ? null : sum(known);
  });
  return [{ id: 'rooms', kind: 'rooms', name: '', values }];
}

/** The base share is a part of the house's sum, which the tenant could turn back into it. */
function mayTellHouse(
  { store }: OfficeSession,
  medium: Medium,
  { propertyId, tenancy, house }: LetterScope,
  month: Period,
): boolean {
  const lived = new Set(tenanciesOfProperty(store, propertyId, month).map(({ unitId }) => unitId));
  const byUnit = Map.groupBy(
    house.filter((meter) => meter.medium === medium),
    ({ place }) => place.unitId,
  );
  const others = listUnits(store, propertyId).filter(({ id }) => id !== tenancy.unitId);
  return hidesNeighbours(
    others.map(({ id }) => ({
      isLet: lived.has(id),
      isKnown: sumIn(byUnit.get(id) ?? [], month).quantity !== null,
    })),
  );
}
