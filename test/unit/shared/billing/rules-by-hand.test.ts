/** Costs, separation, shares, time and CO2 worked out by hand from the text of the law, beside the published examples. */
import { days, describeExamples, YEAR, type Example } from './by-hand.ts';

const SEPARATION: readonly Example[] = [
  [
    'district heat in MWh: 2.5 · 90 · 45 = 10125, ÷ 1.15 = 8804.35 of 80000; the meter is 12.96 % below the formula',
    'separation',
    {
      plant: { kind: 'heatSupply', fuel: 'districtHeat' },
      total: { quantity: 80, unit: 'MWh', basis: 'heat' },
      volume: { m3: 90, temperatureC: 55 },
      measuredHeatKwh: 8813,
    },
    { 'volume/alpha': 8804.3478 / 80_000, 'measured/alpha': 8813 / 80_000, deviation: -1312 / 10_125 },
  ],
  [
    'oil by area over the 59 days of January and February: 32 · 410 · 59 / 365 = 2120.77 kWh, ÷ 10 kWh/l',
    'separation',
    {
      plant: { kind: 'boiler', fuel: 'heatingOil' },
      total: { quantity: 1300, unit: 'l' },
      area: { m2: 410, days: 59 },
    },
    { 'area/heat': 2120.7671, 'area/fuel': 212.0767, 'area/alpha': 212.07671 / 1300 },
  ],
  [
    'a heat pump with a heating rod is not monovalent: no factor',
    'separation',
    {
      plant: { kind: 'heatPump', monovalent: false },
      total: { quantity: 20_000, unit: 'kWh' },
      volume: { m3: 40, temperatureC: 50 },
    },
    { 'volume/correctedHeat': 4000, 'volume/alpha': 0.2 },
  ],
  [
    'pots of a mixed plant by metered heats: 18 of 60 MWh; joint 5000.01 splits 3500.01 to 1500.00',
    'separation',
    {
      plant: { kind: 'mixed' },
      total: { quantity: 1, unit: 'kWh' },
      totalHeatKwh: 60_000,
      measuredHeatKwh: 18_000,
      costs: { joint: '5000.01', heating: 10, hotWater: 20 },
    },
    { 'measured/alpha': 0.3, 'pots/heating': 3510.01, 'pots/hotWater': 1520 },
  ],
];

const SPLIT: readonly Example[] = [
  [
    'fifty-fifty: 4000 over 500 m² and 80 MWh; 62.5 m² and 9.6 MWh are 250 + 240',
    'split',
    {
      amount: 4000,
      consumptionPercent: 50,
      members: [{ id: 'a', base: '62.5', consumption: '9.6' }],
      totals: { base: 500, consumption: 80 },
    },
    { 'members/a/base': 250, 'members/a/consumption': 240, 'members/a/total': 490 },
  ],
  [
    'consumption alone by agreement: 100 % of 999.99',
    'split',
    {
      amount: '999.99',
      consumptionPercent: 100,
      agreement: '§ 10',
      members: [
        { id: 'a', base: 1, consumption: 1 },
        { id: 'b', base: 1, consumption: 2 },
      ],
    },
    { base: 0, 'members/a/total': 333.33, 'members/b/total': 666.66 },
  ],
  [
    'a member without consumption pays its base share alone',
    'split',
    {
      amount: 1000,
      consumptionPercent: 70,
      members: [
        { id: 'a', base: 25, consumption: 0 },
        { id: 'b', base: 75, consumption: 10 },
      ],
    },
    { 'members/a/total': 75, 'members/b/total': 925, 'members/a/totalPercent': 7.5 },
  ],
  [
    'a credit note is split like a cost',
    'split',
    {
      amount: '-100.00',
      consumptionPercent: 60,
      members: [
        { id: 'a', base: 1, consumption: 1 },
        { id: 'b', base: 3, consumption: 1 },
      ],
    },
    { 'members/a/total': -40, 'members/b/total': -60 },
  ],
];

const USER_CHANGE: readonly Example[] = [
  [
    'February of a leap year by its own 29 days: 10 · 150/29 and 19 · 150/29',
    'userChange',
    {
      amount: 290,
      users: [
        { id: 'a', ...days('2024-02-01', '2024-02-10') },
        { id: 'b', ...days('2024-02-11', '2024-02-29') },
      ],
    },
    { 'users/a/perMille': 51.724138, 'users/a/byDays': 100, 'users/b/byDegreeDays': 190 },
  ],
  [
    'June to August counts 40 in all: from 16 July on 47 of 92 days',
    'userChange',
    {
      amount: 1000,
      users: [
        { id: 'a', ...days('2025-01-01', '2025-07-15') },
        { id: 'b', ...days('2025-07-16', '2025-12-31') },
      ],
    },
    // 570 + 45 · 40/92 = 589.5652; the rest 410.4348.
    {
      'users/a/perMille': 589.565217,
      'users/b/perMille': 410.434783,
      'users/a/byDegreeDays': 589.57,
      'users/b/byDegreeDays': 410.43,
      'users/a/byDays': 536.99,
    },
  ],
  [
    'three users and consumption by readings: 30, 0 and 70 of 100',
    'userChange',
    {
      period: YEAR,
      amount: 500,
      consumptionAmount: '800.00',
      users: [
        { id: 'a', ...days('2020-05-01', '2025-03-31'), consumption: 30 },
        { id: 'b', ...days('2025-04-01', '2025-04-30'), consumption: 0 },
        { id: 'c', ...days('2025-05-01', '2026-12-31'), consumption: 70 },
      ],
    },
    {
      'users/a/perMille': 450,
      'users/a/byDegreeDays': 225,
      'users/b/byDegreeDays': 40,
      'users/c/byDegreeDays': 235,
      'users/a/byReading': 240,
      'users/b/byReading': 0,
      'users/c/byReading': 560,
    },
  ],
  [
    'a heating period from October to April has 890 per mille, and its shares add up to all of it',
    'userChange',
    {
      amount: 790,
      users: [
        { id: 'a', ...days('2024-10-01', '2024-12-31') },
        { id: 'b', ...days('2025-01-01', '2025-04-30') },
      ],
    },
    {
      periodPerMille: 890,
      'users/a/perMille': 360,
      'users/a/byDegreeDays': 319.55,
      'users/b/byDegreeDays': 470.45,
    },
  ],
];

const ACCRUAL: readonly Example[] = [
  [
    'June 2024 to May 2025 within 2025: 151 of 365 days; energy and CO2 are cut alike',
    'accrual',
    {
      period: YEAR,
      invoices: [
        {
          id: 'g',
          amount: '3650.00',
          period: days('2024-06-01', '2025-05-31'),
          quantity: 36_500,
          co2Kg: 7300,
          co2Amount: '401.50',
        },
      ],
    },
    {
      'invoices/g/allocated': 1510,
      'invoices/g/quantity': 15_100,
      'invoices/g/co2Kg': 3020,
      'invoices/g/co2Amount': 166.1,
      missingDays: 214,
    },
  ],
  [
    'the same by degree days: January to May are 570 of 1000',
    'accrual',
    {
      method: 'degreeDays',
      period: YEAR,
      invoices: [{ id: 'g', amount: '3650.00', period: days('2024-06-01', '2025-05-31') }],
    },
    { 'invoices/g/allocated': 2080.5, 'invoices/g/share': 0.57 },
  ],
  [
    'two invoices meet on 1 June and cover the year without a gap',
    'accrual',
    {
      period: YEAR,
      invoices: [
        { id: 'a', amount: 3650, period: days('2024-06-01', '2025-05-31') },
        { id: 'b', amount: 7300, period: days('2025-06-01', '2026-05-31') },
      ],
    },
    { allocated: 1510 + 4280, coverage: 1, missingDays: 0 },
  ],
  [
    'a leap year: 60 of 366 days of January and February',
    'accrual',
    { periodDays: 366, invoices: [{ id: 'a', amount: '732.00', days: 366, overlapDays: 60 }] },
    { allocated: 120, coverage: 60 / 366, missingDays: 306 },
  ],
];

const CO2: readonly Example[] = [
  [
    'the price of 2025 with its tax: 4000 kg · 55 · 1.19 = 261.80; 4000 / 200 = 20.0 is 20 %',
    'co2',
    { sources: [{ kg: 4000 }], areaM2: 200, price: { year: 2025, vatPercent: 19 } },
    { costGross: 261.8, landlord: 52.36, tenants: 209.44, tableShare: 0.2 },
  ],
  [
    'gas at 7 % in 2023: 5000 kg · 30 = 150.00 net, 160.50 gross; 25.0 is 30 %',
    'co2',
    { sources: [{ kg: 5000 }], areaM2: 200, price: { eurPerTonneNet: 30, vatPercent: 7 } },
    { costNet: 150, costGross: 160.5, landlord: 48.15 },
  ],
  [
    'one obstacle at 10 %: 5 %',
    'co2',
    { kgPerM2: '12.0', cost: 100, restrictedSupply: true },
    { tableShare: 0.1, landlordShare: 0.05, landlord: 5, tenants: 95 },
  ],
  ['far beyond the table: 95 %', 'co2', { kgPerM2: 120, cost: '1000.00' }, { landlord: 950, tenants: 50 }],
  [
    'non-residential without emissions data: half of the euros',
    'co2',
    { use: 'nonResidential', cost: '333.33' },
    { landlordShare: 0.5, landlord: 166.67, tenants: 166.66 },
  ],
  [
    'a quarter of a year: bounds · 90/365; 4.2 lies from 12 · 90/365 = 2.96 to 17 · 90/365 = 4.19: the next step, 20 %',
    'co2',
    { sources: [{ kg: 420 }], areaM2: 100, period: days('2025-01-01', '2025-03-31'), cost: 50 },
    { kgPerM2Classified: 4.2, tableShare: 0.2, landlord: 10 },
  ],
  [
    'February 2024: 29 of 366 days; 0.9 lies below 12 · 29/366 = 0.951',
    'co2',
    { sources: [{ kg: 90 }], areaM2: 100, period: days('2024-02-01', '2024-02-29'), cost: 20 },
    { kgPerM2Classified: 0.9, tableShare: 0, landlord: 0 },
  ],
  [
    'twelve months from 1 March 2023 have 366 days and are not shortened',
    'co2',
    { sources: [{ kg: 1200 }], areaM2: 100, period: days('2023-03-01', '2024-02-29'), cost: 50 },
    { tableShare: 0.1, landlord: 5 },
  ],
];

/** The first value of each step of the annex, and the last before it. */
const STEPS: readonly Example[] = [
  [12, 0.1],
  [17, 0.2],
  [22, 0.3],
  [27, 0.4],
  [32, 0.5],
  [37, 0.6],
  [42, 0.7],
  [47, 0.8],
  [52, 0.95],
].flatMap(([bound = 0, share = 0], index): Example[] => [
  [`${bound}.0 is within its step`, 'co2', { kgPerM2: `${bound}.0` }, { tableShare: share }],
  [`${bound} - 0.06 rounds to one below`, 'co2', { kgPerM2: `${bound - 1}.94` }, { tableShare: index / 10 }],
  [`${bound} - 0.05 rounds up into the step`, 'co2', { kgPerM2: `${bound - 1}.95` }, { tableShare: share }],
]);

describeExamples([
  ['separation of hot water (§ 9)', SEPARATION],
  ['shares of a pot (§§ 7, 8)', SPLIT],
  ['change of user (§ 9b)', USER_CHANGE],
  ['accrual of invoices (§ 7 Abs. 2)', ACCRUAL],
  ['CO2 costs (CO2KostAufG)', CO2],
  ['steps of the annex (CO2KostAufG)', STEPS],
]);
