/** Small houses to bill, with a boiler that heats; a test says only what it is about. */
import { billProperty } from '#shared/billing/bill-property.ts';
import type { Bill } from '#shared/billing/bill.ts';
import { billingCaseSchema, type BillingCaseInput } from '#shared/billing/billing-case.ts';

type Plant = NonNullable<BillingCaseInput['property']>['plant'];

export interface OneTenantHouse {
  readonly year: number;
  readonly fuel: Plant['fuel'];
  readonly costs?: BillingCaseInput['costs'];
  readonly stocks?: BillingCaseInput['stocks'];
  /** The tax rate a commercial tenant is billed with (§ 9 UStG), in percent. */
  readonly vatPercent?: number | undefined;
}

const HOUSE = {
  id: 'house',
  name: 'Haus',
  address: ['Ring 1'],
  landlord: { id: 'landlord', name: 'Vermieter' },
};

/** The bill of a house that burns natural gas in 2025, with the parts a test is about; throws when it is refused. */
export function billOfHouse(more: Partial<BillingCaseInput>): Bill {
  const outcome = billProperty(
    billingCaseSchema.parse({
      format: 'stichtag-case',
      version: 1,
      kind: 'bill',
      property: { ...HOUSE, plant: { kind: 'boiler', fuel: 'naturalGas', supplies: 'heating' } },
      period: { from: '2025-01-01', to: '2025-12-31' },
      rules: { heating: { consumptionPercent: 70 }, co2: { notApplicable: 'Probe' } },
      units: [],
      ...more,
    }),
  );
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.findings));
  return outcome.bill;
}

/** The bill of the smallest house: one unit, one tenant. */
export function billOneTenant({ year, fuel, vatPercent, ...money }: OneTenantHouse): Bill {
  return billOfHouse({
    property: { ...HOUSE, plant: { kind: 'boiler', fuel, supplies: 'heating' } },
    period: { from: `${year}-01-01`, to: `${year}-12-31` },
    ...money,
    units: [{ id: 'A', label: 'A', areas: { living: 50 }, consumption: { heating: 100 } }],
    tenancies: [
      {
        id: 't',
        unit: 'A',
        tenant: { id: 'p', name: 'Becker' },
        from: '2020-01-01',
        ...(vatPercent !== undefined && { vatOption: { ratePercent: vatPercent } }),
      },
    ],
  });
}
