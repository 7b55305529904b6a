import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billProperty } from '#shared/billing/bill-property.ts';
import { billingCaseSchema, type BillingCase } from '#shared/billing/billing-case.ts';
import { namesOfCase } from '#shared/text/billing/case-names.ts';
import { sayFindingWithNames } from '#shared/text/billing/findings.ts';
import { runCase } from '#office/services/run-case.ts';

interface WrittenCost {
  amount: number | string;
  target: string;
  co2?: { kg: number; amount: number };
}

interface WrittenCase {
  costs: WrittenCost[];
  stocks?: object[];
  units: { supplied?: { hotWater: boolean } }[];
  property: { plant: { supplies?: string }; exemptions?: object[] };
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
  it('is refused, whatever made a cent vanish: here hot water exempt from metering that nobody gets', () => {
    const given = fullBill(({ property, units }) => {
      property.exemptions = [
        { ground: '1b', pot: 'hotWater', since: '2015-01-01', reason: 'Probe', evidence: 'Akte' },
      ];
      for (const unit of units) unit.supplied = { hotWater: false };
    });
    expect(codesOf(given)).toContain('SUMS_DO_NOT_CLOSE');
    expect(runCase(JSON.stringify(given)).kind).toBe('refused');
  });

  it('does not come about by costs of a pot that the plant does not serve: each is named', () => {
    const oil = { id: 'oil', label: 'Heizöl', fuel: 'heatingOil', unit: 'l', target: 'hotWater' };
    const given = fullBill((written) => {
      written.property.plant.supplies = 'heating';
      written.stocks = [
        { ...oil, opening: { quantity: 1000, amount: 1000 }, closing: { quantity: 500 }, deliveries: [] },
      ];
    });
    const outcome = billProperty(given);
    const unserved = outcome.kind === 'refused' ? outcome.findings : [];
    expect(unserved.map(({ code, about, evidence }) => [code, ...about, evidence['pot']])).toEqual([
      ['COST_OF_UNSERVED_POT', 'cost.hw-meter-rent', 'hotWater'],
      ['COST_OF_UNSERVED_POT', 'stock.oil', 'hotWater'],
    ]);
    expect(unserved.map((found) => sayFindingWithNames(found, namesOfCase(given)).message)[0]).toBe(
      'Miete Warmwasserzähler: Die Kosten gehören zum Warmwasser, aber die Anlage versorgt nur die Heizung.',
    );
  });

  it('does not come about by heating costs of a plant for hot water either', () => {
    const given = fullBill((written) => {
      written.property.plant.supplies = 'hotWater';
    });
    expect(codesOf(given)).toContain('COST_OF_UNSERVED_POT');
    expect(codesOf(given)).not.toContain('SUMS_DO_NOT_CLOSE');
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
