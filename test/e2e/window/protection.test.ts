import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { cell, filterBy, rowTexts } from './driver/grid.ts';
import { createProperty, pasteUnits, spreadsheet } from './driver/house.ts';
import {
  beginOffice,
  goTo,
  heading,
  openWindow,
  PASSPHRASE,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

describeInChromium('P1 – only authorised people read data', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await beginOffice(window);
    await createProperty(window.page);
    await pasteUnits(window.page, spreadsheet(6));
    await cell(window.page, 0, 0).waitFor();
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('a lock takes everything off the page and out of the address', async () => {
    const { page } = window;
    await filterBy(page, 'Nutzer heute', 'Mieter 1');
    await page.getByText('1 von 6 Zeilen').waitFor();
    expect(page.url()).toContain('Mieter');
    await page.keyboard.press('Control+l');
    await heading(page, 'Stichtag ist gesperrt').waitFor();
    expect(page.url()).not.toContain('Mieter');
    expect(await page.locator('body').textContent()).not.toMatch(/Stadtpark|Mieter \d|Reichel|Rao/);
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('a wrong passphrase gives no data and no hint, and the next attempt waits', async () => {
    const { page } = window;
    for (const attempt of [1, 2, 3]) {
      await page.getByLabel('Passphrase', { exact: true }).fill(`falsch falsch falsch ${attempt}`);
      const unlock = page.getByRole('button', { name: 'Entsperren' });
      await expect.poll(() => unlock.isEnabled(), { timeout: 15_000 }).toBe(true);
      await unlock.click();
      await expect.poll(() => page.getByLabel('Passphrase', { exact: true }).inputValue()).toBe('');
    }
    expect(await page.locator('body').textContent()).not.toMatch(/Stadtpark|Mieter \d|Reichel|Rao/);
    await page.reload();
    await heading(page, 'Stichtag ist gesperrt').waitFor();
  });

  it('the right one brings the page back where it was', async () => {
    const { page } = window;
    const unlock = page.getByRole('button', { name: 'Entsperren' });
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await expect.poll(() => unlock.isEnabled(), { timeout: 30_000 }).toBe(true);
    await unlock.click();
    await heading(page, 'Stadtpark Suites').waitFor();
  });

  it('says a minute before that it will lock, and stays when somebody works', async () => {
    const { page } = window;
    await goTo(page, 'Einstellungen');
    await page.getByRole('tab', { name: 'Sicherheit' }).click();
    await page.getByLabel('Sperren nach').fill('1');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Einstellungen gespeichert.').waitFor();
    await page.reload();
    await heading(page, 'Einstellungen').waitFor();
    await page.getByText(/sperrt sich in einer Minute/).waitFor({ timeout: 15_000 });
    await page.keyboard.press('Shift');
    await page.getByText(/sperrt sich in einer Minute/).waitFor({ state: 'detached' });
  });
});

describeInChromium('P2 – all changes are traceable', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await beginOffice(window);
    await createProperty(window.page);
    await pasteUnits(window.page, spreadsheet(3));
    await cell(window.page, 0, 0).waitFor();
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('every object tells its history: who, when, old and new', async () => {
    const { page } = window;
    await cell(page, 0, 3).click();
    await page.keyboard.press('F2');
    await page.keyboard.type('66,6');
    await page.keyboard.press('Enter');
    await page.getByText('66,60').first().waitFor();
    await cell(page, 0, 0).locator('.table-words').click();
    await heading(page, 'WE 01').waitFor();
    await page.getByRole('tab', { name: 'Verlauf' }).click();
    const newest = page.locator('.history li').first();
    await newest.waitFor();
    const words = await newest.textContent();
    expect(words).toMatch(/\d\d\.\d\d\.\d{4} \d\d:\d\d/);
    expect(words).toContain('SR');
    expect(words).toMatch(/40,5.*66,6/);
  });

  it('the log is checked on demand and says that its chain holds', async () => {
    const { page } = window;
    await goTo(page, 'Protokoll');
    expect((await rowTexts(page, 0))[3]).toMatch(/geändert/);
    await page.getByRole('button', { name: 'Protokoll prüfen' }).click();
    await page.getByText(/^Das Protokoll ist unversehrt: \d+ Einträge/).waitFor();
  });

  it('an undone step stands in the log too', async () => {
    const { page } = window;
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText(/^Zurückgenommen:/).waitFor();
    await goTo(page, 'Nutzeinheiten');
    await expect.poll(async () => (await rowTexts(page, 0)).join(' ')).toContain('40,50');
  });
});
