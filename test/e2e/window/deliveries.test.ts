import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OfficeClient } from '#shared/contract/office-client.ts';
import { allocator, keyOf, telegramLines } from '../../unit/electron/office/services/key-workbench.ts';
import { describeInChromium } from '../host/chromium.ts';
import { layOut } from './driver/delivery.ts';
import { rowTexts } from './driver/grid.ts';
import { find, pressOn, tabTo } from './driver/keys.ts';
import { setLook, takePicture } from './driver/look.ts';
import {
  beginOffice,
  heading,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

const HOUSE = 'Haus Linde';

function hex(id: string): string {
  return keyOf(id).toString('hex').toUpperCase();
}

/** Six devices of one house: two in doubt about their flat, one with a bad key. The column of flats is called by no usual name. */
const DELIVERY = [
  'Hersteller;Gerätenummer;AES-Schlüssel;Geräteart;Lage laut Plan;Raum;Heizkörper;K-Wert',
  `QDS;00000001;${hex('1')};HKV;WE 1;Bad;HK 1;1,287`,
  `QDS;00000002;${hex('2')};HKV;WE 1;Küche;HK 1;0,934`,
  `QDS;00000003;${hex('3')};WMZ;Keller;;;`,
  `QDS;00000004;${hex('4')};HKV;;;;1,1`,
  `QDS;00000005;${hex('5').slice(4)};HKV;WE 2;Bad;;1`,
  `QDS;00000006;${hex('6')};HKV;WE 2;Bad;;1`,
].join('\r\n');

/** A house with two flats, over the bridge: how it is typed is another test's matter. */
async function addHouse(page: Page): Promise<void> {
  await page.evaluate(async (name) => {
    const { office } = window as unknown as { office: OfficeClient };
    const landlord = await office.people.create({
      name: 'Vera Linde',
      addressLines: ['Am Markt 1'],
      phone: null,
      email: null,
    });
    if (!landlord.ok) throw new Error(landlord.error.message);
    const landlordId = landlord.value.id;
    const house = await office.properties.create({ name, addressLines: ['Lindenweg 2'], landlordId });
    if (!house.ok) throw new Error(house.error.message);
    const fields = { kind: 'flat', position: '', livingAreaM2: '50', heatedAreaM2: '50', rooms: [] } as const;
    await office.units.save({
      propertyId: house.value.id,
      rows: ['WE 1', 'WE 2'].map((unit) => ({ id: null, fields: { ...fields, name: unit, rooms: [] } })),
      reason: '',
    });
  }, HOUSE);
}

/** Number and unit of every meter, as the office knows them. */
async function meters(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const { office } = window as unknown as { office: OfficeClient };
    const reply = await office.meters.list();
    return reply.ok ? reply.value.map(({ number, unitName }) => `${number} ${unitName}`.trim()) : [];
  });
}

/** Drops files on the window, or lets them hang over it. */
async function drag(
  page: Page,
  event: 'dragover' | 'drop',
  files: readonly { readonly name: string; readonly content: string }[],
): Promise<void> {
  const dataTransfer = await page.evaluateHandle((dragged) => {
    const transfer = new DataTransfer();
    for (const { name, content } of dragged) transfer.items.add(new File([content], name));
    return transfer;
  }, files);
  await page.dispatchEvent('main', event, { dataTransfer });
}

describeInChromium('F3 – a delivery of devices with their keys', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow({ clock: () => new Date('2026-02-16T09:00:00Z') });
    await beginOffice(window);
    await addHouse(window.page);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('is read by keyboard alone: mapped, a row left out, taken over', async () => {
    const { page } = window;
    layOut(window, 'Lieferung Qundis.csv', DELIVERY);
    await find(page, 'schlüssel importieren', /^Schlüssel importieren/);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Text oder CSV · 6 Zeilen').waitFor();

    await choose(page, /Lage laut Plan/, 'Nutz');
    await choose(page, /keine Liegenschaft|Liegenschaft keine/, HOUSE);
    await dialog.getByText('wird eingebaut').first().waitFor();
    await takePicture(page, 'delivery-devices');
    expect(await rowTexts(page, 4)).toContain('Fehler');

    await tabTo(page, 'rowheader', /./);
    for (let row = 0; row < 5; row += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => rowTexts(page, 5)).toContain('auslassen');
    await pressOn(page, 'button', '4 Zeilen übernehmen');
    const left = page.getByRole('textbox', { name: '1 Zeile blieb draußen, hier zum Kopieren:' });
    await left.waitFor();
    expect(await left.inputValue()).toContain('32 Hexadezimalziffern');
    await page.keyboard.press('Escape');
    await page.getByText('4 Zeilen übernommen, 4 Messgeräte angelegt, 2 davon ohne Platz.').waitFor();
    expect(await meters(page)).toEqual(['00000001 WE 1', '00000002 WE 1', '00000003', '00000004']);
  });

  it('leaves a list to walk with, and takes the places noted on it by keyboard or as a pasted block', async () => {
    const { host, page } = window;
    await pressOn(page, 'button', /^Liegenschaft: Alle/);
    await page.keyboard.type('Linde');
    await page.getByRole('option', { name: HOUSE }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await find(page, 'gehe zu messger', /Messgeräte/);
    await heading(page, 'Messgeräte').waitFor();
    await pressOn(page, 'button', 'Geräte ohne Platz (2)');
    const dialog = page.getByRole('dialog', { name: 'Geräte ohne Platz' });
    const list = path.join(host.folder, 'Laufliste.pdf');
    host.desktop.answers.push(list);
    await pressOn(page, 'button', 'Laufliste drucken');
    await page.getByText('Die Laufliste ist gespeichert.').waitFor();
    const text = execFileSync('pdftotext', ['-layout', list, '-'], { encoding: 'utf8' });
    expect(text).toContain('00000003');
    expect(text).not.toContain('00000001');

    await tabTo(page, 'rowheader', /./);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('WE 2');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Flur');
    await page.keyboard.press('Enter');
    await expect.poll(() => rowTexts(page, 0)).toEqual(expect.arrayContaining(['WE 2', 'Flur']));
    await page.keyboard.press('ArrowLeft');
    await page.evaluate(() => navigator.clipboard.writeText('Dach\tBad'));
    await page.keyboard.press('Control+v');
    await expect.poll(() => rowTexts(page, 1)).toEqual(expect.arrayContaining(['Dach', 'Bad']));
    await takePicture(page, 'unplaced');
    await pressOn(page, 'button', '2 Plätze übernehmen');
    await dialog.getByText('„Dach“ ist keine eindeutige Nutzeinheit der Liegenschaft.').waitFor();
    expect(await meters(page)).toContain('00000003 WE 2');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('is taken back by Ctrl+Z, the places first and then the whole delivery', async () => {
    const { page } = window;
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen: Plätze von Geräten in Haus Linde').waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen: Lieferung Lieferung Qundis.csv').waitFor();
    expect(await meters(page)).toEqual([]);
  });

  it('can be dropped anywhere on the window, which shows that it takes it and knows it by its content', async () => {
    const { page } = window;
    const [delivery, telegrams, letter] = [
      { name: 'Bild.png', content: DELIVERY },
      { name: 'Lieferung.csv', content: telegramLines([allocator('00000001')], '2026-01-31T21:00:00Z') },
      { name: 'Brief.csv', content: 'Sehr geehrte Damen und Herren' },
    ];
    await setLook(page, { theme: 'dark' });
    await drag(page, 'dragover', [delivery]);
    await page.getByText('Datei hier ablegen').waitFor();
    await takePicture(page, 'drop-zone');
    await drag(page, 'drop', [delivery]);
    const dialog = page.getByRole('dialog', { name: 'Lieferdatei Bild.png' });
    await dialog.getByText('Text oder CSV · 6 Zeilen').waitFor();
    await takePicture(page, 'delivery-dark');
    expect(await page.getByText('Datei hier ablegen').count()).toBe(0);
    await drag(page, 'drop', [letter]);
    await page.getByText('Bitte schließen Sie zuerst den offenen Dialog').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await drag(page, 'drop', [letter]);
    await page
      .getByText('In „Brief.csv“ stehen weder Schlüssel oder Geräte noch Telegramme.')
      .first()
      .waitFor();
    await drag(page, 'drop', [letter, delivery]);
    await page.getByText('Bitte legen Sie immer nur eine Datei ab.').first().waitFor();
    await drag(page, 'drop', [telegrams]);
    await heading(page, 'Datenabruf').waitFor();
    await page
      .getByText(/^Abruf fertig/)
      .last()
      .waitFor();
  });
});

/** Opens a choice by Tab and Enter and takes what begins so. */
async function choose(page: Page, name: RegExp, option: string): Promise<void> {
  await pressOn(page, 'button', name);
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type(option);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}
