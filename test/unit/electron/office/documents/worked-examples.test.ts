import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billingCaseSchema } from '#shared/billing/billing-case.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { renderOverallStatement } from '#office/documents/overall-statement.ts';
import { renderRiskSheet } from '#office/documents/risk-sheet.ts';
import { renderTenantStatement } from '#office/documents/tenant-statement.ts';
import { billOf } from './sample-house.ts';

const FOLDER = new URL('../../../../fixtures/billing/', import.meta.url);
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((file) => JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')) as { kind?: string })
  .filter(({ kind }) => kind === 'bill')
  .map((given) => billingCaseSchema.parse(given));

describe('the documents of the worked examples', () => {
  it('are printed for every user, whatever the example leaves out', async () => {
    expect(cases.length).toBeGreaterThan(2);
    for (const given of cases) {
      const bill = billOf(given);
      const office = { name: 'Messdienst', address: [] };
      const job = { office, case: given, bill, documentNumber: '1', issuedOn: plainDateOf('2026-03-02') };
      const tenancies = bill.users.filter(({ kind }) => kind === 'tenancy');
      const rendered = [
        await renderOverallStatement(job),
        await renderRiskSheet(job),
        ...(await Promise.all(tenancies.map(({ id }) => renderTenantStatement({ ...job, tenancyId: id })))),
      ];
      for (const outcome of rendered) expect(outcome.ok).toBe(true);
    }
  });
});
