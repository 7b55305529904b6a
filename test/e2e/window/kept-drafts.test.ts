import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import {
  beginOffice,
  goTo,
  openWindow,
  PASSPHRASE,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

describeInChromium('what was typed and not saved', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await beginOffice(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('survives a lock, which shows nothing of it, and comes back for the same employee', async () => {
    const { page } = window;
    await goTo(page, 'Personen');
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog', { name: 'Neue Person' });
    await dialog.getByLabel('Name').fill('Dr. Maximiliane Sonnenschein');
    // The draft is kept a moment after the last key; nothing on the page tells when.
    await page.waitForTimeout(600);
    await page.keyboard.press('Control+l');
    await page.getByLabel('Passphrase', { exact: true }).waitFor();
    expect(await page.content()).not.toContain('Sonnenschein');
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.keyboard.press('Enter');
    await page.getByText('Ihre Eingaben von vorhin sind wieder da.').waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Dr. Maximiliane Sonnenschein');
  });

  it('is gone once the form was closed', async () => {
    const { page } = window;
    const dialog = page.getByRole('dialog', { name: 'Neue Person' });
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.keyboard.press('Control+n');
    await dialog.getByLabel('Name').waitFor();
    await page.waitForTimeout(300);
    expect(await dialog.getByLabel('Name').inputValue()).toBe('');
  });
});
