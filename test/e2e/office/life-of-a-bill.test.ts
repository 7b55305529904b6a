/** A bill's whole life behind the router: four eyes, frozen bytes, correction with its difference, cancelling, jobs. */
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { BillingRun } from '#shared/contract/billing.ts';
import { centsOf } from '#shared/model/money.ts';
import { formatPlainEuros } from '#shared/text/format.ts';
import { lacks, textOf } from '../../support/tools.ts';
import { PASSPHRASE, WindowOffice } from '../../unit/electron/office/services/window-office.ts';

const STARTING_TAKES_AT_MOST_MS = 180_000;
const REASON = 'Mit dem Vermieter besprochen.';

let office: WindowOffice;
let drafter = '';
let periodId = 0;

beforeAll(async () => {
  office = new WindowOffice();
  await office.create();
  await office.get('demo.load', {});
  await office.get('pull.start', {});
  await vi.waitFor(() => expect(office.told.some(({ type }) => type === 'pull.ended')).toBe(true), 90_000);
  drafter = (await office.get('staff.list', {}))[0]?.id ?? '';
  periodId = (await office.get('properties.list', {}))[0]?.period?.id ?? 0;
}, STARTING_TAKES_AT_MOST_MS);
afterAll(() => office.stop());

async function drafted(): Promise<BillingRun> {
  const run = await office.get('billing.draft', { periodId });
  for (const { key } of run.findings)
    await office.get('billing.acceptFinding', { id: run.id, key, reason: REASON });
  return run;
}

async function switchTo(staffId: string): Promise<void> {
  await office.get('vault.switchStaff', { staffId, passphrase: PASSPHRASE });
}

describe('the life of a bill', () => {
  it('is cancelled while it is computed, and then there is none', async () => {
    const draft = office.ask('billing.draft', { periodId });
    await office.get('billing.cancelJob', { job: 'draft' });
    await expect(draft).resolves.toMatchObject({ error: { code: 'CANCELLED' } });
    expect(await office.get('billing.list', {})).toEqual([]);
    expect(office.told).toContainEqual(expect.objectContaining({ type: 'job.progressed', job: 'draft' }));
  });

  it('is checked by somebody else where the office wants four eyes', async () => {
    const settings = await office.get('settings.get', {});
    await office.get('settings.save', { ...settings, billing: { fourEyes: true } });
    const { id: checker } = await office.get('staff.add', {
      name: 'Berta Buche',
      initials: 'BB',
      passphrase: PASSPHRASE,
      rights: ['finaliseBills'],
    });
    const { id } = await drafted();
    await expect(office.ask('billing.check', { id })).resolves.toMatchObject({
      error: { code: 'CHECKED_BY_DRAFTER' },
    });
    const { life } = await office.get('billing.get', { id });
    expect(life).toMatchObject({
      draftedBy: 'AA',
      checked: null,
      refusals: { check: expect.stringContaining('Vier-Augen-Prinzip') },
    });
    await switchTo(checker);
    const checked = await office.get('billing.check', { id });
    expect(checked).toMatchObject({ stage: 'checked', life: { draftedBy: 'AA', checked: { by: 'BB' } } });
    expect((await office.get('history.undo', {}))?.name).toBe('Abrechnung geprüft');
    expect(await office.get('billing.get', { id })).toMatchObject({
      stage: 'draft',
      life: { checked: null },
    });
    await office.get('billing.check', { id });
    const [warning] = checked.findings;
    await office.get('billing.acceptFinding', {
      id,
      key: warning?.key ?? '',
      reason: 'Noch einmal geprüft.',
    });
    expect(await office.get('billing.get', { id })).toMatchObject({ stage: 'draft' });
    await switchTo(drafter);
  });

  it('throws a draft away without a trace but its audit entries', async () => {
    const { id } = await drafted();
    await office.get('billing.discard', { id });
    expect(await office.get('billing.list', {})).toEqual([]);
    const { entries } = await office.get('audit.list', { limit: 5 });
    expect(entries[0]?.action).toBe('Entwurf verworfen');
  });

  it('gives the same bytes when an old final bill is computed again, whatever changed since', async () => {
    const settings = await office.get('settings.get', {});
    await office.get('settings.save', { ...settings, billing: { fourEyes: false } });
    const { id } = await drafted();
    await office.get('billing.check', { id });
    const final = await office.get('billing.finalise', { id, note: '' });
    const billId = final.bills.find(({ tenancyId }) => tenancyId !== null)?.billId ?? '';
    const pdf = await office.get('documents.preview', { runId: id, document: { kind: 'statement', billId } });
    const people = await office.get('people.list', {});
    const tenant = people.find(({ isLandlord }) => !isLandlord);
    const { id: personId = 0, name = '', addressLines = [], phone = null, email = null } = tenant ?? {};
    const fields = { name: `${name} (neu)`, addressLines, phone, email };
    await office.get('people.save', { id: personId, fields, reason: '' });
    await office.restart();
    await office.get('vault.unlock', { staffId: drafter, passphrase: PASSPHRASE });
    // Opening computes the stored case again and refuses when a byte differs.
    expect(await office.get('billing.get', { id })).toEqual(final);
    expect(final.life.checkNumber).toMatch(/^[0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(
      await office.get('documents.preview', { runId: id, document: { kind: 'statement', billId } }),
    ).toEqual(pdf);
  });

  it('is cancelled with a reason, and the period is billed anew', async () => {
    const [final] = await office.get('billing.list', {});
    const id = final?.id ?? 0;
    const cancelled = await office.get('billing.cancel', { id, reason: 'Falscher Zeitraum.' });
    expect(cancelled.stage).toBe('cancelled');
    await expect(office.ask('billing.correct', { id, reason: 'x' })).resolves.toMatchObject({
      error: { code: 'BILL_CANCELLED' },
    });
    const anew = await drafted();
    expect(anew).toMatchObject({ version: 2, stage: 'draft', life: { corrects: null } });
    await office.get('billing.check', { id: anew.id });
    await office.get('billing.finalise', { id: anew.id, note: '' });
  });

  it('answers other questions while it writes documents, and leaves nothing behind a cancelled export', async () => {
    const id = (await office.get('billing.list', {})).find(({ stage }) => stage === 'final')?.id ?? 0;
    const folder = path.join(office.folder, 'abgebrochen');
    mkdirSync(folder);
    office.desktop.answers.push(folder);
    let hasEnded = false;
    const exported = office.ask('billing.exportDocuments', { id }).finally(() => {
      hasEnded = true;
    });
    await office.get('properties.list', {});
    expect(hasEnded).toBe(false);
    await expect
      .poll(() => office.told.some((event) => event.type === 'job.progressed' && event.job === 'export'), {
        timeout: 60_000,
      })
      .toBe(true);
    await office.get('billing.cancelJob', { job: 'export' });
    await expect(exported).resolves.toMatchObject({ error: { code: 'CANCELLED' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('goes out on a day that can be true, and is then corrected instead of cancelled', async () => {
    const id = (await office.get('billing.list', {})).find(({ stage }) => stage === 'final')?.id ?? 0;
    await expect(
      office.ask('billing.noteDispatch', { id, on: '2099-01-01', way: 'post' }),
    ).resolves.toMatchObject({ error: { code: 'DISPATCH_DAY_IMPOSSIBLE', field: 'on' } });
    const sent = await office.get('billing.noteDispatch', { id, on: '2026-02-16', way: 'landlord' });
    expect(sent).toMatchObject({
      stage: 'dispatched',
      life: { dispatch: { on: '2026-02-16', way: 'landlord', by: 'AA' }, refusals: { correct: null } },
    });
    await expect(office.ask('billing.cancel', { id, reason: 'x' })).resolves.toMatchObject({
      error: { code: 'BILL_DISPATCHED' },
    });
  });

  it('says what a correction changes for each tenant, to the cent', async () => {
    const older = (await office.get('billing.list', {})).find(({ stage }) => stage === 'dispatched');
    const id = older?.id ?? 0;
    const correction = await office.get('billing.correct', { id, reason: 'Gutschrift des Versorgers' });
    expect(correction).toMatchObject({
      version: 3,
      life: { corrects: { id, version: 2, reason: 'Gutschrift des Versorgers' } },
    });
    expect(await office.get('billing.difference', { id: correction.id })).toEqual([]);
    const costs = await office.get('costs.list', { periodId });
    const rows = costs.map((row, index) =>
      index === 0 ? { ...row, amountCents: row.amountCents - 12_000 } : row,
    );
    await office.get('costs.save', { periodId, rows, reason: '' });
    const again = await drafted();
    expect(again.life.corrects).toEqual(correction.life.corrects);
    const difference = await office.get('billing.difference', { id: again.id });
    expect(difference.length).toBeGreaterThan(5);
    for (const { positions, totalCents } of difference)
      expect(positions.reduce((sum, { changeCents }) => sum + changeCents, 0)).toBe(totalCents.change);
    await office.get('billing.check', { id: again.id });
    await office.get('billing.finalise', { id: again.id, note: '' });
    expect(await office.get('billing.get', { id })).toMatchObject({
      stage: 'corrected',
      life: { correctedBy: { id: again.id, version: 3 } },
    });
    const [property] = await office.get('properties.list', {});
    expect(property?.period?.stage).toBe('final');
  });

  it.skipIf(lacks('pdftotext'))('says the same behind the letter to each tenant', async () => {
    const { id = 0 } = (await office.get('billing.list', {})).find(({ stage }) => stage === 'final') ?? {};
    const [change] = await office.get('billing.difference', { id });
    const { pdf } = await office.get('documents.preview', {
      runId: id,
      document: { kind: 'statement', billId: change?.billId ?? '' },
    });
    const text = textOf(pdf);
    expect(text).toContain('Grund der Korrektur: Gutschrift des Versorgers');
    expect(text).toContain(formatPlainEuros(centsOf(change?.totalCents.before ?? 0)));
    expect(text).toContain(formatPlainEuros(centsOf(change?.totalCents.change ?? 0)));
  });

  it('is told in the audit by names, days and amounts, never by an internal id or stored text', async () => {
    const { entries } = await office.get('audit.list', { limit: 1000 });
    const told = entries.flatMap(({ action, details, subjectName }) => [
      action,
      subjectName ?? '',
      ...details,
    ]);
    expect(told.filter((text) => /[{}_]|\w-0\d{5}|[\da-f]{8}-[\da-f]{4}-/.test(text))).toEqual([]);
    expect(told).toContain('Vier-Augen-Prinzip: nein → ja');
    expect(told).toContain('Geprüft von: leer → BB');
    expect(told).toContain('Versandweg: leer → über den Vermieter');
    expect(told).toContain('Rechte von BB: leer → Abrechnungen finalisieren');
  });
});
