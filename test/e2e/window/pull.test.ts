import { afterAll, beforeAll, expect, it } from 'vitest';
import { allocator, keyOf } from '../../unit/electron/office/services/key-workbench.ts';
import { describeInChromium } from '../host/chromium.ts';
import { GATEWAY, startCloud, type Cloud } from './driver/cloud.ts';
import { chooseDelivery, keyStates, readTelegrams } from './driver/delivery.ts';
import { cell, clipboard, rowTexts, runCommand, shownRows } from './driver/grid.ts';
import { createProperty, pasteUnits } from './driver/house.ts';
import { beginOffice, goTo, openWindow, READY_WITHIN_MS, type OfficeWindow } from './driver/office-window.ts';

const OURS = allocator('00000001');
const NEIGHBOURS = [allocator('00000002'), allocator('00000003')];

describeInChromium('F4 – connect AWS, pull readings', () => {
  let window: OfficeWindow;
  let cloud: Cloud;
  beforeAll(async () => {
    window = await openWindow();
    cloud = await startCloud(window.host.folder);
    await cloud.send([OURS, ...NEIGHBOURS], '2026-01-05T06:00:00Z', 60);
    await beginOffice(window);
    await createProperty(window.page);
    await pasteUnits(window.page, [['WE 01', 'EG links', '64,5', 'Timo Becker', '01.01.2024']]);
  }, READY_WITHIN_MS);
  afterAll(async () => {
    await window.host.stop();
    await cloud.core.stop();
  });

  it('S8 – is connected in a dialog, with the rights to copy, and says what is wrong with an access', async () => {
    const { page } = window;
    await goTo(page, 'Datenabruf');
    await page.getByRole('button', { name: 'Zugang einrichten' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Region').fill('eu-west-1');
    await dialog.getByText('Rechte für den Zugang').click();
    await dialog.getByRole('button', { name: 'Rechte kopieren' }).click();
    const policy = await clipboard(page);
    expect(JSON.parse(policy)).toMatchObject({ Version: '2012-10-17' });
    expect(policy).toContain('arn:aws:iot:eu-west-1:');
    expect(policy).not.toMatch(/"iot:\*"|Delete|Create/);
    await dialog.getByLabel('Region').fill('eu-central-1');
    await dialog.getByLabel('Daten-Endpunkt').fill(cloud.core.dataEndpoint);
    await dialog.getByLabel('Zugriffsschlüssel-ID').fill(cloud.core.credentials.accessKeyId);
    await dialog.getByLabel('Geheimer Zugriffsschlüssel').fill('nicht der richtige');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Verbindung prüfen' }).click();
    await page
      .getByText(/Zugang|Zugriffsschlüssel/)
      .and(page.locator('.toast-words'))
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Zugang ändern' }).click();
    await dialog.getByLabel('Geheimer Zugriffsschlüssel').fill(cloud.core.credentials.secretAccessKey);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Verbindung prüfen' }).click();
    await page.getByText(/^Verbunden\. 60 Bündel, neueste Daten vom/).waitFor();
    expect(await page.content()).not.toContain(cloud.core.credentials.secretAccessKey);
  });

  it('can be cancelled and keeps what has arrived whole; the next pull takes the rest and nothing twice', async () => {
    const { page } = window;
    cloud.delayMs = 3_000;
    await page.getByRole('button', { name: 'Jetzt abrufen' }).click();
    await page.getByRole('progressbar', { name: 'Bündel abrufen' }).waitFor();
    await page.getByText('0 von 60').waitFor();
    await page.getByRole('button', { name: 'Abruf abbrechen' }).click();
    await page.getByText(/^abgebrochen ·/).waitFor();
    cloud.delayMs = 0;
    await page.getByRole('button', { name: 'Jetzt abrufen' }).click();
    await page.getByText(/^vollständig ·/).waitFor();
    await page.getByRole('button', { name: 'Jetzt abrufen' }).click();
    await expect.poll(() => figure('Neue Telegramme'), { timeout: 20_000 }).toBe('0');
    await goTo(page, 'Datenabruf');
    await page.getByRole('tab', { name: 'Unbekannte Geräte (3)' }).click();
    await expect.poll(async () => (await rowTexts(page, 0))[4]).toBe(GATEWAY);
  });

  it('sorts what it does not know: one device becomes a meter, the others are next door', async () => {
    const { page } = window;
    await runCommand(page, await rowOf('00000001'), 'Zuordnen');
    const assign = page.getByRole('dialog', { name: 'Gerät 00000001 zuordnen' });
    await assign.getByRole('combobox', { name: 'Liegenschaft' }).fill('Stadtpark');
    await page.getByRole('option', { name: 'Stadtpark Suites' }).click();
    await assign.getByRole('combobox', { name: 'Nutzeinheit' }).fill('WE');
    await page.getByRole('option', { name: 'WE 01' }).click();
    await assign.getByRole('textbox', { name: 'Eingebaut am' }).fill('01.01.2026');
    await assign.getByRole('button', { name: 'Zuordnen' }).click();
    await assign.waitFor({ state: 'detached' });
    await expect.poll(() => shownRows(page)).toBe('2 Zeilen');

    await cell(page, 0, 0).focus();
    await page.keyboard.press('Control+a');
    await runMarked('Ignorieren');
    const ignore = page.getByRole('dialog', { name: '2 Geräte ignorieren' });
    await ignore.getByLabel('Grund').fill('Nachbarhaus');
    await ignore.getByRole('button', { name: 'Ignorieren' }).click();
    await ignore.waitFor({ state: 'detached' });
    await expect.poll(async () => (await rowTexts(page, 0))[2]).toBe('ignoriert: Nachbarhaus');
    await page.getByRole('tab', { name: 'Unbekannte Geräte', exact: true }).waitFor();
  });

  it('reads the past with a key that comes later, and lists what it cannot read by reason', async () => {
    const { page } = window;
    await page.getByRole('tab', { name: 'Abruf' }).click();
    expect(await keyStates(page)).toEqual({ missing: 1 });
    const dialog = await chooseDelivery(
      window,
      'l.csv',
      `id;key\n00000001;${keyOf('00000001').toString('hex')}`,
    );
    await dialog.getByRole('button', { name: '1 Schlüssel übernehmen' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await keyStates(page)).toEqual({ confirmed: 1 });
    await cloud.send([OURS, ...NEIGHBOURS], '2026-01-09T06:00:00Z', 1);
    await goTo(page, 'Datenabruf');
    await page.getByRole('button', { name: 'Jetzt abrufen' }).click();
    await page.getByRole('cell', { name: /^ohne hinterlegten Schlüssel/ }).waitFor();
    expect(await figure('Bündel')).toBe('1');
  });

  it('says offline why it cannot pull, and everything else goes on', async () => {
    const { page, host } = window;
    await goTo(page, 'Datenabruf');
    await host.context.setOffline(true);
    await page.getByText('Ohne Internet ist kein Abruf möglich. Alles andere geht.').waitFor();
    expect(await page.getByRole('button', { name: 'Jetzt abrufen' }).isDisabled()).toBe(true);
    await readTelegrams(window, 'leer.txt', 'Sehr geehrte Damen und Herren');
    await page.getByRole('cell', { name: 'leer.txt' }).waitFor();
    await host.context.setOffline(false);
  });

  /** A figure of the result sheet. */
  async function figure(name: string): Promise<string> {
    const entry = window.page.locator('.facts > div', { has: window.page.locator(`dt:text-is("${name}")`) });
    return (await entry.locator('dd').last().textContent()) ?? '';
  }

  /** The row of a device in the inbox. */
  async function rowOf(id: string): Promise<number> {
    for (const row of [0, 1, 2]) if ((await rowTexts(window.page, row))[0] === id) return row;
    throw new Error(`no row of ${id}`);
  }

  /** The command of the marked rows' menu. */
  async function runMarked(command: string): Promise<void> {
    await window.page.keyboard.press('Shift+F10');
    await window.page.getByRole('menuitem', { name: command }).click();
  }
});
