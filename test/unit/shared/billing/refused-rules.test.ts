/** What a single rule does not answer: numbers that contradict each other are refused by a finding, or faulted. */
import { describe, expect, it } from 'vitest';
import { runCase } from '#office/services/run-case.ts';

type Fields = Readonly<Record<string, unknown>>;

function run(kind: string, fields: Fields) {
  return runCase(JSON.stringify({ format: 'stichtag-case', version: 1, kind, ...fields }));
}

/** The codes of the findings; each must block. */
function refusalOf(kind: string, fields: Fields): string[] {
  const outcome = run(kind, fields);
  if (outcome.kind !== 'refused') throw new Error(`${outcome.kind}: ${JSON.stringify(outcome)}`);
  expect(outcome.findings.every(({ severity }) => severity === 'blocking')).toBe(true);
  return outcome.findings.map(({ code }) => code);
}

/** Where the case is faulted, and the sentence. */
function faultOf(kind: string, fields: Fields): { path: string; message: string } {
  const outcome = run(kind, fields);
  const [fault] = outcome.kind === 'invalid' ? outcome.faults : [];
  if (!fault) throw new Error(`${outcome.kind}: ${JSON.stringify(outcome)}`);
  return fault;
}

const GAS = {
  plant: { kind: 'boiler', fuel: 'naturalGas' },
  total: { quantity: 60_000, unit: 'kWh', basis: 'Hs' },
};
const invoice = (id: string, overlapDays: number) => ({ id, amount: 100, days: 365, overlapDays });
const YEAR = { from: '2025-01-01', to: '2025-12-31' };

describe('a rule is refused', () => {
  it.each([10, 9.9, 0])('when the hot water has %d °C, no more than the cold water', (temperatureC) => {
    expect(refusalOf('separation', { ...GAS, volume: { m3: 120, temperatureC } })).toEqual([
      'HOT_WATER_TOO_COLD',
    ]);
  });

  it('but not when the hot water is barely warmer', () => {
    expect(run('separation', { ...GAS, volume: { m3: 120, temperatureC: '10.1' } }).kind).toBe('done');
  });

  it('when the hot water would take more than the plant has used', () => {
    expect(refusalOf('separation', { ...GAS, measuredHeatKwh: 60_001, costs: { joint: 1000 } })).toEqual([
      'HOT_WATER_EXCEEDS_TOTAL',
    ]);
    expect(
      refusalOf('separation', {
        ...GAS,
        total: { quantity: '0.000001', unit: 'kWh', basis: 'Hs' },
        measuredHeatKwh: 1e12,
        costs: { joint: 1e9 },
      }),
    ).toEqual(['HOT_WATER_EXCEEDS_TOTAL']);
  });

  it('when a building has no area, or less than its unit', () => {
    const users = [{ id: 'a', ...YEAR }];
    const building = (area: number) => ({ building: { amount: 100, area, unitArea: 60 }, users });
    expect(refusalOf('userChange', building(0))).toEqual(['AREA_ZERO']);
    expect(refusalOf('userChange', building(59))).toEqual(['PART_ABOVE_WHOLE']);
  });

  it('when a user has no day in the period, or two have the same', () => {
    const users = [
      { id: 'a', ...YEAR },
      { id: 'b', from: '2026-01-01', to: '2026-03-31' },
    ];
    expect(refusalOf('userChange', { period: YEAR, amount: 100, users })).toEqual(['USER_OUTSIDE_PERIOD']);
    const both = users.map((user) => ({ ...user, ...YEAR }));
    expect(refusalOf('userChange', { period: YEAR, amount: 100, users: both })).toEqual([
      'TENANCIES_OVERLAP',
    ]);
  });

  it('when more days of an invoice lie in the period than it has, or all invoices have more than the period', () => {
    expect(refusalOf('accrual', { invoices: [invoice('a', 366)] })).toEqual(['PART_ABOVE_WHOLE']);
    expect(refusalOf('accrual', { invoices: [invoice('a', 300), invoice('b', 66)] })).toEqual([
      'PART_ABOVE_WHOLE',
    ]);
  });

  it('when members, devices or areas are more than the total stated for them', () => {
    const members = [{ id: 'a', base: 60, consumption: 500 }];
    expect(
      refusalOf('split', { amount: 100, consumptionPercent: 70, members, totals: { base: 59 } }),
    ).toEqual(['PART_ABOVE_WHOLE']);
    expect(
      refusalOf('allocator', { amount: 100, totalUnits: 9, devices: [{ id: 'a', reading: 10 }] }),
    ).toEqual(['PART_ABOVE_WHOLE']);
    expect(refusalOf('estimate', { affected: { m2: 201, totalM2: 200 } })).toEqual(['PART_ABOVE_WHOLE']);
  });

  it('when its numbers make an amount no house can have', () => {
    expect(refusalOf('balance', { share: 1e9, monthsUsed: '0.000000001' })).toEqual(['AMOUNT_TOO_LARGE']);
  });

  it('when what is a warning beside a bill is all it rests on', () => {
    expect(refusalOf('co2', { sources: [], areaM2: 100 })).toEqual(['CO2_DATA_MISSING']);
  });
});

describe('a case of a rule is faulted', () => {
  const TWICE: readonly (readonly [string, string, Fields])[] = [
    [
      'split',
      'members[1].id',
      {
        amount: 100,
        consumptionPercent: 70,
        members: [
          { id: 'a', base: 1, consumption: 1 },
          { id: 'a', base: 2, consumption: 2 },
        ],
      },
    ],
    [
      'rounding',
      'parts[1].id',
      {
        amount: 100,
        parts: [
          { id: 'a', weight: 1 },
          { id: 'a', weight: 2 },
        ],
      },
    ],
    [
      'allocator',
      'devices[1].id',
      {
        amount: 100,
        devices: [
          { id: 'a', reading: 1 },
          { id: 'a', reading: 2 },
        ],
      },
    ],
    [
      'fuelStock',
      'deliveries[1].id',
      {
        opening: { quantity: 1, amount: 1 },
        deliveries: [
          { id: 'a', date: '2025-03-01', quantity: 1, amount: 1 },
          { id: 'a', date: '2025-04-01', quantity: 1, amount: 1 },
        ],
        closing: 1,
      },
    ],
    [
      'premeter',
      'groups[1].id',
      {
        amount: 100,
        consumptionPercent: 70,
        groups: [
          { id: 'a', recorded: 1, area: 1 },
          { id: 'a', recorded: 2, area: 1 },
        ],
      },
    ],
    [
      'premeter',
      'groups[0].units[1].id',
      {
        amount: 100,
        consumptionPercent: 70,
        groups: [
          {
            id: 'a',
            recorded: 1,
            area: 1,
            units: [
              { id: 'u', consumption: 1 },
              { id: 'u', consumption: 2 },
            ],
          },
          { id: 'b', recorded: 2, area: 1 },
        ],
      },
    ],
    [
      'userChange',
      'users[1].id',
      {
        amount: 100,
        users: [
          { id: 'a', from: '2025-01-01', to: '2025-06-30' },
          { id: 'a', from: '2025-07-01', to: '2025-12-31' },
        ],
      },
    ],
    [
      'accrual',
      'invoices[1].id',
      {
        invoices: [
          { id: 'a', amount: 1, days: 365, overlapDays: 100 },
          { id: 'a', amount: 1, days: 365, overlapDays: 100 },
        ],
      },
    ],
  ];

  it.each(TWICE)('when an id of kind %s stands twice in a list, at %s', (kind, path, fields) => {
    const fault = faultOf(kind, fields);
    expect(fault.path).toBe(path);
    expect(fault.message).toContain('zweimal');
  });

  it('when a user leaves before he comes', () => {
    const users = [{ id: 'a', from: '2025-06-30', to: '2025-01-01' }];
    expect(faultOf('userChange', { amount: 100, users }).path).toBe('users[0].to');
  });

  it('when a day, a key date or a number is out of this world', () => {
    const users = [{ id: 'a', from: '0001-01-01', to: '2025-01-01' }];
    expect(faultOf('userChange', { amount: 100, users }).path).toBe('users[0].from');
    expect(faultOf('balance', { share: 1e10 }).message).toContain('Komma und Einheit');
    expect(faultOf('co2', { kgPerM2: 1e13 }).path).toBe('kgPerM2');
  });
});

describe('a change of user in one unit', () => {
  it('leaves the days without a user to the landlord, and takes of a user only his days in the period', () => {
    const users = [{ id: 'a', from: '2019-04-01', to: '2025-06-30' }];
    const outcome = run('userChange', { period: YEAR, amount: '365.00', users });
    if (outcome.kind !== 'done') throw new Error(outcome.kind);
    // 181 days of January to June, 184 of July to December; degree days 610 to 390 but for June: 170+150+130+80+40+30·40/92.
    expect(outcome.result.result).toMatchObject({
      users: {
        a: { days: { value: '181' }, byDays: { value: '181' }, byDegreeDays: { value: '212.81' } },
        'vacancy:2025-07-01': { byDays: { value: '184' }, byDegreeDays: { value: '152.19' } },
      },
    });
  });
});
