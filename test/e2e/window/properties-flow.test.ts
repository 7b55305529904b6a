import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { cell, filterBy, rowTexts, runCommand, shownRows } from './driver/grid.ts';
import { createProperty, pasteUnits, spreadsheet, TITLES } from './driver/house.ts';
import {
  beginOffice,
  goTo,
  heading,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

/** The entries of the history that is shown, the newest first. */
async function historyOf(page: Page): Promise<string[]> {
  await page.locator('.history li').first().waitFor();
  return page.locator('.history li').allTextContents();
}

describeInChromium('F2 from an empty office to a house that says what it lacks', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await beginOffice(window);
    await createProperty(window.page);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  const openProperty = async (tab: string): Promise<void> => {
    const { page } = window;
    await goTo(page, 'Liegenschaften');
    await cell(page, 0, 0).locator('.table-words').click();
    await heading(page, 'Stadtpark Suites').waitFor();
    await page.getByRole('tab', { name: tab, exact: true }).click();
  };

  it('gives a new house its first period by itself, and says that its units are missing', async () => {
    const { page } = window;
    await openProperty('Überblick');
    const lastYear = new Date().getFullYear() - 1;
    await page.getByText(`01.01.${lastYear}\u00a0– 31.12.${lastYear}`).first().waitFor();
    await page.getByText('Es gibt noch keine Nutzeinheiten.').waitFor();
  });

  it('takes forty units and their tenants as Excel copies them, in one paste', async () => {
    const { page } = window;
    await openProperty('Nutzeinheiten');
    const copied = [TITLES, ...spreadsheet(40)].map((row) => row.join('\t')).join('\r\n');
    await page.evaluate((text) => navigator.clipboard.writeText(text), `${copied}\r\n`);
    await page.getByRole('button', { name: 'Aus Excel einfügen' }).click();
    await page.getByLabel('Tabelle').press('Control+v');
    await page.getByRole('button', { name: 'Vorschau zeigen' }).click();
    await page.getByRole('button', { name: '40 Zeilen übernehmen' }).click();
    await expect.poll(() => shownRows(page)).toBe('40 Zeilen');
    expect(await rowTexts(page, 0)).toEqual(expect.arrayContaining(['WE 01', '40,50', 'Mieter 1']));
    await goTo(page, 'Personen');
    await expect.poll(() => shownRows(page)).toBe('36 Zeilen');
  });

  it('takes units, tenants and tenancies of the paste back with one undo', async () => {
    const { page } = window;
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen: 40 Zeilen eingefügt').waitFor();
    await expect.poll(() => shownRows(page)).toBe('1 Zeile');
    expect((await rowTexts(page, 0))[0]).toBe('Remo Reichel');
    await goTo(page, 'Mietverhältnisse');
    await page.locator('.empty').waitFor();
    await openProperty('Nutzeinheiten');
    await pasteUnits(page, spreadsheet(40));
    await expect.poll(() => shownRows(page)).toBe('40 Zeilen');
  });

  it('shows a tenancy that would overlap as a conflict, and leaves it out', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Aus Excel einfügen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Aus Excel einfügen' });
    const row = ['WE 01', 'VH 0. OG links', '40,5', 'Nora Lang', '01.06.2023', '31.03.2024'];
    await dialog
      .getByLabel('Tabelle')
      .fill([[...TITLES, 'Auszug'], row].map((cells) => cells.join('\t')).join('\n'));
    await dialog.getByRole('button', { name: 'Vorschau zeigen' }).click();
    await dialog.getByText('Konflikt', { exact: true }).waitFor();
    // The button that had the focus is disabled now, and Esc is still heard.
    expect(await dialog.getByRole('button', { name: /übernehmen$/ }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('fills a pattern with units that have the rooms of a template', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Nach Muster anlegen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nach Muster anlegen' });
    await dialog.getByLabel('Muster').fill('HH {EG|1. OG} {li|re}');
    await dialog.getByLabel('Wohnfläche je Einheit').fill('52');
    await dialog.getByLabel('Räume je Einheit').fill('Wohnzimmer, Küche, Bad');
    await dialog.getByText('Das Muster ergibt 4 Nutzeinheiten:').waitFor();
    await dialog.getByRole('button', { name: '4 Nutzeinheiten anlegen' }).click();
    await page.getByText('4 Nutzeinheiten angelegt.').waitFor();
    await expect.poll(() => shownRows(page)).toBe('44 Zeilen');
    await filterBy(page, 'Nutzeinheit', '=HH EG li');
    await cell(page, 0, 0).locator('.table-words').click();
    await heading(page, 'HH EG li').waitFor();
    const rooms = await page.getByLabel('Raum', { exact: true }).all();
    expect(await Promise.all(rooms.map((room) => room.inputValue()))).toEqual(['Wohnzimmer', 'Küche', 'Bad']);
  });

  it('says for every unit what billing still asks for, and leads there', async () => {
    const { page } = window;
    await openProperty('Überblick');
    const points = page.locator('.point');
    await points.filter({ hasText: 'In 44 Nutzeinheiten ist kein Messgerät eingebaut: ' }).waitFor();
    expect(await points.filter({ hasText: 'kein Messgerät' }).count()).toBe(1);
    await points.filter({ hasText: 'WE 07: Es ist kein Mietverhältnis eingetragen' }).waitFor();
    await points.filter({ hasText: 'noch keine Kosten' }).waitFor();
    await points.filter({ hasText: 'WE 07' }).last().getByRole('button', { name: 'Dorthin' }).click();
    await heading(page, 'WE 07').waitFor();
  });

  it('P2 – tells on house, unit, person and tenancy who did what', async () => {
    const { page } = window;
    await openProperty('Verlauf');
    expect((await historyOf(page)).at(-1)).toMatch(/SR.*Liegenschaft angelegt.*Name: Stadtpark Suites/);

    await openProperty('Nutzeinheiten');
    await filterBy(page, 'Nutzeinheit', '=WE 01');
    await cell(page, 0, 3).click();
    await page.keyboard.type('41');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await rowTexts(page, 0))[3]).toBe('41,00');
    await cell(page, 0, 0).locator('.table-words').click();
    await heading(page, 'WE 01').waitFor();
    await page.getByRole('tab', { name: 'Verlauf' }).click();
    expect((await historyOf(page))[0]).toMatch(/SR.*Nutzeinheit geändert.*Wohnfläche: 40,5.*→ 41/);

    await page.getByRole('tab', { name: 'Mietverhältnisse' }).click();
    await runCommand(page, 0, 'Mietverhältnis bearbeiten');
    const dialog = page.getByRole('dialog', { name: 'Mietverhältnis bearbeiten' });
    await dialog.getByLabel('Auszug', { exact: true }).fill('30.06.2025');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.waitFor({ state: 'detached' });
    await runCommand(page, 0, 'Mietverhältnis bearbeiten');
    await dialog.getByRole('tab', { name: 'Verlauf' }).click();
    const tenancy = await historyOf(page);
    expect(tenancy[0]).toMatch(/SR.*Mietverhältnis geändert.*Auszug: leer → 30\.06\.2025/);
    expect(tenancy.at(-1)).toMatch(/Mietverhältnis angelegt.*Einzug: 01\.01\.2024/);
    await dialog.getByRole('tab', { name: 'Angaben' }).click();
    expect(await dialog.getByLabel('Auszug', { exact: true }).inputValue()).toBe('30.06.2025');
    await page.keyboard.press('Escape');

    await runCommand(page, 0, 'Mieter öffnen');
    await heading(page, 'Mieter 1').waitFor();
    await page.getByRole('tab', { name: 'Verlauf' }).click();
    expect((await historyOf(page)).at(-1)).toMatch(/SR.*Person angelegt.*Name: Mieter 1/);
  });
});
