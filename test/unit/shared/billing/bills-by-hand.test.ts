/** Whole bills worked out by hand: every base key, the quarter of § 9a, a leap February, several changes of user. */
import { describe, expect, it } from 'vitest';
import type { Bill } from '#shared/billing/bill.ts';
import type { BillingCaseInput } from '#shared/billing/billing-case.ts';
import { billOfHouse } from './small-houses.ts';

const TENANT = { id: 'p', name: 'Mieter', address: ['Ring 1'] };

function billOf(more: Partial<BillingCaseInput>): Bill {
  return billOfHouse({
    costs: [{ id: 'gas', label: 'Erdgas', kind: 'fuel', target: 'heating', amount: '1000.00' }],
    ...more,
  });
}

function totals(bill: Bill): Record<string, number> {
  return Object.fromEntries(bill.users.map(({ id, total }) => [id.replace(/^vacancy:/, ''), total]));
}

function unitTotals(bill: Bill): Record<string, number> {
  return Object.fromEntries(bill.units.map(({ id, total }) => [id, total]));
}

const flat = (id: string, living: number, heating: number | undefined) => ({
  id,
  label: id,
  areas: { living },
  ...(heating !== undefined && { consumption: { heating } }),
});

const reading = (date: string, value: number) => ({ date, value });

describe('the base share', () => {
  const units = [
    {
      ...flat('A', 60, 300),
      areas: { living: 60, heated: 55, volume: 150, heatedVolume: 30 },
    },
    {
      ...flat('B', 40, 100),
      areas: { living: 40, heated: 45, volume: 150, heatedVolume: 10 },
    },
  ];
  // A used three quarters: 375 of 500 or 525 of 700; of the base share it has 60, 55, 50 or 75 %.
  it.each([
    ['livingArea', 50, 67_500],
    ['heatedArea', 50, 65_000],
    ['volume', 50, 62_500],
    ['heatedVolume', 50, 75_000],
    ['livingArea', 70, 70_500],
    ['heatedArea', 70, 69_000],
    ['volume', 70, 67_500],
    ['heatedVolume', 70, 75_000],
  ] as const)('goes by %s at %d %% by consumption', (baseKey, consumptionPercent, cents) => {
    const rules = { heating: { consumptionPercent, baseKey }, co2: { notApplicable: 'Probe' } };
    expect(unitTotals(billOf({ units, rules }))).toEqual({ A: cents, B: 100_000 - cents });
  });
});

describe('a failed meter', () => {
  const estimates = { heating: { method: 'average' as const, reason: 'Zähler defekt' } };
  const house = (area: number) => [
    flat('A', 50, 100),
    flat('B', 50, 200),
    flat('C', 50, 300),
    { ...flat('D', area, undefined), estimates },
  ];

  it('of exactly a quarter of the area is estimated: 600 on 150 m² make 200 on 50', () => {
    const bill = billOf({ units: house(50) });
    expect(bill.pots[0]?.byBaseKeyOnly).toBe(false);
    // 300 of base in quarters; 700 over 800 units.
    expect(unitTotals(bill)).toEqual({ A: 16_250, B: 25_000, C: 33_750, D: 25_000 });
  });

  it('of a little more sends all of the pot to the base key', () => {
    const bill = billOf({ units: house(51) });
    expect(bill.pots[0]?.byBaseKeyOnly).toBe(true);
    // 1000 · 50/201 = 248.756 and 1000 · 51/201 = 253.731: floors 24875 · 3 + 25373 leave two cents for .62 (A, B).
    expect(unitTotals(bill)).toEqual({ A: 24_876, B: 24_876, C: 24_875, D: 25_373 });
  });
});

type Radiator = NonNullable<BillingCaseInput['devices']>[number];

const read = { readings: [reading('2024-12-31', 0), reading('2025-12-31', 100)] };
const failed = (affectedAreaM2: number): Partial<Radiator> => ({
  estimate: { method: 'previousPeriod', reason: 'Heizkörper defekt', consumption: 50, affectedAreaM2 },
});
const byAverage = (affectedAreaM2: number): Partial<Radiator> => ({
  estimate: { method: 'average', reason: 'Heizkörper defekt', affectedAreaM2 },
});
const radiator = (id: string, room: string, more: Partial<Radiator>): Radiator => ({
  id,
  serial: id,
  kind: 'allocator',
  unit: id.slice(0, 1),
  room,
  register: 'units',
  allocator: { scale: 'product' },
  ...more,
});

/** Whether the base key alone rules a house of 200 m² whose flat A has `area` of them; a quarter are 50. */
const isSwitched = (area: number, radiatorsOfA: readonly Radiator[]): boolean | undefined =>
  billOf({
    units: [flat('A', area, undefined), flat('B', 200 - area, undefined)],
    devices: [...radiatorsOfA, radiator('B1', 'Küche', read)],
  }).pots[0]?.byBaseKeyOnly;

describe('failed radiators of one flat', () => {
  it('in one room count its area once: two of a room of 26 m² are 26 of 200, not 52', () => {
    const two = [radiator('A1', 'Wohnen', failed(26)), radiator('A2', 'Wohnen', failed(26))];
    expect(isSwitched(60, two)).toBe(false);
  });

  it('in two rooms count both areas: 26 and 26 of 200 are more than a quarter', () => {
    const two = [radiator('A1', 'Wohnen', failed(26)), radiator('A2', 'Schlafen', failed(26))];
    expect(isSwitched(60, two)).toBe(true);
  });

  it('count as much as the flat has and no more: three times 20 of a flat of 50 are exactly a quarter', () => {
    const three = ['Wohnen', 'Schlafen', 'Küche'].map((room) => radiator(`A-${room}`, room, failed(20)));
    expect(isSwitched(50, three)).toBe(false);
    expect(isSwitched(51, three)).toBe(true);
  });

  it('count the largest area stated for their room', () => {
    const two = [radiator('A1', 'Wohnen', failed(10)), radiator('A2', 'Wohnen', failed(51))];
    expect(isSwitched(60, two)).toBe(true);
  });

  it('determined by their area stand for parts of the room, which add up: 25 and 26 are 51 of 200', () => {
    const two = [radiator('A1', 'Wohnen', byAverage(25)), radiator('A2', 'Wohnen', byAverage(26))];
    const parts = [...two, radiator('A3', 'Wohnen', failed(30))];
    expect(isSwitched(60, parts)).toBe(true);
    expect(isSwitched(60, parts.slice(1))).toBe(false);
  });
});

describe('a period of one leap February', () => {
  const bill = billOf({
    period: { from: '2024-02-01', to: '2024-02-29' },
    property: {
      id: 'house',
      name: 'Haus',
      address: ['Ring 1'],
      landlord: { id: 'landlord', name: 'Vermieter' },
      plant: { kind: 'boiler', fuel: 'naturalGas' },
    },
    rules: { heating: { consumptionPercent: 50 }, hotWater: { consumptionPercent: 50 } },
    separation: { method: 'area', why: 'unreasonableEffort' },
    costs: [
      {
        id: 'gas',
        label: 'Erdgas',
        kind: 'fuel',
        target: 'joint',
        amount: '500.00',
        energy: { quantity: 2822, unit: 'kWh', basis: 'Hs' },
        co2: { kg: 200, amount: '10.00' },
      },
    ],
    units: [
      { ...flat('A', 60, undefined), consumption: { heating: 500, hotWater: 4 } },
      { ...flat('B', 40, undefined), consumption: { heating: 500, hotWater: 6 } },
    ],
    tenancies: [
      {
        id: 'A1',
        unit: 'A',
        tenant: TENANT,
        from: '2020-01-01',
        to: '2024-02-10',
        consumption: { heating: 200, hotWater: 1 },
      },
      { id: 'A2', unit: 'A', tenant: TENANT, from: '2024-02-11' },
      { id: 'B1', unit: 'B', tenant: TENANT, from: '2020-01-01' },
    ],
  });

  it('shortens the formula by area to 29 of 365 days: 32 · 100 · 29/365 · 1.11 of 2822 kWh', () => {
    expect(Number(bill.separation.hotWaterShare.value)).toBeCloseTo((3200 * 29 * 1.11) / 365 / 2822, 7);
  });

  it('shortens the bounds of CO2 to 29 of 366 days: 2.0 lies from 22 · 29/366 = 1.74 to 27 · 29/366 = 2.14', () => {
    expect(bill.co2).toMatchObject({ kgPerM2: '2', landlordPercent: '30', landlord: 300, tenants: 700 });
  });

  it('closes, with each user at his own reading and 10 of 29 days of the base', () => {
    // alpha = 0.100005…; 497.00 split 447.30 to 49.70. Heating: base 223.65, A 134.19, of it A1 10/29 = 46.27;
    // consumption 223.65 · 200/1000 = 44.73. Hot water: base 24.85, A 14.91, of it A1 5.14; 24.85 · 1/10 = 2.485.
    expect(bill.pots.map(({ pot, total }) => [pot, total])).toEqual([
      ['heating', 44_730],
      ['hotWater', 4_970],
    ]);
    const [first] = bill.users;
    expect(first).toMatchObject({
      id: 'A1',
      days: 10,
      heating: { base: 4_627, consumption: 4_473 },
      hotWater: { base: 514 },
    });
    expect([248, 249]).toContain(first?.hotWater.consumption);
    expect(bill.proof.difference).toBe(0);
  });
});

describe('several changes in one unit', () => {
  const tenancies = [
    { id: 'A1', unit: 'A', tenant: TENANT, from: '2020-01-01', to: '2025-03-31' },
    { id: 'A2', unit: 'A', tenant: TENANT, from: '2025-04-01', to: '2025-06-30' },
    { id: 'A3', unit: 'A', tenant: TENANT, from: '2025-10-01' },
    { id: 'B1', unit: 'B', tenant: TENANT, from: '2020-01-01' },
  ];
  const units = [flat('A', 50, 300), flat('B', 50, 100)];

  it('share base and consumption by degree days where nobody read, the empty months with the landlord', () => {
    // A bears 150.00 of base and 525.00 of consumption. Running degree days 450, 583.0435, 640, 1000 make
    // 67.50, 87.46, 96.00, 150.00 of the base and 236.25, 306.10, 336.00, 525.00 of the consumption.
    expect(totals(billOf({ units, tenancies }))).toEqual({
      A1: 30_375,
      A2: 8_981,
      'A:2025-07-01': 3_844,
      A3: 24_300,
      B1: 32_500,
    });
  });

  it('share both by days where the rules say so: 90, 91, 92 and 92 of 365', () => {
    const rules = {
      heating: { consumptionPercent: 70 },
      userChange: { heatingBase: 'days' as const, heatingWithoutReading: 'days' as const },
      co2: { notApplicable: 'Probe' },
    };
    // Running days 90, 181, 273, 365 make 36.99, 74.38, 112.19, 150.00 and 129.45, 260.34, 392.67, 525.00.
    const shared = totals(billOf({ units, tenancies, rules }));
    expect(shared).toEqual({ A1: 16_644, A2: 16_828, 'A:2025-07-01': 17_014, A3: 17_014, B1: 32_500 });
  });
});
