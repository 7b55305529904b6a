/** The demo's house: Stadtpark Suites in Ilmenau, its people, meters and invoices for 2025. Data only, no store. */
import { plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { Period } from '#shared/model/period.ts';
import { invoicesOf, type DemoInvoice } from './invoices.ts';
import { MeterStock, type DemoMeter } from './meter-stock.ts';
import { FAMILY_NAMES, FIRST_FLATS, GIVEN_NAMES } from './names.ts';
import { alikeYears, evenSeason, heatSeason, type OtherYears } from './season.ts';
import type { SeededRandom } from './seeded-random.ts';

/** The house needs its first eight flats and the shop to tell its stories. */
export const FEWEST_UNITS = 9;

export const DEMO_PERIOD: Period = { from: plainDateOf('2025-01-01'), to: plainDateOf('2025-12-31') };
export const USER_CHANGE_LAST_DAY = plainDateOf('2025-09-30');
export const VACANT_SINCE = plainDateOf('2025-07-01');
export const ALLOCATOR_DIED_ON = plainDateOf('2025-10-14');

/** A person who lets or rents. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly city: string;
}

export interface DemoUnit {
  readonly id: string;
  readonly name: string;
  readonly floor: string;
  readonly kind: 'flat' | 'shop';
  readonly areaM2: number;
  readonly rooms: readonly string[];
  readonly meters: readonly DemoMeter[];
}

export interface DemoTenancy {
  readonly unitId: string;
  readonly tenant: DemoPerson;
  readonly from: PlainDate;
  readonly to: PlainDate | null;
  readonly monthlyPrepaymentCents: number;
  readonly monthsPaid: number;
}

export interface DemoProperty {
  readonly name: string;
  readonly street: string;
  readonly city: string;
  readonly landlord: DemoPerson;
  readonly units: readonly DemoUnit[];
  readonly hotWaterHeatMeter: DemoMeter;
  readonly tenancies: readonly DemoTenancy[];
  readonly invoices: readonly DemoInvoice[];
}

const STREET = 'Max-Planck-Ring 6A';
const CITY = '98693 Ilmenau';
/** Installed after 1.12.2021 although it cannot be read remotely (§ 5 Abs. 2 HeizkostenV). */
const INSTALLED_UNREADABLE = plainDateOf('2022-08-09');

/**
 * Lays out the house with `unitCount` units (at least FEWEST_UNITS; the last of the first nine is the shop). Whoever
 * looks beyond 2025 says what its meters count in other years.
 */
export function demoProperty(
  random: SeededRandom,
  unitCount: number,
  otherYears: OtherYears = alikeYears,
): DemoProperty {
  const meters = new MeterStock(random, otherYears);
  const units = Array.from({ length: unitCount }, (_, index) => unitAt(index, random, meters));
  const warmWaterM3 = units
    .flatMap((unit) => unit.meters)
    .reduce((total, meter) => total + warmWaterOf(meter), 0);
  const heatForWaterKwh = Math.round(warmWaterM3 * random.integer('heat per cubic metre', 98, 112));
  const hotWaterHeatMeter = meters.install(
    'house/hot water',
    'hotWaterHeatMeter',
    'Heizraum',
    heatForWaterKwh,
    evenSeason,
  );
  return {
    name: 'Stadtpark Suites',
    street: STREET,
    city: CITY,
    landlord: { id: 'landlord', name: 'Remo Reichel', street: 'Am Stollen 19', city: CITY },
    units,
    hotWaterHeatMeter,
    tenancies: units.flatMap((unit, index) => tenanciesOf(unit, index, random)),
    invoices: invoicesOf(
      {
        areaM2: units.reduce((total, unit) => total + unit.areaM2, 0),
        unitCount: units.length,
        heatForWaterKwh,
      },
      random,
    ),
  };
}

function warmWaterOf(meter: DemoMeter): number {
  return meter.kind === 'warmWaterMeter' ? Number(meter.face.closing - meter.face.opening) / 1000 : 0;
}

function unitAt(index: number, random: SeededRandom, meters: MeterStock): DemoUnit {
  const id = `unit-${String(index + 1).padStart(4, '0')}`;
  if (index === FIRST_FLATS.length) {
    const areaM2 = 96;
    const rooms = ['Verkaufsraum', 'Lager', 'Teeküche'];
    return {
      id,
      name: 'Laden am Stadtpark',
      floor: 'EG Straße',
      kind: 'shop',
      areaM2,
      rooms,
      meters: metersOf(id, index, areaM2, rooms, random, meters),
    };
  }
  const model = FIRST_FLATS[index] ?? random.pick(`${id}/model`, FIRST_FLATS);
  const isFirst = index < FIRST_FLATS.length;
  const name = isFirst
    ? model.name
    : `Haus ${String.fromCharCode(65 + (Math.floor(index / 40) % 26))}, Wohnung ${index + 1}`;
  return {
    id,
    name,
    floor: isFirst ? model.floor : `${(index % 4) + 1}. OG`,
    kind: 'flat',
    areaM2: model.areaM2,
    rooms: model.rooms,
    meters: metersOf(id, index, model.areaM2, model.rooms, random, meters),
  };
}

function metersOf(
  unitId: string,
  index: number,
  areaM2: number,
  rooms: readonly string[],
  random: SeededRandom,
  meters: MeterStock,
): DemoMeter[] {
  // Display units a year of one radiator, before its factor: some flats heat twice as much as others.
  const habit = random.integer(`${unitId}/heating habit`, 60, 150);
  const allocators = rooms.map((room) => {
    const yearly = Math.round(
      (areaM2 * habit * random.integer(`${unitId}/${room}`, 12, 30)) / (100 * rooms.length),
    );
    const diedOn = index === 2 && room === 'Kinderzimmer' ? ALLOCATOR_DIED_ON : null;
    return meters.install(`${unitId}/${room}`, 'allocator', room, yearly, heatSeason, diedOn);
  });
  const litres = random.integer(`${unitId}/warm water`, 9_000, 34_000);
  const wetRoom = rooms.at(-1) ?? 'Bad';
  const water = meters.install(`${unitId}/water`, 'warmWaterMeter', wetRoom, litres, evenSeason);
  return [...allocators, index === 5 ? readByHand(water) : water];
}

function readByHand(meter: DemoMeter): DemoMeter {
  return { ...meter, radio: null, installedOn: INSTALLED_UNREADABLE };
}

function tenanciesOf(unit: DemoUnit, index: number, random: SeededRandom): DemoTenancy[] {
  const monthly = (
    months: number,
    person: DemoPerson,
    from: PlainDate,
    to: PlainDate | null,
  ): DemoTenancy => ({
    unitId: unit.id,
    tenant: person,
    from,
    to,
    monthlyPrepaymentCents:
      Math.round((unit.areaM2 * random.integer(`${person.id}/prepayment`, 110, 190)) / 500) * 500,
    monthsPaid: months,
  });
  const movedIn = plainDateOf('2023-01-01');
  const first = personIn(unit, index, 'first', random);
  if (index === 0)
    return [
      monthly(9, first, movedIn, USER_CHANGE_LAST_DAY),
      monthly(3, personIn(unit, index, 'second', random), plainDateOf('2025-10-01'), null),
    ];
  if (index === 4) return [monthly(6, first, movedIn, plainDateOf('2025-06-30'))];
  return [monthly(12, first, movedIn, null)];
}

/** The tenants the demo is known by, then invented ones. */
const KNOWN_TENANTS: Readonly<Record<string, string>> = {
  '0/first': 'Sagar Mehta',
  '0/second': 'Shivani Rao',
  '1/first': 'Timo Becker',
  '3/first': 'Dr. Maximiliane Straßburger-Hohenschwangau',
  '7/first': 'Łukasz Dvořák und Ayşe Öztürk',
  '8/first': 'Buchhandlung Waldweg GbR',
};

function personIn(
  unit: DemoUnit,
  index: number,
  which: 'first' | 'second',
  random: SeededRandom,
): DemoPerson {
  const id = `${unit.id}-${which}`;
  const invented = `${random.pick(`${id}/given`, GIVEN_NAMES)} ${random.pick(`${id}/family`, FAMILY_NAMES)}`;
  return { id, name: KNOWN_TENANTS[`${index}/${which}`] ?? invented, street: STREET, city: CITY };
}
