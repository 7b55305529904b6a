/** Buildings for property tests and measurements: any size, any seed, always a complete case. */
import { billingCaseSchema, type BillingCase, type BillingCaseInput } from '#shared/billing/billing-case.ts';

/** What a random building is made from; every number is drawn from `next`. */
export interface BuildingPlan {
  readonly units: number;
  /** A number from 0 up to and without `below`. */
  readonly next: (below: number) => number;
  readonly year?: number;
  readonly rounding?: 'largestRemainder' | 'halfUpLandlordBearsRest';
  readonly table?: 'summer92' | 'summerThirds' | 'summer141313';
  readonly heatingBase?: 'degreeDays' | 'days';
}

type Input = BillingCaseInput;
type InputDevice = NonNullable<Input['devices']>[number];
type InputTenancy = NonNullable<Input['tenancies']>[number];

/** A stream of pseudo-random whole numbers, the same for the same seed (mulberry32). */
export function seededNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const decimalOf = (value: number, decimals: number): string => (value / 10 ** decimals).toFixed(decimals);

function dayOf(year: number, dayOfYear: number): string {
  return new Date(Date.UTC(year, 0, dayOfYear)).toISOString().slice(0, 10);
}

/** Readings at the start, at the cuts that were read, and at the end; ever rising. */
function readings(
  plan: BuildingPlan,
  year: number,
  cuts: readonly string[],
  growth: number,
): InputDevice['readings'] {
  let value = plan.next(50_000);
  const days = [dayOf(year, 0), ...cuts, `${year}-12-31`];
  return days.map((date, index) => {
    if (index > 0) value += plan.next(growth);
    return { date, value: decimalOf(value, 1), origin: { kind: 'telegram' as const, id: `t${value}` } };
  });
}

function tenanciesOf(plan: BuildingPlan, unit: string, year: number) {
  const kind = plan.next(10);
  const tenancy = (name: string, from: string, to?: string): InputTenancy => ({
    id: `${unit}-${name}`,
    unit,
    tenant: {
      id: `p-${unit}-${name}`,
      name: `Mieter ${unit} ${name}`,
      address: ['Musterweg 1', '98693 Ilmenau'],
    },
    from,
    ...(to !== undefined && { to }),
    prepayments: [{ amount: decimalOf(plan.next(200_000), 2) }],
  });
  if (kind < 7) return { tenancies: [tenancy('1', '2019-01-01')], cuts: [] };
  const leaves = dayOf(year, 2 + plan.next(360));
  const wasRead = plan.next(2) === 0;
  const follows = new Date(Date.parse(leaves) + 86_400_000).toISOString().slice(0, 10);
  const first = tenancy('1', '2019-01-01', leaves);
  return {
    tenancies: kind === 7 ? [first] : [first, tenancy('2', follows)],
    cuts: wasRead ? [leaves] : [],
  };
}

function devicesOf(plan: BuildingPlan, unit: string, year: number, cuts: readonly string[]): InputDevice[] {
  const allocators = Array.from({ length: 1 + plan.next(3) }, (_, index): InputDevice => ({
    id: `${unit}-H${index}`,
    serial: `1${unit.slice(1).padStart(6, '0')}${index}`,
    kind: 'allocator',
    unit,
    room: `Raum ${index}`,
    allocator: { scale: 'unit', factor: decimalOf(300 + plan.next(2000), 3) },
    register: 'units',
    readings: readings(plan, year, cuts, 4000),
  }));
  return [
    ...allocators,
    {
      id: `${unit}-W`,
      serial: `2${unit.slice(1).padStart(6, '0')}0`,
      kind: 'warmWaterMeter',
      unit,
      register: 'm3',
      readings: readings(plan, year, cuts, 400),
    },
  ];
}

/** A gas-heated house with allocators, warm-water meters, changes of user, vacancies and CO2 on the invoice. */
export function randomBuilding(plan: BuildingPlan): BillingCase {
  const year = plan.year ?? 2025;
  const names = Array.from({ length: plan.units }, (_, index) => `u${String(index + 1).padStart(5, '0')}`);
  const parts = names.map((unit) => {
    const { tenancies, cuts } = tenanciesOf(plan, unit, year);
    return { unit, tenancies, devices: devicesOf(plan, unit, year, cuts) };
  });
  const kwh = 8000 * plan.units + plan.next(5000 * plan.units);
  const input: Input = {
    format: 'stichtag-case',
    version: 1,
    kind: 'bill',
    property: {
      id: 'random',
      name: 'Zufallshaus',
      address: ['Musterweg 1'],
      landlord: { id: 'landlord', name: 'Vermieter' },
      plant: { kind: 'boiler', fuel: 'naturalGas' },
    },
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    rules: {
      heating: { consumptionPercent: 50 + plan.next(21) },
      hotWater: { consumptionPercent: 50 + plan.next(21) },
      rounding: plan.rounding ?? 'largestRemainder',
      userChange: {
        degreeDayTable: plan.table ?? 'summer92',
        heatingBase: plan.heatingBase ?? 'degreeDays',
      },
    },
    separation: { method: 'measured', heatKwh: Math.floor(kwh * 0.2) + plan.next(plan.units * 500) },
    costs: [
      {
        id: 'gas',
        label: 'Erdgas',
        kind: 'fuel',
        target: 'joint',
        amount: decimalOf(90_000 * plan.units + plan.next(50_000 * plan.units), 2),
        energy: { quantity: kwh, unit: 'kWh', basis: 'Hs' },
        co2: {
          kg: decimalOf(Math.round(kwh * 18.139), 2),
          amount: decimalOf(4000 * plan.units + plan.next(7000 * plan.units), 2),
        },
      },
      {
        id: 'current',
        label: 'Betriebsstrom',
        kind: 'operatingElectricity',
        target: 'joint',
        amount: decimalOf(1 + plan.next(3000 * plan.units), 2),
      },
      {
        id: 'sweep',
        label: 'Schornsteinfeger',
        kind: 'chimneySweep',
        target: 'joint',
        amount: '118.30',
        labour: '96.15',
      },
      {
        id: 'allocators',
        label: 'Miete Verteiler',
        kind: 'meterRental',
        target: 'heating',
        amount: decimalOf(1 + plan.next(2500 * plan.units), 2),
      },
      {
        id: 'water-meters',
        label: 'Miete Wasserzähler',
        kind: 'meterRental',
        target: 'hotWater',
        amount: decimalOf(1 + plan.next(1500 * plan.units), 2),
      },
    ],
    units: names.map((unit) => ({
      id: unit,
      label: `Wohnung ${unit}`,
      areas: { living: decimalOf(2000 + plan.next(10_000), 2) },
    })),
    devices: parts.flatMap(({ devices }) => devices),
    tenancies: parts.flatMap(({ tenancies }) => tenancies),
  };
  return billingCaseSchema.parse(input);
}
