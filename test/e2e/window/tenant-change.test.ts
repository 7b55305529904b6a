import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { filterBy, rowTexts, shownRows } from './driver/grid.ts';
import {
  draftDemo,
  goTo,
  heading,
  openDemo,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';
import { takePicture } from './driver/look.ts';
import { paintedPicture } from './driver/pdf.ts';

describeInChromium('F6 – a tenant change with its interim reading', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await openDemo(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('is recorded by keyboard alone, from the command box to the confirmation', async () => {
    const { host, page } = window;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Auszug Becker');
    await page.getByRole('menuitem', { name: /^Auszug: Timo Becker/ }).waitFor();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Mieterwechsel: Urbaner Rückzugsort' });
    await dialog.waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('151125');
    await page.keyboard.press('Tab');
    await dialog.getByText('Es zieht aus: Timo Becker').waitFor();
    expect(await dialog.getByRole('textbox', { name: 'Auszug (letzter Tag)' }).inputValue()).toBe(
      '15.11.2025',
    );
    await dialog
      .getByText(/nächstes Telegramm 1\d\.11\.2025, \d Tage? (davor|danach)/)
      .first()
      .waitFor();
    await takePicture(page, 'tenant-change');
    const focusedName = () =>
      page.evaluate(
        () => (document.activeElement as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '',
      );
    for (let steps = 0; steps < 20 && (await focusedName()) !== 'Name des neuen Mieters'; steps += 1)
      await page.keyboard.press('Tab');
    await page.keyboard.type('Nora Lang');
    await page.keyboard.press('Tab');
    await dialog.getByText('Leer lassen: ab 16.11.2025.').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Neue Straße 5');
    for (
      let steps = 0;
      steps < 5 && !(await focusedName()).startsWith('Kosten der Zwischenablesung (');
      steps += 1
    )
      await page.keyboard.press('Tab');
    await page.keyboard.type('35');
    const file = path.join(host.folder, 'bestaetigung.pdf');
    host.desktop.answers.push(file);
    await page.keyboard.press('Control+Enter');
    const letter = page.getByRole('dialog', { name: 'Bestätigung für den Vermieter' });
    await letter.waitFor();
    await paintedPicture(page);
    await takePicture(page, 'tenant-change-letter');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Gespeichert: bestaetigung.pdf').waitFor();
    const words = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    expect(words).toMatch(/Remo Reichel/);
    expect(words).toMatch(/Auszug: Timo Becker, letzter Tag 15\.11\.2025/);
    expect(words).toMatch(/Einzug: Nora Lang, erster Tag 16\.11\.2025/);
    expect(words.replaceAll(/\s+/g, ' ')).toContain('Zwischenablesung von 35,00 € trägt der Vermieter');
    expect(words).not.toMatch(/\d (Einheiten|kWh|m³)/);
    await page.keyboard.press('Escape');
    await letter.waitFor({ state: 'detached' });
  });

  it('has ended one tenancy and begun the next, without a gap', async () => {
    const { page } = window;
    await goTo(page, 'Mietverhältnisse');
    await filterBy(page, 'Nutzeinheit', '=Urbaner Rückzugsort');
    await expect.poll(() => shownRows(page)).toMatch(/^2 von/);
    expect((await rowTexts(page, 0)).join('|')).toMatch(/Timo Becker.*15\.11\.2025/);
    expect((await rowTexts(page, 1)).join('|')).toMatch(/Nora Lang.*16\.11\.2025/);
  });

  it('is taken back in one step', async () => {
    const { page } = window;
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen: Mieterwechsel Timo Becker').waitFor();
    await expect.poll(() => shownRows(page)).toMatch(/^1 von/);
    expect((await rowTexts(page, 0)).join('|')).toMatch(/Timo Becker/);
    await goTo(page, 'Personen');
    await filterBy(page, 'Name', '=Nora Lang');
    await expect.poll(() => shownRows(page)).toMatch(/^0 von/);
  });

  it('wants a reason where a reading is missing, names the degree-day table, and takes a vacancy', async () => {
    const { page } = window;
    await goTo(page, 'Nutzeinheiten');
    await page.locator('.table-words', { hasText: 'Parkblick-Suite' }).click();
    await heading(page, 'Parkblick-Suite').waitFor();
    await page.getByRole('button', { name: 'Mieterwechsel' }).click();
    const dialog = page.getByRole('dialog', { name: 'Mieterwechsel: Parkblick-Suite' });
    await dialog.getByRole('textbox', { name: 'Auszug (letzter Tag)' }).fill('30.11.2025');
    await dialog.getByText('kein Telegramm in der Nähe').waitFor();
    await dialog.getByText(/nach Gradtagszahlen aufgeteilt \(.*VDI 2067/).waitFor();
    await dialog.getByRole('radio', { name: 'Leerstand' }).check({ force: true });
    await dialog.getByRole('button', { name: 'Wechsel eintragen' }).click();
    await dialog.getByText('Bitte ausfüllen.').waitFor();
    await dialog.getByLabel('Grund').fill('Heizkostenverteiler im Kinderzimmer ist defekt');
    await takePicture(page, 'tenant-change-missing');
    await dialog.getByRole('button', { name: 'Wechsel eintragen' }).click();
    await page.getByRole('dialog', { name: 'Bestätigung für den Vermieter' }).getByText('Fertig').click();
    await page.getByRole('tab', { name: 'Mietverhältnisse' }).click();
    await page.getByText('Leerstand (Vermieter)').waitFor();
  });

  it('asks for a correction when the period is final', async () => {
    const { page } = window;
    await draftDemo(window);
    await page.evaluate(async () => {
      const { office } = globalThis as unknown as {
        office: Record<string, Record<string, (args: unknown) => Promise<unknown>>>;
      };
      const run = (await office['billing']?.['get']?.({ id: 1 })) as {
        value: { findings: { key: string; severity: string }[] };
      };
      for (const { key } of run.value.findings)
        await office['billing']?.['acceptFinding']?.({ id: 1, key, reason: 'geprüft' });
      await office['billing']?.['check']?.({ id: 1 });
      await office['billing']?.['finalise']?.({ id: 1, note: '' });
    });
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Auszug Becker');
    await page.getByRole('menuitem', { name: /^Auszug: Timo Becker/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Mieterwechsel: Urbaner Rückzugsort' });
    await dialog.getByRole('textbox', { name: 'Auszug (letzter Tag)' }).fill('30.11.2025');
    await dialog.getByText(/schon finalisiert abgerechnet/).waitFor();
    expect(await dialog.getByRole('button', { name: 'Wechsel eintragen' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Abrechnung öffnen' }).click();
    await heading(page, 'Stadtpark Suites').waitFor();
  });
});
