/** Where the energy of a property or a unit went in a period. */
import type { ConsumptionScope, EnergyFlows } from '#shared/contract/consumption.ts';
import type { Readable } from '#shared/contract/handler.ts';
import { energyFlowsOf, type UnitHeat } from '#shared/consumption/energy-flows.ts';
import { groupParts } from '#shared/consumption/group-parts.ts';
import type { HeatTariff, Medium } from '#shared/consumption/heat-tariff.ts';
import type { Period } from '#shared/model/period.ts';
import { isNegative, isZero, sum, toNumber } from '#shared/model/rational.ts';
import {
  countInTurns,
  countOf,
  endsOf,
  isKnownInKwh,
  kwhIn,
  quantityText,
  sumIn,
  timeInPlace,
} from './consumption-counts.ts';
import { curvesInTurns, type MeterCurve } from './consumption-curves.ts';
import type { OfficeSession } from './office-session.ts';
import type { Turn } from './turn.ts';

const MOST_LEAVES = 8;

/** Null when nothing in the scope can be told in kilowatt-hours. `billed` is the bill of exactly this period. */
export async function consumptionFlows(
  session: OfficeSession,
  tariff: HeatTariff | null,
  billed: HeatTariff | null,
  { propertyId, unitId, period }: ConsumptionScope,
  turn: Turn,
): Promise<Readable<EnergyFlows> | null> {
  const house = await curvesInTurns(session.store, propertyId, endsOf([period]), turn);
  const meters = house.filter((meter) => unitId === null || meter.place.unitId === unitId);
  await countInTurns(meters, [period], turn);
  const names: Record<string, string> = {};
  const leavesOf = (medium: Medium): UnitHeat[] =>
    leaves(
      meters.filter((meter) => meter.medium === medium),
      unitId !== null,
      tariff,
      medium,
      period,
      names,
    );
  const [heating, hotWater] = [leavesOf('heating'), leavesOf('hotWater')];
  const measured = sumIn(
    meters.filter((meter) => meter.medium === 'hotWaterHeat'),
    period,
  ).quantity;
  const fuelKwh = unitId === null ? (billed?.totalKwh ?? null) : null;
  const hotWaterKwh = measured !== null && !isNegative(measured) ? measured : null;
  const { flows, total } = energyFlowsOf({
    fuelKwh,
    hotWaterKwh,
    heating,
    hotWater,
    isHotWaterTold: isTold(meters, tariff, period),
  });
  if (isZero(total)) return null;
  return {
    names,
    flows: flows.map(({ from, to, kwh }) => ({ from, to, kwh: quantityText(kwh) })),
    totalKwh: quantityText(total),
    isFuelKnown: fuelKwh !== null,
    isDerived: meters.some(
      ({ medium, countedIn }) =>
        medium !== 'hotWaterHeat' && countedIn !== 'kWh' && isKnownInKwh(tariff, medium, countedIn),
    ),
  };
}

/** Whether the hot water of all units is known in kilowatt-hours: only then the rest stayed in pipes and storage. */
function isTold(meters: readonly MeterCurve[], tariff: HeatTariff | null, period: Period): boolean {
  const hanging = meters.filter(
    (meter) => meter.medium === 'hotWater' && timeInPlace(meter, period) !== null,
  );
  return (
    hanging.length > 0 &&
    hanging.every(
      (meter) => isKnownInKwh(tariff, 'hotWater', meter.countedIn) && countOf(meter, period) !== null,
    )
  );
}

function leaves(
  meters: readonly MeterCurve[],
  isByRoom: boolean,
  tariff: HeatTariff | null,
  medium: Medium,
  period: Period,
  names: Record<string, string>,
): UnitHeat[] {
  const parts = Map.groupBy(meters, ({ place }) => String((isByRoom ? place.roomId : place.unitId) ?? ''));
  const known = [...parts].flatMap(([id, own]) => {
    const kwh = kwhIn(own, tariff, medium, period);
    const [first] = own;
    const name = (isByRoom ? first?.room?.name : first?.unit?.name) ?? '';
    return kwh === null || isNegative(kwh) ? [] : [{ unit: id, name, kwh }];
  });
  const { shown, others } = groupParts(known, ({ kwh }) => toNumber(kwh), MOST_LEAVES);
  for (const { unit, name } of shown) names[`${medium}:${unit}`] = name;
  return [
    ...shown.map(({ unit, kwh }) => ({ unit, kwh })),
    ...(others.length === 0 ? [] : [{ unit: 'others', kwh: sum(others.map(({ kwh }) => kwh)) }]),
  ];
}
