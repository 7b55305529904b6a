/** Every meter of a property in its place, with the course of its register around the days a question is about. */
import type { CurvePoint, RegisterCurve, Run } from '#shared/consumption/register-curve.ts';
import { runsOf } from '#shared/consumption/register-curve.ts';
import { decimalTextToRational } from '#shared/model/decimal-text.ts';
import type { Installation, Meter, MeterId, MeterKind } from '#shared/model/meter.ts';
import { yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { multiply, type Rational } from '#shared/model/rational.ts';
import { registerValueToKilowattHours, registerValueToRational } from '#shared/model/reading.ts';
import type { Room, RoomId, Unit, UnitId } from '#shared/model/unit.ts';
import { installationsOfProperty, listMeters } from '../store/meters.ts';
import { listRooms, listUnits } from '../store/properties.ts';
import { registersAround, type RegisterDay } from '../store/register-days.ts';
import type { Store } from '../store/store.ts';
import type { Turn } from './turn.ts';
import { inChunks } from './work-in-parallel.ts';

/** What is counted: allocator units, kilowatt-hours, cubic metres. */
export type CountedUnit = 'units' | 'kWh' | 'm3';

/** What a meter's count is about; the heat of the hot water belongs to the house and to no unit. */
export type MeterMedium = 'heating' | 'hotWater' | 'hotWaterHeat';

export interface MeterCurve {
  readonly meter: Meter;
  readonly place: Installation;
  readonly unit: Unit | null;
  readonly room: Room | null;
  readonly medium: MeterMedium;
  readonly countedIn: CountedUnit;
  /** In `countedIn`, the factor of an allocator applied. */
  readonly curve: RegisterCurve;
  readonly runs: readonly Run[];
  /** The reading behind each point, by its day. */
  readonly readings: ReadonlyMap<PlainDate, RegisterDay>;
}

const MEDIA: Readonly<Record<MeterKind, MeterMedium>> = {
  allocator: 'heating',
  heatMeter: 'heating',
  warmWaterMeter: 'hotWater',
  hotWaterHeatMeter: 'hotWaterHeat',
};
const COUNTED_IN: Readonly<Record<MeterKind, CountedUnit>> = {
  allocator: 'units',
  heatMeter: 'kWh',
  warmWaterMeter: 'm3',
  hotWaterHeatMeter: 'kWh',
};

/** A value the meter froze for a day is better evidence than one that happened to be sent on it. */
const RANK = { dueDate: 0, month: 1, current: 2 } as const;

/** The meters of a property, past ones included, with what they said around `days`. */
export function curvesOf(store: Store, propertyId: PropertyId, days: readonly PlainDate[]): MeterCurve[] {
  const house = new House(store, propertyId, days);
  return house.curvesOf(house.meters);
}

/** Meters whose readings are looked up at once. */
const LOOKED_UP_AT_ONCE = 50;

/** As `curvesOf`, for whoever answers the window: a house of thousands of meters takes many turns. */
export async function curvesInTurns(
  store: Store,
  propertyId: PropertyId,
  days: readonly PlainDate[],
  turn: Turn,
): Promise<MeterCurve[]> {
  const house = new House(store, propertyId, days);
  const curves: MeterCurve[] = [];
  for (const meters of inChunks(house.meters, LOOKED_UP_AT_ONCE)) {
    curves.push(...house.curvesOf(meters));
    if (turn.isOver) await turn.passOn();
  }
  return curves;
}

/** What is known of a property before its readings are looked up. */
class House {
  /** Every meter that hangs or hung in it. */
  readonly meters: readonly MeterId[];
  readonly #store: Store;
  readonly #days: readonly PlainDate[];
  readonly #places: ReadonlyMap<MeterId, readonly Installation[]>;
  readonly #details: ReadonlyMap<MeterId, Meter>;
  readonly #units: ReadonlyMap<UnitId, Unit>;
  readonly #rooms: ReadonlyMap<RoomId, Room>;

  constructor(store: Store, propertyId: PropertyId, days: readonly PlainDate[]) {
    const places = installationsOfProperty(store, propertyId);
    this.#store = store;
    this.#days = [...new Set([...days, ...dueDaysAround(places, days)])].toSorted();
    this.#places = Map.groupBy(places, ({ meterId }) => meterId);
    this.meters = [...this.#places.keys()];
    this.#details = new Map(listMeters(store).map((meter) => [meter.id, meter]));
    this.#units = new Map(listUnits(store, propertyId).map((unit) => [unit.id, unit]));
    this.#rooms = new Map(
      [...this.#units.keys()].flatMap((id) => listRooms(store, id)).map((room) => [room.id, room]),
    );
  }

  curvesOf(meters: readonly MeterId[]): MeterCurve[] {
    const readings = Map.groupBy(registersAround(this.#store, meters, this.#days), ({ meterId }) => meterId);
    return meters.flatMap((id) => {
      const meter = this.#details.get(id);
      if (!meter) return [];
      const places = this.#places.get(id) ?? [];
      return places.map((place) => this.#curveOf(meter, place, readings.get(id) ?? []));
    });
  }

  #curveOf(meter: Meter, place: Installation, readings: readonly RegisterDay[]): MeterCurve {
    const kept = bestOfDay(readings, place);
    const factor = decimalTextToRational(place.factor);
    const curve: RegisterCurve = {
      points: [...kept.values()].map((reading): CurvePoint => ({
        day: reading.day,
        value: countOf(reading, meter.kind, place, factor),
      })),
      resetsAfter: meter.kind === 'allocator' ? place.dueDay : null,
    };
    return {
      meter,
      place,
      unit: (place.unitId !== null && this.#units.get(place.unitId)) || null,
      room: (place.roomId !== null && this.#rooms.get(place.roomId)) || null,
      medium: MEDIA[meter.kind],
      countedIn: COUNTED_IN[meter.kind],
      curve,
      runs: runsOf(curve),
      readings: kept,
    };
  }
}

/** Every due date between the first and the last of `days`: allocators start again after them. */
function dueDaysAround(places: readonly Installation[], days: readonly PlainDate[]): PlainDate[] {
  const sorted = days.toSorted();
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const years = Array.from(
    { length: yearOf(last) - yearOf(first) + 2 },
    (_, index) => yearOf(first) - 1 + index,
  );
  const dueDays = new Set(places.flatMap(({ dueDay }) => (dueDay === null ? [] : [dueDay])));
  return [...dueDays].flatMap((dueDay) => years.map((year) => `${year}-${dueDay}` as PlainDate));
}

function bestOfDay(
  readings: readonly RegisterDay[],
  { from, to }: Installation,
): Map<PlainDate, RegisterDay> {
  const best = new Map<PlainDate, RegisterDay>();
  for (const reading of readings) {
    if (reading.day < from || (to !== null && reading.day > to)) continue;
    const chosen = best.get(reading.day);
    if (!chosen || RANK[reading.register] <= RANK[chosen.register]) best.set(reading.day, reading);
  }
  return best;
}

function countOf({ value }: RegisterDay, kind: MeterKind, place: Installation, factor: Rational): Rational {
  const own = registerValueToKilowattHours(value) ?? registerValueToRational(value);
  return kind === 'allocator' && place.scale === 'unit' ? multiply(own, factor) : own;
}
