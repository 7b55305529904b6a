import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billProperty } from '#shared/billing/bill-property.ts';
import { billingCaseSchema, type BillingCase } from '#shared/billing/billing-case.ts';
import { runCase } from '#office/services/run-case.ts';

interface WrittenCost {
  amount: number | string;
  target: string;
  co2?: { kg: number; amount: number };
}

interface WrittenCase {
  costs: WrittenCost[];
  separation: object;
  property: { plant: { supplies?: string } };
}

function fullBill(change: (given: WrittenCase) => void): BillingCase {
  const file = new URL('../../../fixtures/billing/full-02.json', import.meta.url);
  const written = JSON.parse(readFileSync(file, 'utf8')) as WrittenCase;
  change(written);
  return billingCaseSchema.parse(written);
}

function codesOf(given: BillingCase): string[] {
  const outcome = billProperty(given);
  return outcome.kind === 'refused' ? outcome.findings.map(({ code }) => code) : [];
}

describe('a bill whose sums do not close', () => {
  it('is refused, whatever made a cent vanish: here hot water costs of a plant that makes none', () => {
    const given = fullBill((written) => {
      written.property.plant.supplies = 'heating';
    });
    expect(codesOf(given)).toContain('SUMS_DO_NOT_CLOSE');
    expect(runCase(JSON.stringify(given)).kind).toBe('refused');
  });

  it('does not come about by more CO2 cost than there is cost: the invoice is at fault', () => {
    const given = fullBill(({ costs }) => {
      for (const cost of costs.slice(0, 1)) cost.co2 = { kg: 99_999, amount: 9_999 };
    });
    expect(codesOf(given)).toEqual(['CO2_ABOVE_INVOICE']);
  });

  it('is not made by a year of credits: a pot below zero closes too', () => {
    const given = fullBill(({ costs }) => {
      for (const cost of costs) cost.amount = -100.01;
    });
    const outcome = billProperty(given);
    if (outcome.kind === 'refused') throw new Error(codesOf(given).join());
    expect(outcome.bill.proof).toMatchObject({ difference: 0, invoices: -10_001 * given.costs.length });
  });
});
