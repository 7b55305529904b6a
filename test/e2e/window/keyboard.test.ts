import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { choose, find, focusOf, pressOn, tabTo, typeInto, unreachable } from './driver/keys.ts';
import {
  groupsOf,
  heading,
  openWindow,
  PASSPHRASE,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

describeInChromium('the main job by keyboard alone', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('opens the demo from the first page', async () => {
    const { page } = window;
    await pressOn(page, 'button', /^Demo ansehen/);
    await page.locator('.shown-passphrase').filter({ hasText: ' ' }).waitFor();
    await pressOn(page, 'button', 'Demo öffnen');
    await heading(page, 'Start').waitFor({ timeout: 90_000 });
  });

  it('pulls with F5 and shows what came', async () => {
    const { page } = window;
    await page.keyboard.press('F5');
    await heading(page, 'Datenabruf').waitFor();
    await page.getByText(/^Abruf fertig/).waitFor({ timeout: 90_000 });
  });

  it('drafts the bill from the command box', async () => {
    const { page } = window;
    await find(page, 'neue abrechnung', 'Neue Abrechnung');
    await page.getByRole('dialog', { name: 'Neue Abrechnung' }).waitFor();
    await choose(page, /^Liegenschaft/, 'Stadtpark Suites');
    await page.getByText('Bereit?').waitFor();
    await pressOn(page, 'button', 'Entwurf rechnen');
    await page.getByRole('tab', { name: /^Rechnungen/ }).waitFor({ timeout: 60_000 });
  });

  it('opens a bill of the list and explains a figure', async () => {
    const { page } = window;
    await tabTo(page, 'tab', /^Rechnungen/);
    await tabTo(page, 'rowheader', /./);
    await page.keyboard.press('Enter');
    await page.locator('.bill-figure').first().waitFor();
    await tabTo(page, 'button', /€/);
    await page.keyboard.press('Enter');
    await page
      .getByRole('complementary', { name: 'Warum dieser Betrag?' })
      .locator('.trace-step')
      .first()
      .waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('tab', { name: /^Rechnungen/ }).waitFor();
  });

  it('answers every warning with F8', async () => {
    const { page } = window;
    await find(page, 'gehe zu prüf', /Prüfliste/);
    await heading(page, 'Prüfliste').waitFor();
    const open = page.getByRole('gridcell', { name: 'offen', exact: true });
    await open.first().waitFor();
    await page.keyboard.press('F8');
    for (let left = await open.count(); left > 0; left -= 1) {
      await page.getByRole('dialog', { name: 'Warnung' }).waitFor();
      await typeInto(page, 'Warum ist das in Ordnung?', 'Mit dem Vermieter besprochen.');
      await pressOn(page, 'button', 'Begründen');
      await expect.poll(() => open.count()).toBe(left - 1);
    }
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('checks, finalises and writes the PDFs', async () => {
    const { host, page } = window;
    const folder = path.join(host.folder, 'ausgabe');
    mkdirSync(folder);
    await find(page, 'gehe zu abrech', /Abrechnungen/);
    await heading(page, 'Abrechnungen').waitFor();
    await tabTo(page, 'rowheader', 'Stadtpark Suites');
    await page.keyboard.press('Enter');
    await pressOn(page, 'button', 'Als geprüft markieren');
    await page.getByRole('dialog', { name: 'Abrechnung prüfen' }).waitFor();
    await pressOn(page, 'button', 'Als geprüft markieren');
    await page.getByText('Die Abrechnung ist geprüft.').waitFor();
    await pressOn(page, 'button', 'Finalisieren');
    await page.getByRole('dialog', { name: 'Abrechnung finalisieren' }).waitFor();
    await pressOn(page, 'button', 'Finalisieren');
    await page.getByText('Die Abrechnung ist finalisiert.').waitFor();
    host.desktop.answers.push(folder);
    await pressOn(page, 'button', 'PDFs ausgeben');
    await page.getByText(/Dateien geschrieben nach/).waitFor({ timeout: 60_000 });
    const pdfs = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const letter = pdfs.find((name) => name.includes('Becker') && name.endsWith('.pdf')) ?? '';
    const text = execFileSync('pdftotext', [path.join(folder, letter), '-'], { encoding: 'utf8' });
    expect(text).toContain('Becker');
  });

  it('takes on Enter what stands first, whatever came and went while one typed', async () => {
    const { page } = window;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('p');
    const first = page.getByRole('menuitem').first();
    await expect.poll(() => first.textContent()).toMatch(/Stadtpark/);
    await page.keyboard.type('rüf');
    await expect.poll(() => first.textContent()).toMatch(/Prüfliste/);
    expect(await first.getAttribute('data-focused')).toBe('true');
    await page.keyboard.press('Enter');
    await heading(page, 'Prüfliste').waitFor();
  });

  it('reaches every control of every page, and shows the focus wherever it stands', async () => {
    const { page } = window;
    // The message about the last export lies over the page for some seconds.
    await page.locator('.toast').first().waitFor({ state: 'detached' });
    const links = page.getByRole('navigation').getByRole('link');
    const missed: string[] = [];
    for (const text of await links.allTextContents()) {
      const name = text.trim();
      await pressOn(page, 'link', name);
      await heading(page, name).waitFor();
      missed.push(...(await unreachable(page)).map((control) => `${name}: ${control}`));
    }
    expect(missed).toEqual([]);
  });

  it('reaches every control of a property behind each of its tabs', async () => {
    const { page } = window;
    await find(page, 'stadtpark', /^Stadtpark Suites/);
    await heading(page, 'Stadtpark Suites').waitFor();
    const tabs = await page.getByRole('tab').allTextContents();
    const missed: string[] = [];
    for (const [index, name] of tabs.entries()) {
      await tabTo(page, 'tab', /./);
      if (index > 0) await page.keyboard.press('ArrowRight');
      await page.getByRole('tab', { name, selected: true }).waitFor();
      missed.push(...(await unreachable(page)).map((control) => `${name}: ${control}`));
    }
    expect(missed).toEqual([]);
  });
});

describeInChromium('F1 by keyboard alone', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('sets up a new office with passphrase, recovery sheet and first backup', async () => {
    const { host, page } = window;
    const sheet = path.join(host.folder, 'blatt.pdf');
    const backups = path.join(host.folder, 'sicherungen');
    mkdirSync(backups);
    host.desktop.answers.push(sheet, backups);
    await pressOn(page, 'button', /^Neu beginnen/);
    await heading(page, 'Neu beginnen').waitFor();
    await typeInto(page, /^Name Ihres Büros/, 'Messdienst Ilmtal GmbH');
    await typeInto(page, 'Ihr Name', 'Shivani Rao');
    await page.keyboard.press('Enter');
    await heading(page, 'Passphrase').waitFor();
    await typeInto(page, 'Passphrase', PASSPHRASE);
    await typeInto(page, 'Passphrase wiederholen', PASSPHRASE);
    await page.keyboard.press('Enter');
    await heading(page, 'Wiederherstellungsblatt').waitFor({ timeout: 60_000 });
    await pressOn(page, 'button', 'Blatt als PDF speichern');
    const asked = page.getByLabel(/^Gruppe \d$/);
    await asked.first().waitFor();
    const groups = groupsOf(sheet);
    for (let field = await asked.count(); field > 0; field -= 1) {
      await tabTo(page, 'textbox', /^Gruppe \d$/);
      const { name } = await focusOf(page);
      await page.keyboard.type(groups.get(name.replaceAll(/\D/g, '')) ?? '');
      await page.keyboard.press('Tab');
    }
    await pressOn(page, 'button', 'Gruppen prüfen');
    await heading(page, 'Erste Sicherung').waitFor();
    await pressOn(page, 'button', 'Ordner wählen');
    await page.getByText(backups).waitFor();
    await pressOn(page, 'button', 'Erste Sicherung schreiben');
    await heading(page, 'Start').waitFor();
    expect(readdirSync(backups)).toHaveLength(1);
  });
});
