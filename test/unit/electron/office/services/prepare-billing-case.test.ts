import { describe, expect, it } from 'vitest';
import type { BillingSetupInput } from '#office/services/billing-setup.ts';
import { prepareBillingCase } from '#office/services/prepare-billing-case.ts';
import { addCost, billingPeriodsOf, costsOf, removeCost, updateBillingPeriod } from '#office/store/costs.ts';
import { addManualReading } from '#office/store/readings.ts';
import { addPrepayment, addTenancy, endTenancy } from '#office/store/tenancies.ts';
import { addUserChange } from '#office/store/user-changes.ts';
import { billProperty } from '#shared/billing/bill-property.ts';
import { centsOf } from '#shared/model/money.ts';
import { decimalTextOf } from '#shared/model/decimal-text.ts';
import { codeOf, valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture } from '../../../../support/session.ts';
import { changed, day, LANDLORD, TENANT } from '../../../../support/small-house.ts';

const SETUP: BillingSetupInput = {
  plant: { kind: 'boiler', fuel: 'naturalGas', supplies: 'heating' },
  separation: { method: 'none' },
  rules: { heating: { consumptionPercent: 70 } },
};
const TODAY = day('2026-02-16');

async function houseWithBill() {
  const fixture = await sessionFixture();
  const { office, house, session } = fixture;
  const [period] = billingPeriodsOf(session.store, house.property);
  if (!period) throw new Error('the small house has no period');
  changed(office, (change) => {
    updateBillingPeriod(change, period.id, { ...period, rules: JSON.stringify(SETUP) });
    addCost(change, {
      periodId: period.id,
      label: 'Erdgas',
      kind: 'fuel',
      target: 'heating',
      amount: centsOf(123_456),
      labour: null,
      invoiceNumber: 'G-1',
      invoiceDate: day('2026-01-10'),
      supplier: 'Ilmtalwerke',
      energyQuantity: decimalTextOf('12000'),
      energyUnit: 'kWh',
      energyBasis: 'Hs',
      co2Kg: decimalTextOf('2176.68'),
      co2Cost: centsOf(14_246),
      extras: null,
    });
    addPrepayment(change, { tenancyId: house.tenancy, paidOn: day('2025-06-01'), amount: centsOf(50_000) });
    addPrepayment(change, { tenancyId: house.tenancy, paidOn: day('2027-06-01'), amount: centsOf(99_999) });
  });
  const [updated] = billingPeriodsOf(session.store, house.property);
  return { ...fixture, period: updated ?? period };
}

function note(fixture: Awaited<ReturnType<typeof houseWithBill>>, date: string, units: bigint): void {
  changed(fixture.office, (change) =>
    addManualReading(change, {
      origin: 'readOnSite',
      note: 'Hausrundgang',
      reading: {
        meterId: fixture.house.meter,
        register: date.endsWith('12-31') ? 'dueDate' : 'current',
        quantity: 'allocation',
        value: { mantissa: units, exponent: 0, unit: 'HCA' },
        date: day(date),
        dateInferred: false,
        storage: 0,
      },
    }),
  );
}

/** The house after a change of user at the end of September. */
async function changedHouse(costBearer: 'landlord' | 'leaving' | 'arriving', cost: number | null) {
  const fixture = await houseWithBill();
  const { house, office } = fixture;
  const next = changed(office, (change) => {
    endTenancy(change, house.tenancy, day('2025-09-30'));
    addUserChange(change, {
      unitId: house.unit,
      lastDay: day('2025-09-30'),
      missingWhy: null,
      reason: '',
      costBearer,
      cost: cost === null ? null : centsOf(cost),
    });
    return addTenancy(change, {
      unitId: house.unit,
      personId: house.landlord,
      from: day('2025-10-01'),
      to: null,
    });
  });
  note(fixture, '2024-12-31', 910n);
  note(fixture, '2025-09-30', 300n);
  note(fixture, '2025-12-31', 800n);
  const prepared = valueOf(prepareBillingCase(fixture.session, fixture.period, TODAY));
  return { fixture, prepared, leaving: house.tenancy, next };
}

describe('a prepared case', () => {
  it('names house, people, meters and invoices, and is billed as it is', async () => {
    const fixture = await houseWithBill();
    note(fixture, '2024-12-31', 910n);
    note(fixture, '2025-12-31', 800n);
    const prepared = valueOf(prepareBillingCase(fixture.session, fixture.period, TODAY));
    expect(prepared.property.landlord.name).toBe(LANDLORD.name);
    expect(prepared.tenancies[0]?.tenant.name).toBe(TENANT.name);
    expect(prepared.costs[0]).toMatchObject({
      amount: '1234.56',
      energy: { quantity: '12000', basis: 'Hs' },
    });
    expect(prepared.devices[0]).toMatchObject({
      kind: 'allocator',
      allocator: { scale: 'unit', factor: '1.25' },
      resetsOn: '12-31',
      readings: [
        { date: '2024-12-31', value: '910' },
        { date: '2025-12-31', value: '800', quality: 'dueDate' },
      ],
    });
    const outcome = billProperty(prepared);
    expect(outcome).toMatchObject({ kind: 'billed', bill: { proof: { difference: 0, invoices: 123_456 } } });
  });

  it('counts only prepayments of the period', async () => {
    const fixture = await houseWithBill();
    const prepared = valueOf(prepareBillingCase(fixture.session, fixture.period, TODAY));
    expect(prepared.tenancies[0]?.prepayments).toEqual([{ date: '2025-06-01', amount: '500.00' }]);
  });

  it('reads a meter on the last day of a leaving user too', async () => {
    const fixture = await houseWithBill();
    changed(fixture.office, (change) => endTenancy(change, fixture.house.tenancy, day('2025-09-30')));
    note(fixture, '2025-09-30', 300n);
    note(fixture, '2025-11-11', 500n);
    note(fixture, '2025-12-31', 800n);
    const [device] = valueOf(prepareBillingCase(fixture.session, fixture.period, TODAY)).devices;
    expect(device?.readings.map(({ date }) => date)).toEqual(['2025-09-30', '2025-12-31']);
  });

  describe('the cost of the reading at a change of user', () => {
    it('is charged to whoever agreed to bear it, and the bill still adds up', async () => {
      const { prepared, leaving } = await changedHouse('leaving', 3_500);
      expect(prepared.costs[1]).toMatchObject({
        kind: 'userChangeFee',
        target: 'direct',
        amount: '35.00',
        label: 'Zwischenablesung beim Nutzerwechsel am 30.09.2025',
      });
      const outcome = billProperty(prepared);
      if (outcome.kind !== 'billed') throw new Error('the house is billed');
      expect(outcome.bill.proof).toMatchObject({ difference: 0, invoices: 123_456 + 3_500 });
      const charged = outcome.bill.users.filter(({ direct }) => direct.length > 0);
      expect(charged.map(({ id }) => Number(id.split('-')[1]))).toEqual([leaving]);
      expect(outcome.bill.findings.map(({ code }) => code)).not.toContain('DIRECT_CHARGE_WITHOUT_AGREEMENT');
    });

    it('goes to the one who arrives where that was agreed', async () => {
      const { prepared, next } = await changedHouse('arriving', 3_500);
      const outcome = billProperty(prepared);
      if (outcome.kind !== 'billed') throw new Error('the house is billed');
      const charged = outcome.bill.users.filter(({ direct }) => direct.length > 0);
      expect(charged.map(({ id }) => Number(id.split('-')[1]))).toEqual([next]);
    });

    it('does not hide that the costs of the period are missing', async () => {
      const { fixture } = await changedHouse('leaving', 3_500);
      const { store } = fixture.office;
      changed(fixture.office, (change) => {
        for (const { id } of costsOf(store, fixture.period.id)) removeCost(change, id);
      });
      const outcome = billProperty(valueOf(prepareBillingCase(fixture.session, fixture.period, TODAY)));
      expect(outcome.kind).toBe('refused');
      expect(JSON.stringify(outcome)).toContain('COSTS_EMPTY');
    });

    it('is on nobody’s bill where the landlord bears it or no amount is known', async () => {
      expect((await changedHouse('landlord', 3_500)).prepared.costs).toHaveLength(1);
      expect((await changedHouse('leaving', null)).prepared.costs).toHaveLength(1);
    });
  });

  it('says which choice is missing when the period was never set up', async () => {
    const fixture = await houseWithBill();
    const blank = { ...fixture.period, rules: '{}' };
    const refused = prepareBillingCase(fixture.session, blank, TODAY);
    expect(codeOf(refused)).toBe('CASE_INCOMPLETE');
    expect(refused).toMatchObject({ error: { message: expect.stringContaining('(rules)') as string } });
  });
});
