/** The figures each user's annex compares: kilowatt-hours, weather-adjusted, and the average user (§ 6a Abs. 3). */
import { lengthInDays } from '../model/period.ts';
import { isZero, toShortDecimal } from '../model/rational.ts';
import type { ArrangedUnit, User } from './arranged-case.ts';
import type { BillDesk } from './bill-desk.ts';
import type { InformationLine, Quantity } from './bill.ts';
import type { ClimateFactor, Information } from './case/information.ts';
import { exactly } from './case/values.ts';
import type { MeteredConsumption } from './consumption.ts';
import { keyFigure } from './distribution-keys.ts';
import { plantEnergy } from './plant-energy.ts';
import type { PeriodCosts } from './period-costs.ts';
import type { Separated } from './separate-plant.ts';
import type { Figure, Trace } from './trace.ts';
import { adjustForWeather, changeInPercent, unitsToKwh } from './weather-adjustment.ts';

/** What the annex is worked out from. */
export interface InformationDesk extends BillDesk {
  readonly costs: PeriodCosts;
  readonly separated: Separated;
  readonly consumption: {
    readonly heating: readonly MeteredConsumption[];
    readonly hotWater: readonly MeteredConsumption[];
  };
  /** 1 − alpha, as a figure. */
  readonly heatingShare: Figure;
}

/** Heat of the house and what its meters counted, to convert one into the other. */
interface HouseHeat {
  readonly kwh: Figure;
  readonly counted: Figure;
}

function quantity(figure: Figure): Quantity {
  return { value: toShortDecimal(figure.value, 3), figure: figure.id };
}

function countedInHouse(trace: Trace, id: string, all: readonly MeteredConsumption[]): Figure | null {
  const quantities = all.flatMap(({ units }) => [...units.values()].map((unit) => unit.quantity));
  const [first] = quantities;
  return first ? trace.derive(id, 'CONSUMPTION_TOGETHER', quantities, first.unit) : null;
}

/** The heat behind the heating of the house: the energy of the plant less the hot water's part, in kWh. */
function heatingHeat(desk: InformationDesk): HouseHeat | null {
  const { trace, separated, arranged, costs } = desk;
  const counted = countedInHouse(trace, 'information.heating.counted', desk.consumption.heating);
  if (!counted || isZero(counted.value)) return null;
  let total = separated.total;
  if (!total) {
    const energy = plantEnergy(trace, costs.energies, arranged.given.property.plant);
    total = 'code' in energy ? null : energy.total;
  }
  if (total?.unit !== 'kWh') return null;
  const kwh = trace.derive('information.heating.heat', 'HEAT_OF_POT', [total, desk.heatingShare], 'kWh');
  return { kwh, counted };
}

function hotWaterHeat(desk: InformationDesk): HouseHeat | null {
  const { trace, separated } = desk;
  const counted = countedInHouse(trace, 'information.hotWater.counted', desk.consumption.hotWater);
  return separated.heat && counted && !isZero(counted.value) ? { kwh: separated.heat, counted } : null;
}

/** A user's consumption of a pot in kWh: metered as such, or converted by the heat of the house. */
function inKwh(
  desk: InformationDesk,
  all: readonly MeteredConsumption[],
  house: HouseHeat | null,
  unit: ArrangedUnit,
  user: User,
  name: string,
): { readonly figure: Figure; readonly converted: boolean } | null {
  for (const { units } of all) {
    const own = units.get(unit.unit.id)?.byUser.get(user.id);
    if (!own) continue;
    if (own.unit === 'kWh') return { figure: own, converted: false };
    if (!house) return null;
    const figure = unitsToKwh(desk.trace, `user.${user.id}.${name}.kwh`, own, house.kwh, house.counted);
    return { figure, converted: true };
  }
  return null;
}

function climateFigure(trace: Trace, id: string, factor: ClimateFactor | undefined): Figure | null {
  if (!factor) return null;
  return (
    trace.figures.get(id) ??
    trace.given(id, 'CLIMATE_FACTOR', exactly(factor.value), 'factor', {
      postcode: factor.postcode,
      from: factor.period.from,
      to: factor.period.to,
      rule: factor.source,
    })
  );
}

/** A normalised user of the same category on the same area, for the user's part of the period. */
function averageUser(
  desk: InformationDesk,
  information: Information,
  unit: ArrangedUnit,
  user: User,
): Figure | null {
  const { trace, time, arranged } = desk;
  const average = information.averageUser;
  if (!average) return null;
  const facts = { rule: `${average.category}, ${average.source}` };
  const given = (name: string, value: number | string): Figure => {
    const id = `information.average.${name}`;
    return trace.figures.get(id) ?? trace.given(id, 'AVERAGE_USER', exactly(value), 'kWh/m2', facts);
  };
  const specific = [
    given('heating', average.heatingKwhPerM2),
    ...(average.hotWaterKwhPerM2 === undefined ? [] : [given('hotWater', average.hotWaterKwhPerM2)]),
  ];
  const together =
    trace.figures.get('information.average') ??
    trace.derive('information.average', 'INFORMATION_TOTAL', specific, 'kWh/m2');
  const area = keyFigure(trace, unit.unit, 'livingArea');
  const id = `user.${user.id}.averageUser`;
  if (lengthInDays(user.period) === lengthInDays(arranged.period))
    return trace.derive(id, 'AVERAGE_USER_KWH', [together, area], 'kWh');
  const inputs = [together, area, time.measure('days', user.period), time.measure('days', arranged.period)];
  return trace.derive(id, 'AVERAGE_USER_PART', inputs, 'kWh');
}

function lineOf(
  desk: InformationDesk,
  information: Information,
  houses: { readonly heating: HouseHeat | null; readonly hotWater: HouseHeat | null },
  unit: ArrangedUnit,
  user: User,
): InformationLine | null {
  const { trace, consumption } = desk;
  const heating = inKwh(desk, consumption.heating, houses.heating, unit, user, 'heating');
  if (!heating) return null;
  const hotWater = inKwh(desk, consumption.hotWater, houses.hotWater, unit, user, 'hotWater');
  const id = `user.${user.id}.information`;
  const factor = climateFigure(trace, 'information.climateFactor', information.climateFactor);
  const before = climateFigure(trace, 'information.previousClimateFactor', information.previousClimateFactor);
  const adjusted = factor && adjustForWeather(trace, `${id}.adjusted`, heating.figure, factor);
  const previousKwh = user.tenancy?.previous?.heatingKwh;
  const previous =
    before && previousKwh !== undefined
      ? adjustForWeather(
          trace,
          `${id}.previousAdjusted`,
          trace.given(`${id}.previous`, 'PREVIOUS_CONSUMPTION', exactly(previousKwh), 'kWh'),
          before,
        )
      : null;
  const change =
    adjusted && previous && !isZero(previous.value)
      ? changeInPercent(trace, `${id}.change`, adjusted, previous)
      : null;
  const average = averageUser(desk, information, unit, user);
  return {
    heatingKwh: quantity(heating.figure),
    hotWaterKwh: hotWater && quantity(hotWater.figure),
    converted: heating.converted,
    adjustedKwh: adjusted && quantity(adjusted),
    previousAdjustedKwh: previous && quantity(previous),
    changePercent: change && quantity(change),
    averageUserKwh: average && quantity(average),
  };
}

/** The annex of every tenant by user id; empty when the case brings no facts of § 6a. */
export function informationOfUsers(desk: InformationDesk): ReadonlyMap<string, InformationLine> {
  const lines = new Map<string, InformationLine>();
  const { information } = desk.arranged.given;
  if (!information) return lines;
  const houses = { heating: heatingHeat(desk), hotWater: hotWaterHeat(desk) };
  for (const unit of desk.arranged.units)
    for (const user of unit.users) {
      const line = user.kind === 'tenancy' ? lineOf(desk, information, houses, unit, user) : null;
      if (line) lines.set(user.id, line);
    }
  return lines;
}
