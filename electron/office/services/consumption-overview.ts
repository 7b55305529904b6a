/** What a property or a unit used in a period, compared, by room, and the readings behind it. */
import type {
  ConsumptionOfMedium,
  ConsumptionScope,
  CostEstimate,
  DataStatus,
  MeterLine,
} from '#shared/contract/consumption.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { UsedOfMedium } from '#shared/consumption/cost-estimate.ts';
import { isComplete, sumOf } from '#shared/consumption/coverage.ts';
import type { HeatTariff, Medium } from '#shared/consumption/heat-tariff.ts';
import { cutLike, previousPeriod, sameLastYear } from '#shared/consumption/reference-periods.ts';
import type { Period } from '#shared/model/period.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Rational } from '#shared/model/rational.ts';
import { registerValueToKilowattHours, registerValueToRational } from '#shared/model/reading.ts';
import { listUnits } from '../store/properties.ts';
import { newestRegisters, type RegisterDay } from '../store/register-days.ts';
import {
  countInTurns,
  countOf,
  endsOf,
  knownText,
  quantityText,
  sumIn,
  timeInPlace,
  toKwhBy,
} from './consumption-counts.ts';
import { curvesInTurns, type CountedUnit, type MeterCurve } from './consumption-curves.ts';
import { averageUserOf, estimateOfUnit } from './consumption-yardsticks.ts';
import type { OfficeSession } from './office-session.ts';
import { readLastPull } from './office-settings.ts';
import type { Turn } from './turn.ts';

interface Overview {
  readonly status: Readable<DataStatus>;
  readonly media: readonly Readable<ConsumptionOfMedium>[];
  readonly meters: readonly Readable<MeterLine>[];
  readonly estimate: Readable<CostEstimate> | null;
}

const MEDIA = ['heating', 'hotWater'] as const satisfies readonly Medium[];
const COUNTED = ['units', 'kWh', 'm3'] as const satisfies readonly CountedUnit[];

export async function consumptionOverview(
  session: OfficeSession,
  tariff: HeatTariff | null,
  { propertyId, unitId, period }: ConsumptionScope,
  turn: Turn,
): Promise<Overview> {
  const { store } = session;
  const newest = newestRegisters(store, propertyId);
  const newestDay = newestDayOf(newest);
  const until = newestDay === null || newestDay > period.to ? period.to : newestDay;
  const previous = cutLike(previousPeriod(period), period, until);
  const lastYear = cutLike(sameLastYear(period), period, until);
  const days = [...endsOf([period, previous, lastYear]), until];
  const house = await curvesInTurns(store, propertyId, days, turn);
  const inScope = house.filter((meter) => unitId === null || meter.place.unitId === unitId);
  await countInTurns(inScope, [period, previous, lastYear], turn);
  const present = inScope.filter((meter) => timeInPlace(meter, period) !== null);
  const units = listUnits(store, propertyId).filter(({ id }) => unitId === null || id === unitId);
  const average = averageUserOf(session, propertyId, units, period);
  const media = MEDIA.flatMap((medium) =>
    COUNTED.flatMap((countedIn) => {
      const isOwn = (meter: MeterCurve): boolean => meter.medium === medium && meter.countedIn === countedIn;
      const own = present.filter(isOwn);
      if (own.length === 0) return [];
      const asked = { medium, countedIn, period, previous, lastYear, average };
      return [mediumOf(own, inScope.filter(isOwn), tariff, asked)];
    }),
  );
  const [unit] = units;
  return {
    status: statusOf(session, newest),
    media: media.map(({ view }) => view),
    meters: present.map((meter) => meterLineOf(meter, period)),
    estimate:
      unitId === null || !unit
        ? null
        : estimateOfUnit(
            tariff,
            media.map(({ used }) => used),
            unit,
            { from: period.from, to: until < period.from ? period.from : until },
          ),
  };
}

function newestDayOf(newest: readonly RegisterDay[]): PlainDate | null {
  return newest.reduce<PlainDate | null>((last, { day }) => (last === null || day > last ? day : last), null);
}

/** How fresh the values of a property are. */
export function statusOf({ store }: OfficeSession, newest: readonly RegisterDay[]): Readable<DataStatus> {
  return {
    newestDay: newestDayOf(newest),
    measuredAt: newestInstant(newest),
    lastPullAt: readLastPull(store)?.endedAt ?? null,
  };
}

function newestInstant(newest: readonly RegisterDay[]): string | null {
  const last = newest.reduce((latest, { receivedAtMs }) => Math.max(latest, receivedAtMs ?? 0), 0);
  return last === 0 ? null : new Date(last).toISOString();
}

interface Asked {
  readonly medium: Medium;
  readonly countedIn: CountedUnit;
  readonly period: Period;
  readonly previous: Period;
  readonly lastYear: Period;
  readonly average: Rational | null;
}

function mediumOf(
  own: readonly MeterCurve[],
  everSince: readonly MeterCurve[],
  tariff: HeatTariff | null,
  { medium, countedIn, period, previous, lastYear, average }: Asked,
): { readonly view: Readable<ConsumptionOfMedium>; readonly used: UsedOfMedium } {
  const { conversion, kwhOf } = toKwhBy(tariff, medium, countedIn);
  const { quantity, coverage } = sumIn(own, period);
  const compared = (kind: 'previous' | 'lastYear', time: Period) => {
    const then = sumIn(everSince, time);
    // Half a house is nothing to compare a whole one with.
    const value = isComplete(then.coverage) ? then.quantity : null;
    return { kind, period: time, value: knownText(value), kwh: knownText(kwhOf(value)) };
  };
  const view: Readable<ConsumptionOfMedium> = {
    medium,
    countedIn,
    coverage,
    value: knownText(quantity),
    kwh: knownText(kwhOf(quantity)),
    conversion: conversion && {
      kwhPerUnit: quantityText(conversion.kwhPerUnit),
      heatKwh: quantityText(conversion.heatKwh),
      counted: quantityText(conversion.counted),
      period: conversion.period,
      isFinal: conversion.isFinal,
    },
    references: [
      compared('previous', previous),
      compared('lastYear', lastYear),
      {
        kind: 'average',
        period,
        value: null,
        kwh: medium === 'heating' ? knownText(average) : null,
      },
    ],
    lines: linesOf(own, period, kwhOf),
  };
  return { view, used: { medium, countedIn, quantity, coverage } };
}

function linesOf(
  meters: readonly MeterCurve[],
  period: Period,
  kwhOf: (quantity: Rational | null) => Rational | null,
): Readable<ConsumptionOfMedium>['lines'] {
  const byRoom = Map.groupBy(meters, ({ place }) => `${place.unitId ?? ''}.${place.roomId ?? ''}`);
  return [...byRoom].map(([id, own]) => {
    const [first] = own;
    const { quantity, coverage } = sumOf(own.map((meter) => countOf(meter, period)));
    return {
      id,
      unitId: first?.unit?.id ?? null,
      unitName: first?.unit?.name ?? '',
      room: first?.room?.name ?? '',
      coverage,
      value: knownText(quantity),
      kwh: knownText(kwhOf(quantity)),
    };
  });
}

/** The register as the meter shows it, at the end of the period or at its last telegram before. */
function meterLineOf(meter: MeterCurve, period: Period): Readable<MeterLine> {
  const { place, unit, room, countedIn, readings } = meter;
  const shown = [...readings.values()].findLast(({ day }) => day <= period.to);
  const receivedAtMs = shown?.receivedAtMs ?? null;
  const reading =
    shown && (registerValueToKilowattHours(shown.value) ?? registerValueToRational(shown.value));
  return {
    meterId: meter.meter.id,
    kind: meter.meter.kind,
    serial: meter.meter.serial ?? meter.meter.address.id,
    unitName: unit?.name ?? '',
    room: room?.name ?? place.position ?? '',
    countedIn,
    reading: knownText(reading ?? null),
    readOn: shown?.day ?? null,
    receivedAt: receivedAtMs === null ? null : new Date(receivedAtMs).toISOString(),
    used: knownText(countOf(meter, period)?.quantity ?? null),
  };
}
