/** The smallest house there is to bill: one unit, one tenant, a boiler that heats; a test says only what it is about. */
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

/** The bill of the house; throws when it is refused. */
export function billOneTenant({ year, fuel, vatPercent, ...money }: OneTenantHouse): Bill {
  const outcome = billProperty(
    billingCaseSchema.parse({
      format: 'stichtag-case',
      version: 1,
      kind: 'bill',
      property: {
        id: 'house',
        name: 'Haus',
        address: ['Ring 1'],
        landlord: { id: 'landlord', name: 'Vermieter' },
        plant: { kind: 'boiler', fuel, supplies: 'heating' },
      },
      period: { from: `${year}-01-01`, to: `${year}-12-31` },
      rules: { heating: { consumptionPercent: 70 }, co2: { notApplicable: 'Probe' } },
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
    }),
  );
  if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.findings));
  return outcome.bill;
}
