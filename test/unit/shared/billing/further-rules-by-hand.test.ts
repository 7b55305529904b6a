/** Stocks, rights, estimates, groups, meters, cents and balances worked out by hand from the text of the law. */
import { days, describeExamples, YEAR, type Example } from './by-hand.ts';

const STOCK: readonly Example[] = [
  [
    'pellets in tonnes: 2 + 6 - 1.5; the rest at the price of the delivery, 300 a tonne',
    'fuelStock',
    {
      unit: 't',
      opening: { quantity: 2, amount: 500 },
      deliveries: [{ date: '2025-09-01', quantity: 6, amount: 1800 }],
      closing: '1.5',
    },
    { consumed: 6.5, closingAmount: 450, consumedAmount: 1850, paid: 1800 },
  ],
  [
    'the average of the same: 2300 / 8 = 287.50 a tonne',
    'fuelStock',
    {
      unit: 't',
      valuation: 'average',
      opening: { quantity: 2, amount: 500 },
      deliveries: [{ date: '2025-09-01', quantity: 6, amount: 1800 }],
      closing: '1.5',
    },
    { closingAmount: 431.25, consumedAmount: 1868.75 },
  ],
  [
    'CO2 follows the litres first in: 1000 l opening without euros, 500 of 2000 l with 5353 kg and 240 euros',
    'fuelStock',
    {
      opening: { quantity: 1000, amount: 900, co2: { kg: 2676, amount: 0 } },
      deliveries: [{ date: '2025-02-01', quantity: 2000, amount: 2000, co2: { kg: 5352, amount: 240 } }],
      closing: 1500,
    },
    { consumed: 1500, consumedAmount: 1400, co2Kg: 4014, co2Amount: 60 },
  ],
  [
    'two deliveries on one day and nothing at the start',
    'fuelStock',
    {
      opening: { quantity: 0, amount: 0 },
      deliveries: [
        { id: 'b', date: '2025-02-01', quantity: 100, amount: 120 },
        { id: 'a', date: '2025-02-01', quantity: 100, amount: 100 },
      ],
      closing: 0,
    },
    { consumed: 200, consumedAmount: 220, closingAmount: 0 },
  ],
];

const REDUCTION: readonly Example[] = [
  ['15 % of 843.70 = 126.555', 'reduction', { share: '843.70', rights: ['R15'] }, { 'each/R15': 126.56 }],
  [
    '15 % and 3 % one after the other: 1000 · 0.85 · 0.97 = 824.50 left',
    'reduction',
    { share: 1000, rights: ['R15', 'R3_info'] },
    { added: 180, sequential: 175.5, remaining: 820 },
  ],
  [
    'only the hot water is concerned: 15 % of 212.40 = 31.86 beside 15 % of 900',
    'reduction',
    { share: 900, concernedShare: '212.40', rights: ['R15'] },
    { 'each/R15': 135, 'narrowerReading/each/R15': 31.86 },
  ],
  [
    'after prepayments of 800: 1000 - 30 - 800',
    'reduction',
    { share: 1000, rights: ['R3_remote'], prepaid: 800 },
    { remaining: 970, balance: 170 },
  ],
];

const ESTIMATE: readonly Example[] = [
  [
    'building average in m³: 180 m³ on 300 m², a flat of 45 m²',
    'estimate',
    {
      unit: 'm3',
      request: { method: 'average', reason: 'Zähler defekt' },
      areaM2: 45,
      recorded: { consumption: 180, areaM2: 300 },
      affected: { m2: 45, totalM2: 345 },
    },
    { estimate: 27, byBaseKeyOnly: false, affectedShare: 45 / 345 },
  ],
  [
    'comparable rooms: 1200 + 1300 on 50 + 50 m², for 40 m²',
    'estimate',
    {
      request: {
        method: 'comparableRooms',
        reason: 'kein Zutritt',
        why: 'noAccess',
        rooms: [
          { label: '1. OG', consumption: 1200, areaM2: 50 },
          { label: '3. OG', consumption: 1300, areaM2: 50 },
        ],
      },
      areaM2: 40,
    },
    { estimate: 1000 },
  ],
  [
    'January to March recorded, 450 of 1000 per mille: 900 become 2000',
    'estimate',
    {
      request: {
        method: 'degreeDays',
        reason: 'Ausfall im April',
        measured: days('2025-01-01', '2025-03-31'),
        consumption: 900,
      },
      period: YEAR,
    },
    { estimate: 2000 },
  ],
  [
    'a thousandth above a quarter switches, a quarter does not',
    'estimate',
    { affected: { m2: '75.001', totalM2: 300 } },
    { byBaseKeyOnly: true },
  ],
];

const PREMETER: readonly Example[] = [
  [
    'half by meters, half by area: 6000 · (0.5 · 30/40 + 0.5 · 200/500) = 3450; within 60/40',
    'premeter',
    {
      amount: 6000,
      consumptionPercent: 50,
      groups: [
        {
          id: 'flats',
          recorded: 30_000,
          area: 200,
          consumptionPercent: 60,
          units: [
            { id: 'u1', consumption: 100, area: 150 },
            { id: 'u2', consumption: 300, area: 50 },
          ],
        },
        { id: 'shop', recorded: 10_000, area: 300 },
      ],
    },
    {
      'groups/flats/amount': 3450,
      'groups/shop/amount': 2550,
      'groups/flats/base': 1380,
      'groups/flats/units/u1/base': 1035,
      'groups/flats/units/u1/consumption': 517.5,
      'groups/flats/units/u1/total': 1552.5,
      'groups/flats/units/u2/total': 1897.5,
      compliant: true,
    },
  ],
  [
    'all by meters needs no area; 1000.00 over thirds closes',
    'premeter',
    {
      amount: 1000,
      consumptionPercent: 100,
      groups: [
        { id: 'a', recorded: 1 },
        { id: 'b', recorded: 1 },
        { id: 'c', recorded: 1 },
      ],
    },
    { 'groups/a/amount': 333.34, 'groups/b/amount': 333.33, 'groups/c/amount': 333.33 },
  ],
  [
    'seventy by meters: 2000 · (0.7 · 0.4 + 0.3 · 0.5)',
    'premeter',
    {
      amount: 2000,
      consumptionPercent: 70,
      groups: [
        { id: 'a', recorded: 40, area: 100 },
        { id: 'b', recorded: 60, area: 100 },
      ],
    },
    { 'groups/a/amount': 860, 'groups/b/amount': 1140 },
  ],
  [
    'a group that used nothing bears its area part',
    'premeter',
    {
      amount: 1000,
      consumptionPercent: 50,
      groups: [
        { id: 'a', recorded: 0, area: 40 },
        { id: 'b', recorded: 10, area: 60 },
      ],
    },
    { 'groups/a/amount': 200, 'groups/b/amount': 800 },
  ],
];

const ALLOCATOR: readonly Example[] = [
  [
    'KQ 1.2 · KC 1.1 · KT 1.05 = 1.386; 250 steps are 346.5 of 6930 units: a twentieth',
    'allocator',
    {
      amount: 2400,
      totalUnits: 6930,
      devices: [{ id: 'd', reading: 250, allocator: { scale: 'unit', kq: '1.2', kc: '1.1', kt: '1.05' } }],
    },
    { 'devices/d/units': 346.5, 'units/A/share': 0.05, 'units/A/cost': 120 },
  ],
  [
    'start and end: 1480 - 980 on the product scale',
    'allocator',
    { amount: 500, totalUnits: 1000, devices: [{ id: 'd', start: 980, reading: 1480 }] },
    { 'devices/d/units': 500, 'devices/d/cost': 250, pricePerUnit: 0.5 },
  ],
  [
    'two flats of two devices; 700 over 7 units at 100',
    'allocator',
    {
      amount: 700,
      devices: [
        { id: 'a1', unit: 'A', reading: 1 },
        { id: 'a2', unit: 'A', reading: 2 },
        { id: 'b1', unit: 'B', reading: 4 },
        { id: 'b2', unit: 'B', reading: 0 },
      ],
    },
    { 'units/A/cost': 300, 'units/B/cost': 400, 'devices/b2/cost': 0 },
  ],
  [
    'ten cents over three equal devices: the cent left over goes to the first id',
    'allocator',
    {
      amount: '0.10',
      devices: ['c', 'a', 'b'].map((id) => ({ id, unit: id, reading: 5 })),
    },
    { 'devices/a/cost': 0.04, 'devices/b/cost': 0.03, 'devices/c/cost': 0.03 },
  ],
];

const INFORMATION: readonly Example[] = [
  [
    'allocators: 800 of 10000 units of 90 MWh are 7200 kWh; the average user has 120 · 60 of them',
    'information',
    {
      now: { allocators: { units: 800, buildingUnits: 10_000, buildingHeatKwh: 90_000 }, climateFactor: 1 },
      averageUser: { kwhPerM2: 100, areaM2: 60 },
    },
    { 'now/heat': 7200, averageUserKwh: 6000, shareOfAverageUser: 1.2 },
  ],
  [
    'heat by factor, hot water not: 5000 · 1.1 + 1000 and 6000 · 0.9 + 1000',
    'information',
    {
      now: { heatKwh: 5000, hotWaterKwh: 1000, climateFactor: '1.1' },
      previous: { heatKwh: 6000, hotWaterKwh: 1000, climateFactor: '0.9' },
    },
    {
      'now/total': 6500,
      'previous/total': 6400,
      changePercent: 1.8519,
      changePercentTotal: 1.5625,
      changePercentRaw: -16.6667,
    },
  ],
  [
    'nothing used last year: no change can be given',
    'information',
    { now: { heatKwh: 10, climateFactor: 1 }, previous: { heatKwh: 0, climateFactor: 1 } },
    { changePercent: null, changePercentRaw: null },
  ],
  [
    'half of last year',
    'information',
    { now: { heatKwh: 500, climateFactor: 1 }, previous: { heatKwh: 1000, climateFactor: 1 } },
    { changePercent: -50 },
  ],
];

const ROUNDING: readonly Example[] = [
  [
    'ties by id, whatever the order of the list',
    'rounding',
    { amount: '0.05', parts: ['b', 'a'].map((id) => ({ id, weight: 1 })), landlord: 'b' },
    {
      'largestRemainder/a': 0.03,
      'largestRemainder/b': 0.02,
      'halfUpLandlordBearsRest/a': 0.03,
      'halfUpLandlordBearsRest/b': 0.02,
    },
  ],
  [
    '100.00 over 1 : 2 : 4 is 14.29, 28.57 and 57.14',
    'rounding',
    {
      amount: 100,
      parts: [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 2 },
        { id: 'c', weight: 4 },
      ],
    },
    { 'largestRemainder/a': 14.29, 'largestRemainder/b': 28.57, 'largestRemainder/c': 57.14 },
  ],
  [
    'six sevenths: two halves up leave the landlord a cent less',
    'rounding',
    {
      amount: '1.00',
      parts: [
        { id: 'a', weight: 1 },
        { id: 'b', weight: 1 },
        { id: 'z', weight: 6 },
      ],
      landlord: 'z',
    },
    { 'halfUpLandlordBearsRest/a': 0.13, 'halfUpLandlordBearsRest/z': 0.74, 'largestRemainder/z': 0.75 },
  ],
  [
    'a part of nothing gets nothing',
    'rounding',
    {
      amount: '33.33',
      parts: [
        { id: 'a', weight: 0 },
        { id: 'b', weight: '0.5' },
      ],
    },
    { 'largestRemainder/a': 0, 'largestRemainder/b': 33.33 },
  ],
];

const BALANCE: readonly Example[] = [
  [
    'payments written as in a bill; 960 of 1200 a year, a hundred a month',
    'balance',
    { share: 1200, prepayments: [{ date: '2025-01-03', amount: 480 }, { amount: '480.00' }] },
    { prepaid: 960, balance: 240, kind: 'Nachzahlung', newMonthlyPrepayment: 100 },
  ],
  [
    'nothing paid at all',
    'balance',
    { share: '815.27', monthsUsed: 7 },
    { prepaid: 0, balance: 815.27, newMonthlyPrepayment: 116.47 },
  ],
  [
    'rounded up to ten euros: 102.51 becomes 110',
    'balance',
    { share: '1230.12', roundUpTo: 10 },
    { newMonthlyPrepayment: 102.51, newMonthlyPrepaymentRounded: 110 },
  ],
  [
    'on the last day the whole claim is payable',
    'balance',
    { share: 500, prepayments: [450], periodEnd: '2024-06-30', receivedOn: '2025-06-30' },
    { claimOpen: true, payable: 50 },
  ],
];

describeExamples([
  ['stock of fuel (§ 7 Abs. 2)', STOCK],
  ['rights to cut (§ 12)', REDUCTION],
  ['estimates (§ 9a)', ESTIMATE],
  ['pre-metering (§ 6 Abs. 2)', PREMETER],
  ['allocators (EN 834)', ALLOCATOR],
  ['information (§ 6a)', INFORMATION],
  ['cents', ROUNDING],
  ['balance (§§ 556, 560 BGB)', BALANCE],
]);
