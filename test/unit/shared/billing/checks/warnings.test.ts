import { describe, expect, it } from 'vitest';
import { arrange } from '#shared/billing/arranged-case.ts';
import { billProperty } from '#shared/billing/bill-property.ts';
import { billingCaseSchema, type BillingCaseInput } from '#shared/billing/billing-case.ts';
import { deviceWarnings } from '#shared/billing/checks/device-warnings.ts';
import { informationWarnings } from '#shared/billing/checks/information-warnings.ts';

type DeviceInput = NonNullable<BillingCaseInput['devices']>[number];

const complete: NonNullable<BillingCaseInput['information']> = {
  energyMix: [{ source: 'Erdgas', percent: 100 }],
  contacts: [{ name: 'Verbraucherzentrale', address: 'www.verbraucherzentrale.de' }],
  disputeResolution: 'Keine Teilnahme.',
  monthlyInformation: 'complete',
};

function caseWith(device: Partial<DeviceInput>, change: Partial<BillingCaseInput> = {}) {
  return billingCaseSchema.parse({
    format: 'stichtag-case',
    version: 1,
    kind: 'bill',
    property: {
      id: 'house',
      name: 'Haus',
      address: ['Ring 1'],
      landlord: { id: 'landlord', name: 'Remo Reichel' },
      plant: { kind: 'boiler', fuel: 'naturalGas', supplies: 'heating' },
    },
    period: { from: '2025-01-01', to: '2025-12-31' },
    rules: { heating: { consumptionPercent: 70 }, co2: { notApplicable: 'Probe' } },
    costs: [{ id: 'gas', label: 'Erdgas', kind: 'fuel', target: 'heating', amount: '1000.00' }],
    units: [{ id: 'A', label: 'A', areas: { living: 50 } }],
    devices: [
      {
        id: 'd',
        serial: '4711',
        kind: 'heatMeter',
        unit: 'A',
        register: 'kWh',
        readings: [
          { date: '2024-12-31', value: 0 },
          { date: '2025-12-31', value: 100 },
        ],
        ...device,
      },
    ],
    tenancies: [
      { id: 't', unit: 'A', tenant: { id: 'p', name: 'Becker', address: ['Ring 1'] }, from: '2020-01-01' },
    ],
    information: complete,
    ...change,
  });
}

function codes(device: Partial<DeviceInput>, change: Partial<BillingCaseInput> = {}): string[] {
  return deviceWarnings(arrange(caseWith(device, change))).map(({ code }) => code);
}

describe('a device that cannot be read remotely', () => {
  it('is a fault when it was installed after 1.12.2021, and gives its users 3 % in the risk sheet', () => {
    const device = { installedOn: '2022-08-09', remoteReadable: false } as const;
    expect(codes(device)).toEqual(['NOT_REMOTE_READABLE']);
    const outcome = billProperty(caseWith(device));
    if (outcome.kind === 'refused') throw new Error('refused');
    expect(outcome.bill.risk.lines).toMatchObject([
      { right: 'R3_remote', user: 't', base: 100_000, amount: 3_000 },
    ]);
    expect(outcome.bill.users[0]?.total).toBe(100_000);
  });

  it('may stay until the end of 2026 when it is older, or replaces a single one', () => {
    expect(codes({ installedOn: '2021-12-01', remoteReadable: false })).toEqual([]);
    expect(codes({ remoteReadable: false })).toEqual([]);
    expect(codes({ installedOn: '2022-08-09', remoteReadable: false, singleReplacement: true })).toEqual([]);
  });

  it('may not stay in a period that ends after 2026, whatever its age', () => {
    const period = { from: '2027-01-01', to: '2027-12-31' };
    expect(codes({ installedOn: '2015-05-05', remoteReadable: false }, { period })).toEqual([
      'NOT_REMOTE_READABLE',
    ]);
  });

  it('is nobody’s fault when it measures cold water', () => {
    expect(codes({ kind: 'coldWaterMeter', installedOn: '2023-01-01', remoteReadable: false })).toEqual([]);
  });
});

describe('the other checks of a meter', () => {
  it('ask for the gateway only of what is new', () => {
    expect(codes({ installedOn: '2022-12-02', gatewayConnectable: false })).toEqual([
      'NOT_GATEWAY_CONNECTABLE',
    ]);
    expect(codes({ installedOn: '2022-12-01', gatewayConnectable: false })).toEqual([]);
  });

  it('notice a calibration that ran out in the period, an error, and a key date beside the period', () => {
    expect(codes({ calibratedUntil: '2025-12-30' })).toEqual(['CALIBRATION_EXPIRED']);
    expect(codes({ calibratedUntil: '2025-12-31' })).toEqual([]);
    expect(codes({ errorCode: 'E4' })).toEqual(['DEVICE_ERROR']);
    expect(codes({ resetsOn: '06-30' })).toEqual(['KEY_DATE_OFF_PERIOD']);
    expect(codes({ resetsOn: '12-31' })).toEqual([]);
  });
});

function found(change: Partial<BillingCaseInput>) {
  return informationWarnings(arrange(caseWith({}, change))).map(
    ({ code, evidence }) => [code, evidence] as const,
  );
}

describe('papers and dates', () => {
  it('are in order when everything § 6a asks for is there', () => {
    expect(found({ information: complete })).toEqual([]);
  });

  it('name each part that is missing', () => {
    const { energyMix: _, ...rest } = complete;
    expect(found({ information: { ...rest, monthlyInformation: 'incomplete' } })).toEqual([
      ['INFORMATION_INCOMPLETE', { missing: 'monatliche Verbrauchsinformation, Energiemix' }],
    ]);
  });

  it('miss all of it when there is none, but for periods before December 2021', () => {
    const none = { information: undefined };
    expect(found(none)).toEqual([['INFORMATION_MISSING', {}]]);
    expect(found({ ...none, period: { from: '2021-01-01', to: '2021-11-30' } })).toEqual([]);
    const outcome = billProperty(caseWith({}, none));
    if (outcome.kind === 'refused') throw new Error('refused');
    expect(outcome.bill.risk.lines).toMatchObject([{ right: 'R3_info', triggers: ['INFORMATION_MISSING'] }]);
  });

  it('remind of the twelve months from sixty days before, and say when they are over', () => {
    expect(found({ preparedOn: '2026-10-31' })).toEqual([]);
    expect(found({ preparedOn: '2026-11-01' })).toEqual([
      ['DEADLINE_NEAR', { deadline: '2026-12-31', days: '60' }],
    ]);
    expect(found({ preparedOn: '2026-12-31' })[0]?.[1]).toEqual({ deadline: '2026-12-31', days: '0' });
    expect(found({ preparedOn: '2027-01-01' })).toEqual([['DEADLINE_PASSED', { deadline: '2026-12-31' }]]);
  });

  it('ask for the address of a tenant who has left', () => {
    const gone = {
      id: 't',
      unit: 'A',
      tenant: { id: 'p', name: 'Becker' },
      from: '2020-01-01',
      to: '2025-06-30',
    };
    expect(found({ tenancies: [gone] }).map(([code]) => code)).toEqual(['TENANT_WITHOUT_ADDRESS']);
  });
});
