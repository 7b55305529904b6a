import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesAnything, differenceOf, type UserDifference } from '#shared/billing/bill-difference.ts';
import { billProperty } from '#shared/billing/bill-property.ts';
import type { Bill } from '#shared/billing/bill.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { randomBuilding, seededNumbers } from './random-building.ts';

function billOf(given: BillingCase): Bill {
  const outcome = billProperty(given);
  if (outcome.kind !== 'billed') throw new Error(JSON.stringify(outcome.findings));
  return outcome.bill;
}

function house(seed: number): BillingCase {
  return randomBuilding({ units: 6, next: seededNumbers(seed) });
}

/** The same house after an invoice of the plant was corrected by some cents. */
function dearer(given: BillingCase, cents: number): BillingCase {
  const costs = given.costs.map((cost) =>
    cost.id === 'gas' ? { ...cost, amount: (Number(cost.amount) + cents / 100).toFixed(2) } : cost,
  );
  return { ...given, costs };
}

function added(differences: readonly UserDifference[]): number {
  return differences.reduce((sum, { total }) => sum + total.change, 0);
}

describe('the difference of two versions', () => {
  it('is nothing for anybody when nothing was corrected', () => {
    const bill = billOf(house(1));
    const difference = differenceOf(bill, billOf(house(1)));
    expect(difference.map(({ id }) => id)).toEqual(bill.users.map(({ id }) => id));
    expect(difference.filter(changesAnything)).toEqual([]);
  });

  it('adds up: positions to the total, totals to the correction, totals and prepayments to the balance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: -9999, max: 9999 }), (seed, cents) => {
        const given = house(seed);
        const difference = differenceOf(billOf(given), billOf(dearer(given, cents)));
        expect(added(difference)).toBe(cents);
        for (const { positions, total, tax, prepaid, balance } of difference) {
          expect(positions.reduce((sum, { change }) => sum + change, 0)).toBe(total.change);
          expect(total.change + tax.change - prepaid.change).toBe(balance.change);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('shows a tenancy that vanishes and the vacancy that appears in its place', () => {
    const given = house(3);
    const [gone] = given.tenancies;
    if (!gone) throw new Error('the house has no tenancy');
    const without = { ...given, tenancies: given.tenancies.filter(({ id }) => id !== gone.id) };
    const difference = differenceOf(billOf(given), billOf(without));
    expect(difference.find(({ id }) => id === gone.id)).toMatchObject({
      presence: 'vanishes',
      total: { after: 0 },
      balance: { after: 0 },
    });
    const unit = difference.filter((user) => user.unit === gone.unit && user.presence === 'appears');
    expect(unit.map(({ kind }) => kind)).toEqual(['vacancy']);
    expect(added(difference)).toBe(0);
  });

  it('shows further and direct costs by their cost, also where one version lacks them', () => {
    const given = house(4);
    const [tenancy] = given.tenancies;
    if (!tenancy) throw new Error('the house has no tenancy');
    const fee = {
      id: 'fee',
      label: 'Zwischenablesung',
      kind: 'userChangeFee' as const,
      target: 'direct' as const,
      amount: '45.00',
      tenancy: tenancy.id,
      agreement: '§ 14 Mietvertrag',
    };
    const difference = differenceOf(billOf(given), billOf({ ...given, costs: [...given.costs, fee] }));
    const charged = difference.find(({ id }) => id === tenancy.id);
    expect(charged?.positions.filter(({ position }) => position === 'direct')).toEqual([
      { position: 'direct', cost: 'fee', label: 'Zwischenablesung', before: 0, after: 4500, change: 4500 },
    ]);
    expect(difference.filter(changesAnything).map(({ id }) => id)).toEqual([tenancy.id]);
  });

  it('reports a prepayment that was booked late, though no cost has changed', () => {
    const given = house(5);
    const [first, ...others] = given.tenancies;
    if (!first) throw new Error('the house has no tenancy');
    const paid = { ...first, prepayments: [...first.prepayments, { amount: '100.00' }] };
    const difference = differenceOf(billOf(given), billOf({ ...given, tenancies: [paid, ...others] }));
    expect(difference.filter(changesAnything)).toMatchObject([
      { id: first.id, total: { change: 0 }, prepaid: { change: 10_000 }, balance: { change: -10_000 } },
    ]);
  });
});
