import { describe, expect, it } from 'vitest';
import type { UserLine } from '#shared/billing/bill.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { centsOf } from '#shared/model/money.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { formatEuros, formatPlainEuros } from '#shared/text/format.ts';
import type { BilledBefore, Correction } from '#office/documents/statement/statement-input.ts';
import { renderTenantStatement, tenantStatement } from '#office/documents/tenant-statement.ts';
import { lacks, pagesOf } from '../../../../support/tools.ts';
import { billOf, sampleInput } from './sample-house.ts';
import { rowsOf, tableOf, wordsOf } from './words-of.ts';

const input = sampleInput(9);
const TABLE = 'Frühere und neue Beträge';

function correctionOf(before: BilledBefore | null): Correction {
  const reason = 'Gutschrift des Gasversorgers';
  return { number: '2025-0007', issuedOn: plainDateOf('2026-02-16'), reason, before };
}

/** The house as it was billed before a credit note for gas, with a meter that was read too high. */
function earlierCase({ costs, devices, ...given }: BillingCase): BillingCase {
  return {
    ...given,
    costs: costs.map((cost) => (cost.id === 'gas' ? { ...cost, amount: Number(cost.amount) + 600 } : cost)),
    devices: devices.map((device) =>
      device.unit === 'u0001' && device.kind === 'warmWaterMeter'
        ? {
            ...device,
            readings: device.readings.map((reading, index, all) =>
              index === all.length - 1 ? { ...reading, value: Number(reading.value) + 5 } : reading,
            ),
          }
        : device,
    ),
  };
}

const before = billOf(earlierCase(input.case));
const statementOf = (tenancyId: string, correction: Correction) =>
  tenantStatement({ ...input, tenancyId, correction });
const userOf = (users: readonly UserLine[], id: string): UserLine => {
  const user = users.find((each) => each.id === id);
  if (user === undefined) throw new Error(`no user ${id}`);
  return user;
};

describe('the page of a correction', () => {
  const rows = rowsOf(tableOf(statementOf('u0001-1', correctionOf(before)), TABLE));
  const rowOf = (label: string) => rows.find(([first]) => first === label) ?? [];
  const [was, is] = [userOf(before.users, 'u0001-1'), userOf(input.bill.users, 'u0001-1')];

  it('names the bill it replaces and the reason', () => {
    const words = wordsOf(statementOf('u0001-1', correctionOf(before)));
    expect(words).toContain('Diese Abrechnung ersetzt die Abrechnung 2025-0007 vom 16.02.2026.');
    expect(words).toContain('Grund der Korrektur: Gutschrift des Gasversorgers');
  });

  it('shows each changed amount before and now, from the costs to the result', () => {
    const change = centsOf(is.heating.base - was.heating.base);
    expect(rowOf('Heizung, Grundkosten').slice(2)).toEqual(
      [was.heating.base, is.heating.base, change].map(formatPlainEuros),
    );
    expect(rowOf('Ihre Kosten').slice(2, 4)).toEqual([was.total, is.total].map(formatPlainEuros));
    expect(rowOf('Ergebnis').slice(2, 4)).toEqual([was.balance, is.balance].map(formatPlainEuros));
  });

  it('says of each amount why: what the house paid, what the tenant used', () => {
    const [old, present] = [before, input.bill].map(
      ({ pots }) => pots.find(({ pot }) => pot === 'hotWater')?.consumption ?? centsOf(0),
    );
    const reasons = rowOf('Warmwasser, Verbrauchskosten')[1];
    expect(reasons).toContain(
      `Kosten im Haus ${formatEuros(present ?? centsOf(0))} statt ${formatEuros(old ?? centsOf(0))}`,
    );
    expect(reasons).toMatch(/Ihr Verbrauch [\d,]+\sm³ statt [\d,]+\sm³/u);
    expect(rowOf('Heizung, Grundkosten')[1]).toMatch(/^Kosten im Haus [^\n]+$/u);
  });

  it('marks what rose with a plus', () => {
    const cheaper = correctionOf(input.bill);
    const dearer = tenantStatement({ ...input, bill: before, tenancyId: 'u0001-1', correction: cheaper });
    const [, ...changed] = rowsOf(tableOf(dearer, TABLE));
    expect(changed.find(([label]) => label === 'Ihre Kosten')?.at(-1)).toMatch(/^\+\d/);
  });

  it('says so when nothing changes for a tenant, and when the earlier bill cannot be compared', () => {
    expect(wordsOf(statementOf('u0001-1', correctionOf(input.bill)))).toContain(
      'Ihre Beträge bleiben gleich.',
    );
    expect(wordsOf(statementOf('u0001-1', correctionOf(null)))).toContain('älteren Fassung der Rechenregeln');
  });

  it('is missing from a bill that corrects none', () => {
    expect(wordsOf(tenantStatement({ ...input, tenancyId: 'u0001-1' }))).not.toContain(
      'Was sich geändert hat',
    );
  });
});

describe.skipIf(lacks('pdftotext'))('the PDF of a corrected statement', () => {
  it('carries the page behind the letter, whole', async () => {
    const correction = correctionOf(before);
    const rendered = await renderTenantStatement({ ...input, tenancyId: 'u0001-1', correction });
    if (!rendered.ok) throw new Error('cannot be printed');
    const pages = pagesOf(rendered.value);
    const page = pages.findIndex((text) => text.includes('Was sich geändert hat'));
    expect(page).toBe(1);
    expect(pages[page]).toMatch(/Heizung, Grundkosten +Kosten im Haus/);
    expect(pages[page]).toMatch(/Ergebnis +[−\d.,]+ +[−\d.,]+ +−[\d.,]+/);
  });
});
