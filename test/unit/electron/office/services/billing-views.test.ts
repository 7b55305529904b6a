import { describe, expect, it } from 'vitest';
import { billProperty } from '#shared/billing/bill-property.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { viewOfBill } from '#office/services/billing-views.ts';
import { randomBuilding, seededNumbers } from '../../../shared/billing/random-building.ts';

/** A house with two costs beside heat and hot water. */
function houseWithFurtherCosts(): BillingCase {
  const given = randomBuilding({ units: 4, next: seededNumbers(7) });
  const further = ['Müllabfuhr', 'eigener Aufzug'].map((label, index) => ({
    id: `further-${index}`,
    label,
    kind: 'other' as const,
    target: 'further' as const,
    key: { by: 'area' as const },
    amount: '600.00',
  }));
  return { ...given, costs: [...given.costs, ...further] };
}

function viewOfFirstTenant() {
  const billingCase = houseWithFurtherCosts();
  const outcome = billProperty(billingCase);
  if (outcome.kind !== 'billed') throw new Error(JSON.stringify(outcome.findings));
  const { bill } = outcome;
  const [tenancy] = billingCase.tenancies;
  const view = viewOfBill({ billingCase, bill }, tenancy?.id ?? '');
  if (view === null) throw new Error('the house has no tenancy');
  return { view, bill };
}

describe('the view of one bill', () => {
  it('names each line by what it is, since all of them are of this user', () => {
    const { view } = viewOfFirstTenant();
    const labels = view.sections.flatMap(({ figures }) => figures.map(({ label }) => label));
    expect(labels).toContain('Kosten Heizung');
    expect(labels.filter((label) => label.includes('Nutzer „'))).toEqual([]);
    expect(labels.filter((label) => !/^\p{Lu}/u.test(label))).toEqual([]);
  });

  it('calls a further cost by its own name', () => {
    const { view } = viewOfFirstTenant();
    const further = view.sections.find(({ title }) => title === 'Weitere Kosten');
    expect(further?.figures.map(({ label }) => label)).toEqual(['Müllabfuhr', 'Eigener Aufzug']);
  });

  it('shows no figure that the bill does not keep', () => {
    const { view, bill } = viewOfFirstTenant();
    for (const { figure } of view.sections.flatMap(({ figures }) => figures))
      expect(bill.figures.get(figure)).toBeDefined();
  });
});
