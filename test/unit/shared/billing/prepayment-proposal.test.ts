/** The prepayment a bill proposes: from what comes every year, not from what a tenant caused once (§ 560 Abs. 4 BGB). */
import { describe, expect, it } from 'vitest';
import type { Bill } from '#shared/billing/bill.ts';
import type { BillingCaseInput } from '#shared/billing/billing-case.ts';
import { billOneTenant } from './small-houses.ts';

type CostInput = NonNullable<BillingCaseInput['costs']>[number];

const CHARGE: CostInput = {
  id: 'lock',
  label: 'Zwischenablesung auf Wunsch',
  kind: 'other',
  target: 'direct',
  tenancy: 't',
  agreement: 'Mietvertrag § 9',
  amount: '59.50',
  vatPercent: 19,
};

const GAS: CostInput = {
  id: 'gas',
  label: 'Erdgas',
  kind: 'fuel',
  target: 'heating',
  amount: '1190.00',
  vatPercent: 19,
};

function billOf(costs: readonly CostInput[], vatPercent?: number): Bill {
  return billOneTenant({ year: 2025, fuel: 'naturalGas', costs: [GAS, ...costs], vatPercent });
}

describe('the proposed prepayment', () => {
  it('leaves out what a tenant caused once, and says so', () => {
    const bill = billOf([CHARGE]);
    expect(bill.users[0]).toMatchObject({ total: 124_950, proposedMonthlyPrepayment: 9_917 });
    const proposal = bill.figures.get('user.t.newPrepayment');
    const [recurring] = proposal?.inputs ?? [];
    expect(recurring).toMatchObject({ id: 'user.t.recurring', rule: 'RECURRING_COST' });
    expect(recurring?.inputs.map(({ id }) => id)).toEqual(['user.t.total', 'cost.lock']);
  });

  it('is a twelfth of all costs where nobody caused any', () => {
    expect(billOf([]).users[0]?.proposedMonthlyPrepayment).toBe(9_917);
    expect(billOf([]).figures.get('user.t.recurring')).toBeUndefined();
  });

  it('is what a commercial tenant pays with his tax, the charge off with its own', () => {
    // Net 1000 a year; at 10 % he owes 1100 and 55 for the charge of net 50.
    const bill = billOf([CHARGE], 10);
    expect(bill.users[0]).toMatchObject({ balance: 115_500, proposedMonthlyPrepayment: 9_167 });
  });
});
