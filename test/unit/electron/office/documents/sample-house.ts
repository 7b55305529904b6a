/** A house whose bill shows what a statement must show: user change, vacancy, estimate, CO2, hard names. */
import type { Bill } from '#shared/billing/bill.ts';
import { billingCaseSchema, type BillingCase, type BillingCaseInput } from '#shared/billing/billing-case.ts';
import { billProperty } from '#shared/billing/bill-property.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import type { StatementInput } from '#office/documents/statement/statement-input.ts';

type UnitInput = NonNullable<BillingCaseInput['units']>[number];
type DeviceInput = NonNullable<BillingCaseInput['devices']>[number];
type TenancyInput = NonNullable<BillingCaseInput['tenancies']>[number];

export const LONG_NAME = 'Dr.-Ing. Maximiliane-Sophie von und zu Wasserburg-Hohenschwangau';
const NAMES = [
  'Sagar Mehta',
  'Timo Becker',
  LONG_NAME,
  'Łukasz Dvořák und Ayşe Öztürk',
  'Straẞer & Söhne GbR',
];
const FLATS = [
  'Stadtoase-Suite',
  'Urbaner Rückzugsort',
  'Parkblick-Suite',
  'Lindenhof-Apartment',
  'Morgensonne',
];
const FACTORS = ['1.25', '0.875', '1.5'];
const BEGIN = '2024-12-31';
const END = '2025-12-31';
const CHANGE = '2025-09-30';

function unitAt(index: number): UnitInput {
  const name = FLATS[index % FLATS.length] ?? '';
  const label = index < FLATS.length ? name : `${name} ${index + 1}`;
  return {
    id: unitId(index),
    label,
    location: `${(index % 4) + 1}. OG`,
    areas: { living: 46 + ((index * 13) % 50) },
  };
}

export function unitId(index: number): string {
  return `u${String(index).padStart(4, '0')}`;
}

function readings(index: number, from: number, used: number): NonNullable<DeviceInput['readings']> {
  const interim = index === 0 ? [{ date: CHANGE, value: from + Math.round(used * 0.6) }] : [];
  return [{ date: BEGIN, value: from }, ...interim, { date: END, value: from + used }];
}

/** Three allocators and a water meter a flat; the third flat's second allocator fell silent in autumn. */
function devicesAt(index: number): DeviceInput[] {
  const unit = unitId(index);
  const allocators = FACTORS.map((factor, place): DeviceInput => {
    const isSilent = index === 2 && place === 1;
    const used = 100 + ((index * 37 + place * 91) % 400);
    return {
      id: `${unit}-${place}`,
      serial: `QDS${71_000_000 + index * 10 + place}`,
      kind: 'allocator',
      unit,
      room: ['Wohnzimmer', 'Schlafzimmer', 'Küche'][place] ?? '',
      register: 'units',
      allocator: { scale: 'unit', factor },
      readings: isSilent ? [{ date: BEGIN, value: 1000 }] : readings(index, 1000, used),
      ...(isSilent && {
        estimate: {
          method: 'comparableRooms',
          reason: 'Heizkostenverteiler am 14.10.2025 ausgefallen',
          affectedAreaM2: 14,
          rooms: [{ label: 'Schlafzimmer im Stockwerk darüber', consumption: 212.5, areaM2: 15 }],
        },
      }),
    };
  });
  const water: DeviceInput = {
    id: `${unit}-w`,
    serial: `HYD${50_000_000 + index}`,
    kind: 'warmWaterMeter',
    unit,
    room: 'Bad',
    register: 'm3',
    readings: readings(index, 100, 10 + ((index * 7) % 25)),
  };
  return [...allocators, water];
}

/** The first flat changes its user, the fifth stands empty from July. */
function tenanciesAt(index: number): TenancyInput[] {
  const unit = unitId(index);
  const name = NAMES[index % NAMES.length] ?? '';
  const tenancy = (
    suffix: string,
    tenant: string,
    days: Pick<TenancyInput, 'from' | 'to'>,
    paid: number,
  ) => ({
    id: `${unit}-${suffix}`,
    unit,
    tenant: {
      id: `person-${unit}-${suffix}`,
      name: tenant,
      address: ['Max-Planck-Ring 6A', '98693 Ilmenau'],
    },
    ...days,
    prepayments: [{ amount: paid }],
  });
  if (index === 0)
    return [
      tenancy('1', name, { from: '2023-01-01', to: CHANGE }, 800),
      tenancy('2', 'Shivani Rao', { from: '2025-10-01' }, 10),
    ];
  return [
    tenancy('1', name, index === 4 ? { from: '2023-01-01', to: '2025-06-30' } : { from: '2023-01-01' }, 1200),
  ];
}

function euros(amount: number): string {
  return amount.toFixed(2);
}

/** The case of a gas-heated house with `count` flats. */
export function sampleCase(count: number): BillingCase {
  const places = Array.from({ length: count }, (_, index) => index);
  const units = places.map(unitAt);
  const gas = units.reduce((sum, unit) => sum + Number(unit.areas.living), 0) * 150;
  return billingCaseSchema.parse({
    format: 'stichtag-case',
    version: 1,
    kind: 'bill',
    property: {
      id: 'stadtpark',
      name: 'Stadtpark Suites',
      address: ['Max-Planck-Ring 6A', '98693 Ilmenau'],
      landlord: { id: 'landlord', name: 'Remo Reichel', address: ['Am Stollen 19', '98693 Ilmenau'] },
      plant: { kind: 'boiler', fuel: 'naturalGas' },
    },
    period: { from: '2025-01-01', to: END },
    preparedOn: '2026-03-02',
    rules: { heating: { consumptionPercent: 70 }, hotWater: { consumptionPercent: 70 } },
    separation: { method: 'measured', heatKwh: Math.round(gas * 0.16) },
    costs: [
      {
        id: 'gas',
        label: 'Erdgas',
        kind: 'fuel',
        target: 'joint',
        amount: euros(gas * 0.1142),
        energy: { quantity: gas, unit: 'kWh', basis: 'Hs', fuel: 'naturalGas' },
        co2: { kg: (gas * 0.181_39).toFixed(3), amount: euros(gas * 0.181_39 * 0.055 * 1.19) },
        invoice: { supplier: 'Ilmtalwerke GmbH', number: '2025-48213', date: '2026-01-12' },
      },
      {
        id: 'maintenance',
        label: 'Wartung des Heizkessels',
        kind: 'maintenance',
        target: 'joint',
        amount: '389.13',
        labour: '261.80',
        labourKind: 'craftsman',
      },
      {
        id: 'rent',
        label: 'Miete der Verteiler',
        kind: 'meterRental',
        target: 'heating',
        amount: euros(15.47 * count),
      },
      {
        id: 'water',
        label: 'Miete der Wasserzähler',
        kind: 'meterRental',
        target: 'hotWater',
        amount: euros(9.76 * count),
      },
    ],
    units,
    devices: places.flatMap(devicesAt),
    tenancies: places.flatMap(tenanciesAt),
    information: {
      energyMix: [{ source: 'Erdgas', percent: 100 }],
      contacts: [{ name: 'Verbraucherzentrale', address: 'www.verbraucherzentrale-energieberatung.de' }],
      disputeResolution: 'Der Vermieter nimmt an keinem Verfahren teil.',
    },
  } satisfies BillingCaseInput);
}

/** The bill of a case; a refusal fails the test that asked for it. */
export function billOf(given: BillingCase): Bill {
  const outcome = billProperty(given);
  if (outcome.kind === 'refused') {
    const codes = outcome.findings.filter(({ severity }) => severity === 'blocking').map(({ code }) => code);
    throw new Error(`the sample is refused: ${codes.join(', ')}`);
  }
  return outcome.bill;
}

/** Everything a statement of the sample needs. */
export function sampleInput(count: number): StatementInput {
  const given = sampleCase(count);
  return {
    office: {
      name: 'Messdienst Ilmtal GmbH',
      address: ['Am Stollen 21', '98693 Ilmenau'],
      phone: '03677 123456',
    },
    case: given,
    bill: billOf(given),
    documentNumber: 'HK-2025-0001',
    issuedOn: plainDateOf('2026-03-02'),
  };
}
