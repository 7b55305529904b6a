/** The Prüfliste: each check on the smallest case that should trip it, and its words. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billProperty } from '#shared/billing/bill-property.ts';
import { billingCaseSchema, type BillingCaseInput } from '#shared/billing/billing-case.ts';
import { FINDING_SEVERITY, finding, type FindingCode } from '#shared/billing/findings.ts';
import { sayFinding } from '#shared/text/billing/findings.ts';

const FULL = JSON.parse(
  readFileSync(new URL('../../../../fixtures/billing/full-02.json', import.meta.url), 'utf8'),
) as BillingCaseInput;

type Change = (given: BillingCaseInput) => BillingCaseInput;

function codesOf(change: Change): FindingCode[] {
  const outcome = billProperty(billingCaseSchema.parse(change(structuredClone(FULL))));
  const findings = outcome.kind === 'refused' ? outcome.findings : outcome.bill.findings;
  return findings.map(({ code }) => code);
}

function withoutInterimReadings({ tenancies = [] }: BillingCaseInput): typeof tenancies {
  return tenancies.map((tenancy) => {
    const { consumption, ...others } = tenancy;
    return consumption === undefined ? tenancy : others;
  });
}

const dearElectricity: Change = (given) => ({
  ...given,
  costs: (given.costs ?? []).map((cost) => (cost.id === 'electricity' ? { ...cost, amount: 301 } : cost)),
});

const gas =
  (more: Record<string, unknown>): Change =>
  (given) => ({
    ...given,
    costs: (given.costs ?? []).map((cost) => (cost.id === 'gas' ? { ...cost, ...more } : cost)),
  });

const unitA =
  (more: Record<string, unknown>): Change =>
  (given) => ({
    ...given,
    units: given.units.map((unit) => (unit.id === 'A' ? { ...unit, ...more } : unit)),
  });

const serving =
  (supplies: 'heating' | 'hotWater'): Change =>
  (given) => ({
    ...given,
    property: { ...given.property, plant: { ...given.property.plant, supplies } },
  });

const invoice = (from: string, to: string) => ({ invoice: { period: { from, to } } });

const OIL = {
  id: 'oil',
  label: 'Heizöl',
  fuel: 'heatingOil' as const,
  unit: 'l' as const,
  opening: { quantity: 1000, amount: 1000 },
};

const CASES: readonly (readonly [FindingCode, Change])[] = [
  ['PERIOD_OVER_TWELVE_MONTHS', (given) => ({ ...given, period: { from: '2025-01-01', to: '2026-01-01' } })],
  [
    'TENANCIES_OVERLAP',
    (given) => ({
      ...given,
      tenancies: (given.tenancies ?? []).map((each) =>
        each.id === 'C2' ? { ...each, from: '2025-09-30' } : each,
      ),
    }),
  ],
  ['AREA_ZERO', unitA({ areas: { living: 0 } })],
  [
    'AREA_OF_KEY_MISSING',
    (given) => ({
      ...given,
      rules: { ...given.rules, heating: { consumptionPercent: 70, baseKey: 'heatedArea' } },
    }),
  ],
  [
    'SHARE_OUTSIDE_LIMITS',
    (given) => ({ ...given, rules: { ...given.rules, heating: { consumptionPercent: 49 } } }),
  ],
  [
    'SHARE_BY_AGREEMENT',
    (given) => ({
      ...given,
      rules: { ...given.rules, heating: { consumptionPercent: 80, agreement: 'Mietvertrag § 5' } },
    }),
  ],
  [
    'SHARE_NOT_SEVENTY',
    (given) => ({
      ...given,
      property: {
        ...given.property,
        building: { meetsInsulationOrdinance1994: false, exposedPipesInsulated: true },
      },
      rules: { ...given.rules, heating: { consumptionPercent: 60 } },
    }),
  ],
  ['SHARE_RULES_MISSING', (given) => ({ ...given, rules: { hotWater: { consumptionPercent: 70 } } })],
  ['COST_NOT_APPORTIONABLE', gas({ kind: 'repair' })],
  ['COST_OF_UNSERVED_POT', serving('heating')],
  ['COSTS_EMPTY', (given) => ({ ...given, costs: [] })],
  ['SEPARATION_MISSING', (given) => ({ ...given, separation: { method: 'none' } })],
  ['HOT_WATER_HEAT_MISSING', (given) => ({ ...given, separation: { method: 'measured' } })],
  ['HOT_WATER_EXCEEDS_TOTAL', (given) => ({ ...given, separation: { method: 'measured', heatKwh: 60_001 } })],
  [
    'HOT_WATER_TOO_COLD',
    (given) => ({ ...given, separation: { method: 'volume', temperatureC: 10, why: 'meterMissing' } }),
  ],
  [
    'DIRECT_CHARGE_OUTSIDE_PERIOD',
    (given) => ({
      ...given,
      tenancies: [
        ...(given.tenancies ?? []),
        {
          id: 'A0',
          unit: 'A',
          tenant: { id: 'gone', name: 'Ehemalige' },
          from: '1990-01-01',
          to: '1990-12-31',
        },
      ],
      costs: [
        ...(given.costs ?? []),
        {
          id: 'x',
          label: 'Zwischenablesung',
          kind: 'other',
          target: 'direct',
          tenancy: 'A0',
          agreement: 'Mietvertrag § 7',
          amount: 30,
        },
      ],
    }),
  ],
  ['ENERGY_BASIS_MISSING', gas({ energy: { quantity: 60_000, unit: 'kWh' } })],
  ['HEATING_VALUE_MISSING', gas({ energy: { quantity: 60, unit: 'SRm' } })],
  ['ENERGY_MISSING', gas({ energy: undefined })],
  ['INVOICE_CROSSES_PERIOD', gas(invoice('2024-12-15', '2025-12-14'))],
  ['INVOICE_OUTSIDE_PERIOD', gas({ ...invoice('2023-01-01', '2023-12-31'), accrual: { method: 'days' } })],
  ['ACCRUAL_WITHOUT_PERIOD', gas({ accrual: { method: 'days' } })],
  ['INVOICE_COVERAGE_GAP', gas(invoice('2025-01-01', '2025-11-30'))],
  ['CLOSING_STOCK_MISSING', (given) => ({ ...given, stocks: [OIL] })],
  ['CLOSING_STOCK_TOO_LARGE', (given) => ({ ...given, stocks: [{ ...OIL, closing: { quantity: 1001 } }] })],
  ['STOCK_WITHOUT_CONSUMPTION', (given) => ({ ...given, stocks: [{ ...OIL, closing: { quantity: 1000 } }] })],
  ['CONSUMPTION_MISSING', unitA({ consumption: { hotWater: 30 } })],
  [
    'POT_WITHOUT_CONSUMPTION',
    (given) => ({
      ...given,
      units: given.units.map((unit) => ({ ...unit, consumption: { heating: 0, hotWater: 1 } })),
      tenancies: withoutInterimReadings(given),
    }),
  ],
  [
    'INTERIM_READINGS_UNEQUAL_TOTAL',
    (given) => ({
      ...given,
      units: given.units.map((unit) =>
        unit.id === 'C' ? { ...unit, consumption: { heating: 99, hotWater: 50 } } : unit,
      ),
    }),
  ],
  [
    'DIRECT_CHARGE_WITHOUT_AGREEMENT',
    (given) => ({
      ...given,
      costs: [
        ...(given.costs ?? []),
        { id: 'x', label: 'Zwischenablesung', kind: 'other', target: 'direct', tenancy: 'C1', amount: 30 },
      ],
    }),
  ],
  [
    'FURTHER_KEY_EMPTY',
    (given) => ({
      ...given,
      costs: [
        ...(given.costs ?? []),
        { id: 'x', label: 'Müll', kind: 'other', target: 'further', key: { by: 'persons' }, amount: 30 },
      ],
    }),
  ],
  ['CO2_DATA_MISSING', (given) => given],
  ['CO2_FACTOR_IMPLAUSIBLE', gas({ co2: { kg: 12_053, amount: 780 } })],
  [
    'LANDLORD_CO2_SHARE_TOO_LOW',
    (given) => ({ ...given, rules: { ...given.rules, co2: { use: 'nonResidential', landlordPercent: 40 } } }),
  ],
  [
    'CO2_RESTRICTION_UNPROVEN',
    (given) => ({ ...given, rules: { ...given.rules, co2: { restrictedBuilding: true } } }),
  ],
  ['CO2_LEFT_TO_OWNERS', (given) => ({ ...given, property: { ...given.property, ownersAssociation: true } })],
  [
    'HEAT_PUMP_EXEMPTION_ENDED',
    (given) => ({
      ...given,
      property: {
        ...given.property,
        plant: { kind: 'heatPump' },
        exemptions: [
          { ground: '3', pot: 'both', since: '2015-01-01', reason: 'Wärmepumpe', evidence: 'Akte' },
        ],
      },
    }),
  ],
  [
    'TOTAL_HEAT_MISSING',
    (given) => ({
      ...given,
      property: { ...given.property, plant: { kind: 'heatPump', fuel: 'electricity' } },
    }),
  ],
  [
    'HOT_WATER_HEAT_NOT_MEASURED',
    (given) => ({ ...given, separation: { method: 'volume', temperatureC: 60, why: 'meterMissing' } }),
  ],
  [
    'HOT_WATER_SHARE_IMPLAUSIBLE',
    (given) => ({ ...given, separation: { method: 'measured', heatKwh: 3000 } }),
  ],
  [
    'HOT_WATER_DEVIATES_FROM_FORMULA',
    (given) => ({ ...given, separation: { method: 'measured', heatKwh: 9000 } }),
  ],
  ['VACANCY', (given) => ({ ...given, tenancies: (given.tenancies ?? []).filter(({ id }) => id !== 'A1') })],
  ['CONSUMPTION_ZERO', unitA({ consumption: { heating: 0, hotWater: 30 } })],
  ['CONSUMPTION_CHANGED', unitA({ previous: { heating: 9000 } })],
  ['UNIT_FAR_ABOVE_AREA_SHARE', unitA({ consumption: { heating: 90_000, hotWater: 30 } })],
  [
    'TOTAL_COST_CHANGED',
    (given) => ({
      ...given,
      previous: { period: { from: '2024-01-01', to: '2024-12-31' }, total: 5000 },
    }),
  ],
  [
    'INTERIM_READING_OMITTED',
    (given) => ({
      ...given,
      tenancies: withoutInterimReadings(given),
    }),
  ],
];

function messageOf(code: FindingCode, evidence: Record<string, string>): string {
  return sayFinding(finding(code, [], evidence)).message;
}

describe('the checks of a case', () => {
  it.each(CASES)('find %s', (code, change) => {
    expect(codesOf(change)).toContain(code);
  });

  it('find operating electricity above 5 % of the fuel', () => {
    expect(codesOf(dearElectricity)).toContain('OPERATING_ELECTRICITY_HIGH');
    expect(codesOf((given) => given)).not.toContain('OPERATING_ELECTRICITY_HIGH');
  });

  it('name a direct charge to somebody who has left before the period, and no sum that does not close', () => {
    const [, change] = CASES.find(([code]) => code === 'DIRECT_CHARGE_OUTSIDE_PERIOD') ?? [];
    expect(change && codesOf(change)).not.toContain('SUMS_DO_NOT_CLOSE');
  });

  it('name keys, kinds of cost and methods in German', () => {
    expect(messageOf('AREA_OF_KEY_MISSING', { key: 'heatedArea' })).toContain('„beheizte Fläche“');
    expect(messageOf('FURTHER_KEY_EMPTY', { key: 'persons' })).toContain('„Personen“');
    expect(messageOf('COST_NOT_APPORTIONABLE', { kind: 'repair' })).toContain('„Reparatur“');
    expect(messageOf('ESTIMATE_WITHOUT_BASIS', { method: 'average' })).toContain('Durchschnittsverbrauch');
  });

  it('write days, fractions and a single device as people do', () => {
    expect(messageOf('VACANCY', { from: '2025-11-21', to: '2025-12-31' })).toContain(
      'vom 21.11.2025 bis 31.12.2025',
    );
    expect(messageOf('TOTAL_COST_CHANGED', { percent: '-21.6' })).toContain('um −21,6 %');
    expect(messageOf('NOT_REMOTE_READABLE', { count: '1' })).toContain('Ein Gerät der Einheit ist');
    expect(messageOf('NOT_REMOTE_READABLE', { count: '2' })).toContain('2 Geräte der Einheit sind');
  });

  it('say every finding in German, with its paragraph and what cures it', () => {
    for (const code of Object.keys(FINDING_SEVERITY) as FindingCode[]) {
      const said = sayFinding(finding(code, [], { day: '2025-01-01', percent: '3', pot: 'heating' }));
      expect(said.message.length, code).toBeGreaterThan(10);
      expect(said.norm.length, code).toBeGreaterThan(3);
      expect(said.cure.length, code).toBeGreaterThan(10);
    }
  });
});
