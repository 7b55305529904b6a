import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { answerWarnings, checkBill, finaliseBill, rareStep } from './driver/bill.ts';
import { cell, rowTexts } from './driver/grid.ts';
import {
  draftDemo,
  goTo,
  heading,
  openDemo,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

describeInChromium('the life of a bill', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await openDemo(window);
    await draftDemo(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  async function openRun(line: number): Promise<void> {
    await goTo(window.page, 'Abrechnungen');
    await cell(window.page, line, 0).locator('.table-words').click();
    await window.page.getByRole('tab', { name: /^Rechnungen/ }).waitFor();
  }

  it('names tenants and units in the trace, never an internal id', async () => {
    const { page } = window;
    await cell(page, 0, 0).locator('.table-words').click();
    await page.locator('.bill-figure').first().waitFor();
    const trace = page.getByRole('complementary', { name: 'Warum dieser Betrag?' });
    for (const figure of await page.locator('.bill-figure').all()) {
      await figure.click();
      await trace.locator('.trace-step').first().waitFor();
      expect(await page.locator('.bill-view').textContent()).not.toMatch(
        /(?:tenancy|unit|device|cost|person)-0/,
      );
    }
  });

  it('waits for its check, says who gave it, and is final after that', async () => {
    const { page } = window;
    await openRun(0);
    await page.getByRole('button', { name: 'Als geprüft markieren' }).click();
    const dialog = page.getByRole('dialog', { name: 'Abrechnung prüfen' });
    await dialog.getByText(/fehlt noch eine Begründung/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Als geprüft markieren' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await goTo(page, 'Prüfliste');
    await answerWarnings(page, 'Mit dem Vermieter besprochen.');
    await openRun(0);
    await checkBill(page);
    await page.getByText(/geprüft von \S+, \d\d\.\d\d\.\d{4}/).waitFor();
    await finaliseBill(page);
    await page.getByText(/Prüfnummer [0-9A-F]{4}-[0-9A-F]{4}/).waitFor();
  });

  it('U21 – saves the PDF of a bill from the tenant’s list, marked as demo and with the same check number', async () => {
    const { host, page } = window;
    const shown = await page.getByText(/Prüfnummer [0-9A-F]{4}-[0-9A-F]{4}/).textContent();
    const number = /Prüfnummer ([0-9A-F]{4})-([0-9A-F]{4})/.exec(shown ?? '');
    await goTo(page, 'Personen');
    await page.getByRole('rowheader', { name: 'Timo Becker' }).locator('.table-words').click();
    await heading(page, 'Timo Becker').waitFor();
    await page.getByRole('tab', { name: 'Rechnungen' }).click();
    const bill = page.locator('tbody tr').first();
    await bill.getByText('finalisiert').waitFor();
    const file = path.join(host.folder, 'Becker.pdf');
    host.desktop.answers.push(file);
    await bill.getByRole('button', { name: 'PDF ansehen' }).click();
    const preview = page.getByRole('dialog');
    await preview.getByRole('button', { name: 'PDF speichern' }).click();
    await page.getByText('Becker.pdf gespeichert.').waitFor();
    await page.keyboard.press('Escape');
    await preview.waitFor({ state: 'detached' });
    const text = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' });
    expect(text).toContain('Demo – alle Daten sind erfunden');
    expect(text).toMatch(new RegExp(`Prüfnummer\\s${number?.[1]}.${number?.[2]}`));
  });

  it('U22 – goes out, is corrected with a difference for each tenant, and says so on the board', async () => {
    const { page } = window;
    await openRun(0);
    await page.getByRole('button', { name: 'Versand vermerken' }).click();
    const dispatch = page.getByRole('dialog', { name: 'Versand vermerken' });
    await dispatch.getByRole('button', { name: 'Versand vermerken' }).click();
    await page.getByText(/versandt am .* mit der Post/).waitFor();
    await page.getByRole('button', { name: 'Weitere Schritte' }).click();
    expect(await page.getByRole('menuitem', { name: 'Stornieren' }).count()).toBe(0);
    await page.keyboard.press('Escape');

    await rareStep(page, 'Korrigieren');
    const correction = page.getByRole('dialog', { name: 'Korrektur anlegen' });
    await correction.getByLabel('Grund').fill('Die Gasrechnung war zu hoch.');
    await correction.getByRole('button', { name: 'Korrigieren' }).click();
    await page
      .getByText(/^.*Korrektur von Version 1: Die Gasrechnung war zu hoch\./)
      .first()
      .waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: /^01\.01\.2025/ })
      .click();
    await cell(page, 0, 3).click();
    await page.keyboard.type('9000');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByText('Kosten gespeichert.').waitFor();
    await page.getByRole('button', { name: 'Entwurf rechnen' }).click();
    await page.getByRole('tab', { name: 'Unterschied' }).click();
    await page.getByRole('rowheader', { name: /Timo Becker/ }).waitFor();

    await goTo(page, 'Prüfliste');
    await answerWarnings(page, 'Mit dem Vermieter besprochen.');
    await goTo(page, 'Abrechnungen');
    const newest = (await rowTexts(page, 0)).includes('Entwurf') ? 0 : 1;
    await openRun(newest);
    await checkBill(page);
    await finaliseBill(page);
    await goTo(page, 'Abrechnungen');
    const stages = [...(await rowTexts(page, 0)), ...(await rowTexts(page, 1))];
    expect(stages).toContain('korrigiert');
    expect(stages).toContain('finalisiert');
  });
});
