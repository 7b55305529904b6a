import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { answerWarnings, checkBill } from './driver/bill.ts';
import { cell, filterBy, rowTexts, shownRows } from './driver/grid.ts';
import { takePicture } from './driver/look.ts';
import { paintedPicture } from './driver/pdf.ts';
import {
  draftDemo,
  goTo,
  heading,
  openDemo,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

describeInChromium('the main job – from the first start to exported PDFs', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await openDemo(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('has pulled the telegrams of the demo when it is shown, and says what came', async () => {
    const { page } = window;
    await goTo(page, 'Datenabruf');
    const result = page.getByRole('region', { name: 'Ergebnis des letzten Abrufs' });
    await result.getByText(/^vollständig/).waitFor();
    expect(await result.textContent()).toMatch(/Neue Telegramme[1-9][\d.]*/);
    await page.getByText(/^Letzter Abruf \d\d\.\d\d\.\d{4}/).waitFor();
  });

  it('pulls only what is new the second time', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Jetzt abrufen' }).click();
    await page.getByText(/0 neue Telegramme/).waitFor();
  });

  it('U22 – shows every property and period with its state and the days that are left', async () => {
    const { page } = window;
    await goTo(page, 'Abrechnungen');
    expect((await rowTexts(page, 0)).slice(0, 4)).toEqual([
      'Stadtpark Suites',
      '01.01.2025\u00a0– 31.12.2025',
      'fehlt',
      expect.stringMatching(/Tag|überfällig/),
    ]);
  });

  it('U23 – drafts a bill whose sum is the invoices’ to the cent', async () => {
    const { page } = window;
    await draftDemo(window);
    await page.getByText(/^Alle Rechnungen zusammen ergeben die Kosten auf den Cent/).waitFor();
    const first = (await rowTexts(page, 0)).join('|');
    const firstDraft = page.url();
    await page.getByRole('button', { name: 'Neu rechnen' }).click();
    await expect.poll(() => page.url(), { timeout: 60_000 }).not.toBe(firstDraft);
    await expect.poll(async () => (await rowTexts(page, 0)).join('|'), { timeout: 20_000 }).toBe(first);
  });

  it('explains every printed figure of a bill', async () => {
    const { page } = window;
    await cell(page, 0, 0).locator('.table-words').click();
    const figures = page.locator('.bill-figure');
    await figures.first().waitFor();
    const trace = page.getByRole('complementary', { name: 'Warum dieser Betrag?' });
    for (const figure of await figures.all()) {
      await figure.click();
      expect(await figure.getAttribute('aria-pressed')).toBe('true');
      await trace.locator('.trace-step').first().waitFor();
    }
    await page.getByRole('main').focus();
    await page.keyboard.press('n');
    await page.getByText(/^Rechnung 2 von \d+$/).waitFor();
  });

  it('shows the very PDF inside the window before it is saved', async () => {
    const { host, page } = window;
    await page.getByRole('button', { name: 'PDF ansehen' }).click();
    const dialog = page.getByRole('dialog', { name: /^Abrechnung für / });
    const pages = dialog.getByRole('region', { name: /^Abrechnung für / });
    await pages.waitFor();
    await paintedPicture(page);
    // Read by a worker of the window's own, which the page cannot replace by a script of another address.
    expect(page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual([
      expect.stringMatching(/^\/assets\/pdf\.worker/),
    ]);
    expect(
      await page.evaluate(() => {
        try {
          new Worker('/assets/other.js').terminate();
          return 'started';
        } catch (error) {
          return String(error);
        }
      }),
    ).toMatch(/^TypeError/);
    expect(await dialog.locator('.pdf-page').first().textContent()).toContain(
      'Demo – alle Daten sind erfunden',
    );

    const sharpness = await dialog
      .locator('canvas')
      .first()
      .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.getBoundingClientRect().width);
    expect(sharpness).toBeCloseTo(await page.evaluate(() => devicePixelRatio), 1);
    const places = dialog.locator('output').first();
    const pageCount = Number(/von (\d+)$/.exec((await places.textContent()) ?? '')?.[1]);
    expect(pageCount).toBeGreaterThan(2);
    await takePicture(page, 'bill-as-pdf');
    await dialog.getByRole('button', { name: 'Kleiner' }).click();
    await dialog.getByRole('button', { name: 'Passende Größe' }).click();
    await pages.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('PageDown');
    await dialog.locator('output', { hasText: `Seite 2 von ${pageCount}` }).waitFor();
    await paintedPicture(page, 1);
    await page.keyboard.press('End');
    await dialog.locator('output', { hasText: `Seite ${pageCount} von ${pageCount}` }).waitFor();
    await paintedPicture(page, pageCount - 1);
    // A page far from sight is paper only.
    expect(await dialog.locator('canvas').count()).toBeLessThan(pageCount);

    const file = path.join(host.folder, 'angesehen.pdf');
    host.desktop.answers.push(file);
    await dialog.getByRole('button', { name: 'PDF speichern' }).click();
    await page.getByText('angesehen.pdf gespeichert.').waitFor();
    const saved = execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '');
    const shown = (await dialog.locator('.pdf-page').last().textContent()) ?? '';
    expect(saved).toContain(shown.replaceAll(/\s+/g, '').slice(0, 60));
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.workers().length).toBe(0);
  });

  it('U21 – lists a tenant’s bills with period, amount, prepayment, balance and state', async () => {
    const { page } = window;
    await goTo(page, 'Personen');
    await filterBy(page, 'Name', '=Timo Becker');
    await expect.poll(() => shownRows(page), { timeout: 20_000 }).toMatch(/^1 von/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await heading(page, 'Timo Becker').waitFor();
    await page.getByRole('tab', { name: 'Rechnungen' }).click();
    const bill = page.locator('tbody tr').first();
    await bill.waitFor();
    expect(await bill.textContent()).toMatch(
      /01\.01\.2025.*31\.12\.2025.*€.*€.*€ (Nachzahlung|Guthaben).*(Entwurf|geprüft)/,
    );
  });

  it('does not finalise while a warning has no reason, and takes the reason at F8', async () => {
    const { page } = window;
    await goTo(page, 'Prüfliste');
    await answerWarnings(page, 'Mit dem Vermieter besprochen.');
    await expect.poll(() => page.getByRole('gridcell', { name: 'offen', exact: true }).count()).toBe(0);
  });

  it('finalises and writes the PDFs into the folder the user chooses', async () => {
    const { host, page } = window;
    await goTo(page, 'Abrechnungen');
    await cell(page, 0, 0).locator('.table-words').click();
    await checkBill(page);
    await page.getByRole('button', { name: 'Finalisieren' }).click();
    const dialog = page.getByRole('dialog', { name: 'Abrechnung finalisieren' });
    await dialog.getByText('Mit dem Vermieter besprochen.').first().waitFor();
    await dialog.getByRole('button', { name: 'Finalisieren' }).click();
    await page.getByText('Die Abrechnung ist finalisiert.').waitFor();
    expect(await page.getByRole('button', { name: 'Neu rechnen' }).count()).toBe(0);

    const folder = path.join(host.folder, 'ausgabe');
    mkdirSync(folder);
    host.desktop.answers.push(folder);
    await page.getByRole('button', { name: 'PDFs ausgeben' }).click();
    await page.getByText(/Dateien geschrieben nach/).waitFor({ timeout: 60_000 });
    const pdfs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.pdf'),
    );
    expect(pdfs.length).toBeGreaterThan(8);
    const letter = pdfs.find((name) => name.includes('Becker')) ?? '';
    const text = execFileSync('pdftotext', [path.join(folder, letter), '-'], { encoding: 'utf8' });
    expect(text).toContain('Becker');
    expect(text).toContain('Demo – alle Daten sind erfunden');
  });

  it('lets nobody change costs or rules of a bill that is final', async () => {
    const { page } = window;
    await page
      .getByRole('main')
      .getByRole('button', { name: /^01\.01\.2025/ })
      .click();
    await page.getByText(/^Diese Abrechnung ist finalisiert/).waitFor();
    await cell(page, 0, 3).click();
    await page.keyboard.press('F2');
    expect(await page.locator('.cell-input').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Entwurf rechnen' }).isDisabled()).toBe(true);
  });
});

describeInChromium('costs of a period', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await openDemo(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('are typed like a spreadsheet, counted as changes, and kept as one step', async () => {
    const { page } = window;
    await goTo(page, 'Abrechnungen');
    await cell(page, 0, 0).locator('.table-words').click();
    await cell(page, 0, 3).waitFor();
    const before = (await rowTexts(page, 0))[3];
    await cell(page, 0, 3).click();
    await page.keyboard.type('=1000+234,56');
    await page.keyboard.press('Enter');
    expect((await rowTexts(page, 0))[3]).toBe('1.234,56');
    await page.getByText('1 Änderung noch nicht übernommen').waitFor();
    await page.getByRole('button', { name: 'Verwerfen' }).click();
    expect((await rowTexts(page, 0))[3]).toBe(before);
    await cell(page, 0, 3).click();
    await page.keyboard.type('99,99');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByText('Kosten gespeichert.').waitFor();
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await expect.poll(async () => (await rowTexts(page, 0))[3]).toBe(before);
  });
});
