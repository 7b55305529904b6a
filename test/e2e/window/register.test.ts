import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { cell, clipboard, filterBy, rowTexts, runCommand, shownRows } from './driver/grid.ts';
import { createProperty, pasteUnits, spreadsheet, TITLES } from './driver/house.ts';
import {
  beginOffice,
  goTo,
  heading,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

describeInChromium('F2 – a building with its units, rooms and people', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await beginOffice(window);
    await createProperty(window.page);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('takes forty units with tenants from a spreadsheet, leaves the faulty row for copying', async () => {
    const { page } = window;
    const rows = spreadsheet(40);
    rows[9] = ['WE 10', 'VH', 'viel', 'Mieter 10', '01.01.2024'];
    await pasteUnits(page, rows);
    const left = page.getByRole('textbox', { name: '1 Zeile blieb draußen, hier zum Kopieren:' });
    await left.waitFor();
    expect(await left.inputValue()).toContain('„viel“ ist keine Fläche');
    await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).last().click();
    await expect.poll(() => shownRows(page)).toBe('39 Zeilen');
  });

  it('takes the whole import back as one step', async () => {
    const { page } = window;
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText(/^Zurückgenommen:/).waitFor();
    await page.getByText('Hier stehen Wohnungen und Läden.').waitFor();
    await pasteUnits(page, spreadsheet(40));
    await expect.poll(() => shownRows(page)).toBe('40 Zeilen');
  });

  it('takes a paste straight into the grid, with a preview', async () => {
    const { page } = window;
    const text = [TITLES, ['WE 41', 'HH EG', '55', 'Nora Lang', '01.03.2025']]
      .map((row) => row.join('\t'))
      .join('\n');
    await cell(page, 0, 0).focus();
    await page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: 'Aus Excel einfügen' });
    await dialog.getByText('neu', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: '1 Zeile übernehmen' }).click();
    await expect.poll(() => shownRows(page)).toBe('41 Zeilen');
  });

  it('creates units by a pattern, shown before they are made', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Nach Muster anlegen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Nach Muster anlegen' });
    await dialog.getByLabel('Muster').fill('Garten {1-3} {li|re}');
    await dialog.getByText('Garten 3 re').waitFor();
    await dialog.getByRole('button', { name: '6 Nutzeinheiten anlegen' }).click();
    await dialog.getByText('Bitte ausfüllen.').waitFor();
    await dialog.getByLabel('Wohnfläche je Einheit').fill('24,5');
    await dialog.getByRole('button', { name: '6 Nutzeinheiten anlegen' }).click();
    await expect.poll(() => shownRows(page)).toBe('47 Zeilen');
  });

  it('edits like a spreadsheet: F2, Tab, Esc, the row above, and a fault that stays in its cell', async () => {
    const { page } = window;
    await cell(page, 0, 3).click();
    await page.keyboard.press('F2');
    await page.keyboard.type('64,5');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await rowTexts(page, 0))[3]).toBe('64,50');
    expect(await cell(page, 0, 4).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('999');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('Die beheizte Fläche ist größer als die Wohnfläche.').waitFor();
    await page.keyboard.press('Escape');
    expect((await rowTexts(page, 0))[4]).toBe('40,50');
    await cell(page, 1, 3).click();
    await page.keyboard.press('Control+d');
    await expect.poll(async () => (await rowTexts(page, 1))[3]).toBe('64,50');
  });

  it('U13 – keeps name, place, areas and rooms of a flat, and refuses areas that do not fit', async () => {
    const { page } = window;
    await cell(page, 2, 0).locator('.table-words').click();
    await heading(page, 'WE 03').waitFor();
    await page.getByText('Mieter 3').first().waitFor();
    await page.getByLabel('Beheizte Fläche').fill('200');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Die beheizte Fläche ist größer als die Wohnfläche.').waitFor();
    await page.getByLabel('Beheizte Fläche').fill('40');
    await page.getByRole('button', { name: 'Raum hinzufügen' }).click();
    await page.getByLabel('Raum', { exact: true }).fill('Bad');
    await page.getByLabel('Fläche', { exact: true }).fill('80');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Die Räume zusammen sind größer als die Einheit.').waitFor();
    await page.getByLabel('Fläche', { exact: true }).fill('8.5');
    await page.getByText('Der Punkt wurde als Komma gelesen: 8,5 m²').waitFor();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Nutzeinheit gespeichert.').waitFor();
    await page.reload();
    await heading(page, 'WE 03').waitFor();
    expect(await page.getByLabel('Raum', { exact: true }).inputValue()).toBe('Bad');
    expect(await page.getByLabel('Fläche', { exact: true }).inputValue()).toBe('8,5');
  });

  it('U18 – keeps how a person is reached', async () => {
    const { page } = window;
    await goTo(page, 'Personen');
    await filterBy(page, 'Name', '=Mieter 3');
    await expect.poll(() => shownRows(page), { timeout: 20_000 }).toMatch(/^1 von/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await heading(page, 'Mieter 3').waitFor();
    await page.getByLabel('Telefon').fill('03677 12345');
    await page.getByLabel('E-Mail', { exact: true }).fill('mieter3@');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Diese E-Mail-Adresse ist nicht vollständig.').waitFor();
    await page.getByLabel('E-Mail', { exact: true }).fill('mieter3@example.org');
    await page.getByLabel('Anschrift', { exact: true }).fill('Neue Straße 5\n99084 Erfurt');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Person gespeichert.').waitFor();
    await page.getByText('Neue Straße 5, 99084 Erfurt').waitFor();
  });

  it('U18 – keeps the address after moving out, the way of delivery, consents and the day of erasure', async () => {
    const { page } = window;
    await page.getByLabel('Zustellanschrift nach dem Auszug').fill('Postfach 12\n98527 Suhl');
    await page.getByRole('button', { name: 'Post Zustellweg' }).click();
    await page.getByRole('option', { name: 'E-Mail' }).click();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Bitte vermerken Sie die Einwilligung.').waitFor();
    await page.getByText('Abrechnungen per E-Mail', { exact: true }).click();
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Person gespeichert.').last().waitFor();
    await page.getByText(/^Eine Löschfrist beginnt erst/).waitFor();
    await page.getByRole('tab', { name: 'Verlauf' }).click();
    await page.getByText('Zustellanschrift: leer → Postfach 12, 98527 Suhl').waitFor();
    await page.getByText('Abrechnungen per E-Mail erlaubt: nein → ja').waitFor();
    await page.getByRole('tab', { name: 'Angaben' }).click();
    expect(await page.getByLabel('Zustellanschrift nach dem Auszug').inputValue()).toContain('Postfach 12');
  });

  it('U19 – leads from the tenant to the flat and back, with every tenancy', async () => {
    const { page } = window;
    await page.getByRole('tab', { name: 'Mietverhältnisse' }).click();
    await page.getByRole('main').getByRole('button', { name: 'WE 03' }).click();
    await heading(page, 'WE 03').waitFor();
    await page.getByRole('tab', { name: 'Mietverhältnisse' }).click();
    await runCommand(page, 0, 'Mieter öffnen');
    await heading(page, 'Mieter 3').waitFor();
  });

  it('U20 – lets no two tenancies overlap, and shows the gap as vacancy', async () => {
    const { page } = window;
    await goTo(page, 'Mietverhältnisse');
    await filterBy(page, 'Nutzeinheit', '=WE 01');
    await expect.poll(() => shownRows(page), { timeout: 20_000 }).toMatch(/^1 von/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const edit = page.getByRole('dialog', { name: 'Mietverhältnis bearbeiten' });
    await edit.getByLabel('Auszug', { exact: true }).fill('310825');
    await edit.getByRole('button', { name: 'Speichern' }).click();
    await edit.waitFor({ state: 'detached' });
    await expect.poll(() => shownRows(page)).toMatch(/^2 von \d+ Zeilen$/);
    const vacancy = await rowTexts(page, 1);
    expect(vacancy).toContain('Leerstand (Vermieter)');
    expect(vacancy).toContain('01.09.2025');

    await page.keyboard.press('Control+n');
    const create = page.getByRole('dialog', { name: 'Neues Mietverhältnis' });
    await create.getByRole('combobox', { name: 'Nutzeinheit' }).fill('WE 01');
    await page.getByRole('option', { name: /^WE 01/ }).click();
    await create.getByRole('combobox', { name: 'Mieter' }).fill('Mieter 2');
    await page.getByRole('option', { name: 'Mieter 2', exact: true }).click();
    await create.getByLabel('Einzug', { exact: true }).fill('1.8.25');
    await create.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await create.getByText(/überschneide|schon vermietet|bereits/i).waitFor();
    await create.getByLabel('Einzug', { exact: true }).fill('1.10.25');
    await create.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await create.waitFor({ state: 'detached' });
    await expect.poll(() => shownRows(page)).toMatch(/^3 von \d+ Zeilen$/);
  });

  it('keeps what was really paid in advance, month after month', async () => {
    const { page } = window;
    await runCommand(page, 0, 'Vorauszahlungen');
    const dialog = page.getByRole('dialog', { name: /^Vorauszahlungen/ });
    await dialog.getByLabel('Betrag je Monat').fill('120');
    await dialog.getByLabel('erste Zahlung', { exact: true }).fill('1.1.25');
    await dialog.getByLabel('letzte Zahlung', { exact: true }).fill('31.8.25');
    await dialog.getByRole('button', { name: 'Zahlungen eintragen (8)' }).click();
    await dialog.getByText('Zusammen 960,00 €').waitFor();
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Vorauszahlungen gespeichert.').waitFor();
  });

  it('says what is still missing for billing, each with the way there', async () => {
    const { page } = window;
    await goTo(page, 'Liegenschaften');
    await cell(page, 0, 0).locator('.table-words').click();
    const points = page.locator('.point');
    await points.first().waitFor();
    await points.filter({ hasText: 'noch keine Kosten' }).getByRole('button', { name: 'Dorthin' }).click();
    await heading(page, '01.01.2025\u00a0– 31.12.2025').waitFor();
  });

  it('copies marked cells as a German spreadsheet reads them', async () => {
    const { page } = window;
    await goTo(page, 'Nutzeinheiten');
    await cell(page, 3, 3).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText(/4 Zellen markiert · Summe 176,00\sm²/).waitFor();
    await page.keyboard.press('Control+c');
    await expect
      .poll(() => clipboard(page))
      .toBe('Wohnfläche\u00a0(m²)\tBeheizte Fläche\u00a0(m²)\r\n43,50\t43,50\r\n44,50\t44,50');
  });
});
