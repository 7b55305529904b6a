/** Tax on fuel from a stock: each lot bears the rate it was bought at (§ 9 UStG). */
import { describe, expect, it } from 'vitest';
import type { Bill } from '#shared/billing/bill.ts';
import type { BillingCaseInput } from '#shared/billing/billing-case.ts';
import { billOneTenant } from './small-houses.ts';

type StockInput = NonNullable<BillingCaseInput['stocks']>[number];

/** 1000 l of last year, then 1000 l at 7 % and 1000 l at 19 %; 500 l are left. */
const OIL: StockInput = {
  id: 'oil',
  label: 'Flüssiggas',
  fuel: 'lpg',
  unit: 'l',
  target: 'heating',
  opening: { quantity: 1000, amount: '1000.00' },
  deliveries: [
    { id: 'd1', date: '2024-02-01', quantity: 1000, amount: '1070.00', vatPercent: 7 },
    { id: 'd2', date: '2024-10-01', quantity: 1000, amount: '1190.00', vatPercent: 19 },
  ],
  closing: { quantity: 500 },
};

const billOf = (stock: StockInput): Bill =>
  billOneTenant({ year: 2024, fuel: 'lpg', stocks: [stock], vatPercent: 19 });

const taxFindings = (bill: Bill): string[] =>
  bill.findings.map(({ code }) => code).filter((code) => code === 'STOCK_TAX_UNSTATED');

describe('the tax on a stock', () => {
  it('is that of each lot burnt: the first in is the first out', () => {
    // Net 1000 / 1.19 + 1070 / 1.07 + 595 / 1.19 = 840.336… + 1000 + 500 = 2340.34.
    const bill = billOf({ ...OIL, opening: { ...OIL.opening, vatPercent: 19 } });
    expect(bill.users[0]).toMatchObject({ total: 266_500, vat: { net: 234_034, tax: 44_466 } });
    expect(taxFindings(bill)).toEqual([]);
  });

  it('takes an opening stock without a rate as bought without tax, and asks for the rate', () => {
    // Net 1000 + 1000 + 500.
    const bill = billOf(OIL);
    expect(bill.users[0]?.vat?.net).toBe(250_000);
    expect(taxFindings(bill)).toEqual(['STOCK_TAX_UNSTATED']);
  });

  it('weighs all lots alike at the weighted average', () => {
    // Bought 3260 gross, 840.336… + 1000 + 1000 net; burnt 3260 - 543.33 = 2716.67.
    const bill = billOf({ ...OIL, valuation: 'average', opening: { ...OIL.opening, vatPercent: 19 } });
    expect(bill.users[0]).toMatchObject({ total: 271_667, vat: { net: 236_695 } });
  });

  it('is the one rate where all lots have it, that of an opening stock without one too', () => {
    const [first, second] = OIL.deliveries ?? [];
    if (!first || !second) throw new Error('two deliveries');
    const bill = billOf({ ...OIL, deliveries: [{ ...first, vatPercent: '19.0' }, second] });
    // 1000 + 1070 + 595 = 2665 gross.
    expect(bill.users[0]?.vat?.net).toBe(223_950);
    expect(taxFindings(bill)).toEqual([]);
  });
});
