import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { filterBy, shownRows } from './driver/grid.ts';
import { createProperty, pasteUnits, spreadsheet } from './driver/house.ts';
import { beginOffice, goTo, openWindow, READY_WITHIN_MS, type OfficeWindow } from './driver/office-window.ts';

describeInChromium('saved views of a list', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await beginOffice(window);
    await createProperty(window.page);
    await pasteUnits(window.page, spreadsheet(12));
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('U15 – keep columns, sorting and filters by name, for this list and this employee', async () => {
    const { page } = window;
    await goTo(page, 'Nutzeinheiten');
    await filterBy(page, 'Nutzeinheit', '=WE 03');
    await expect.poll(() => shownRows(page)).toBe('1 von 12 Zeilen');
    await page.getByRole('button', { name: 'Ansichten' }).click();
    await page.getByRole('menuitem', { name: 'Diese Ansicht speichern …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ansicht speichern' });
    await dialog.getByLabel('Name der Ansicht').fill('Nur drei');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Ansicht „Nur drei“ gespeichert.').waitFor();

    await goTo(page, 'Personen');
    await page.getByRole('button', { name: 'Ansichten' }).click();
    expect(await page.getByRole('menuitem', { name: 'Nur drei' }).count()).toBe(0);
    await page.keyboard.press('Escape');

    await goTo(page, 'Nutzeinheiten');
    await expect.poll(() => shownRows(page)).toBe('12 Zeilen');
    await page.getByRole('button', { name: 'Ansichten' }).click();
    await page.getByRole('menuitem', { name: 'Nur drei', exact: true }).click();
    await expect.poll(() => shownRows(page)).toBe('1 von 12 Zeilen');
    await page.getByRole('button', { name: 'Ansichten' }).click();
    await page.getByRole('menuitem', { name: 'Grundansicht' }).click();
    await expect.poll(() => shownRows(page)).toBe('12 Zeilen');
  });

  it('are a step that is taken back and again by key', async () => {
    const { page } = window;
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen: Ansicht „Nur drei“ gespeichert').waitFor();
    await page.getByRole('button', { name: 'Ansichten' }).click();
    expect(await page.getByRole('menuitem', { name: 'Nur drei' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+y');
    await page.getByText('Wiederhergestellt: Ansicht „Nur drei“ gespeichert').waitFor();
    await page.getByRole('button', { name: 'Ansichten' }).click();
    await page.getByRole('menuitem', { name: 'Nur drei', exact: true }).waitFor();
  });
});
