import { afterAll, beforeAll, expect, it } from 'vitest';
import { allocator, keyOf } from '../../unit/electron/office/services/key-workbench.ts';
import { describeInChromium } from '../host/chromium.ts';
import { GATEWAY, startCloud, type Cloud } from './driver/cloud.ts';
import { chooseDelivery, keyStates, readTelegrams } from './driver/delivery.ts';
import { clipboard, rowTexts, shownRows } from './driver/grid.ts';
import { createProperty, pasteUnits } from './driver/house.ts';
import { choose, find, pressOn, runOnFocus, select, tabTo, typeInto } from './driver/keys.ts';
import { beginOffice, goTo, openWindow, READY_WITHIN_MS, type OfficeWindow } from './driver/office-window.ts';
import { fact } from './driver/troubled.ts';

const OURS = allocator('00000001');
const NEIGHBOURS = [allocator('00000002'), allocator('00000003')];

describeInChromium('F4 – connect AWS, pull readings, by keyboard alone', () => {
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
    await find(page, 'gehe zu datenabruf', /Datenabruf/);
    await pressOn(page, 'button', 'Zugang einrichten');
    const dialog = page.getByRole('dialog');
    await typeInto(page, /^Region/, 'eu-west-1');
    await pressOn(page, 'button', 'Rechte für den Zugang');
    await pressOn(page, 'button', 'Rechte kopieren');
    await expect.poll(() => clipboard(page)).toContain('arn:aws:iot:eu-west-1:');
    const policy = await clipboard(page);
    expect(JSON.parse(policy)).toMatchObject({ Version: '2012-10-17' });
    expect(policy).not.toMatch(/"iot:\*"|Delete|Create/);
    await typeInto(page, /^Region/, 'eu-central-1');
    await typeInto(page, /^Daten-Endpunkt/, cloud.core.dataEndpoint.replace('https://', ''));
    await typeInto(page, /^Zugriffsschlüssel-ID/, cloud.core.credentials.accessKeyId);
    await typeInto(page, /^Geheimer Zugriffsschlüssel/, 'nicht der richtige');
    await pressOn(page, 'button', 'Speichern');
    await dialog.waitFor({ state: 'detached' });
    await pressOn(page, 'button', 'Verbindung prüfen');
    await page.getByRole('alert').filter({ hasText: 'AWS hat die Zugangsdaten nicht anerkannt.' }).waitFor();

    await pressOn(page, 'button', 'Zugang ändern');
    await typeInto(page, /^Geheimer Zugriffsschlüssel/, cloud.core.credentials.secretAccessKey);
    await pressOn(page, 'button', 'Speichern');
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await pressOn(page, 'button', 'Verbindung prüfen');
    await page.getByText(/^Verbunden · geprüft am/).waitFor();
    expect([await fact(page, 'Gateways'), await fact(page, 'Bündel in der Cloud')]).toEqual(['1', '60']);
    expect(await fact(page, 'Uhr dieses Rechners')).toBe('geht richtig');
    await page.getByText(/^Nach Nummer und Namen des AWS-Kontos wird nicht gefragt/).waitFor();
    expect(await page.content()).not.toContain(cloud.core.credentials.secretAccessKey);
  });

  it('can be cancelled and keeps what has arrived whole; the next pull takes the rest and nothing twice', async () => {
    const { page } = window;
    cloud.delayMs = 3_000;
    await pressOn(page, 'button', 'Jetzt abrufen');
    await page.getByRole('progressbar', { name: 'Bündel abrufen' }).waitFor();
    await page.getByText('0 von 60').waitFor();
    await pressOn(page, 'button', 'Abruf abbrechen');
    await page.getByText(/^abgebrochen ·/).waitFor();
    cloud.delayMs = 0;
    await page.keyboard.press('F5');
    await page.getByText(/^vollständig ·/).waitFor();
    expect(await fact(page, 'Unbekannte Geräte')).toBe('3');
    await page.keyboard.press('F5');
    await expect.poll(() => fact(page, 'Neue Telegramme'), { timeout: 20_000 }).toBe('0');
  });

  it('goes on by itself after a schedule, and says when next', async () => {
    const { page } = window;
    await select(page, /Von selbst abrufen/, 'jede');
    await page.getByText(/^Nächster Abruf am \d\d\.\d\d\.\d{4} \d\d:\d\d\.$/).waitFor();
    await page.keyboard.press('Control+z');
    await page.getByText(/^Nächster Abruf am/).waitFor({ state: 'detached' });
  });

  it('sorts what it does not know: one device becomes a meter, the others are next door', async () => {
    const { page } = window;
    await tabTo(page, 'tab', 'Abruf');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Unbekannte Geräte (3)', selected: true }).waitFor();
    await expect.poll(async () => (await rowTexts(page, 0))[4]).toBe(GATEWAY);
    await assignOurs();
    await page.keyboard.press('Control+z');
    await expect.poll(() => shownRows(page)).toBe('3 Zeilen');
    await assignOurs();

    await tabTo(page, 'rowheader', /^0000000/);
    await page.keyboard.press('Control+a');
    await runOnFocus(page, 'Ignorieren');
    const ignore = page.getByRole('dialog', { name: '2 Geräte ignorieren' });
    await ignore.waitFor();
    await typeInto(page, /^Grund/, 'Nachbarhaus');
    await pressOn(page, 'button', 'Ignorieren');
    await ignore.waitFor({ state: 'detached' });
    await expect.poll(async () => (await rowTexts(page, 0))[2]).toBe('ignoriert: Nachbarhaus');
    await page.keyboard.press('Control+z');
    await page.getByRole('tab', { name: 'Unbekannte Geräte (2)' }).waitFor();
    await page.keyboard.press('Control+y');
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
    expect(await fact(page, 'Bündel')).toBe('1');
  });

  it('says why the cloud refuses, on the page and in the line at the bottom', async () => {
    const { page } = window;
    cloud.refuses = true;
    await page.keyboard.press('F5');
    await page
      .getByText(/^AWS verweigert diese Aktion\./)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Abruf fehlgeschlagen \d\d\.\d\d\./ }).waitFor();
    cloud.refuses = false;
    await page.keyboard.press('F5');
    await page.getByRole('button', { name: /^Letzter Abruf \d\d\.\d\d\./ }).waitFor();
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

  /** Makes a meter of our device in the inbox. */
  async function assignOurs(): Promise<void> {
    const { page } = window;
    await tabTo(page, 'rowheader', /^0000000/);
    await page.keyboard.press('Control+Home');
    await tabTo(page, 'rowheader', '00000001', 'ArrowDown');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Gerät 00000001 zuordnen' });
    await dialog.waitFor();
    await choose(page, /^Liegenschaft/, 'Stadtpark Suites');
    await choose(page, /^Nutzeinheit/, 'WE 01');
    await typeInto(page, /^Eingebaut am/, '01.01.2026');
    await pressOn(page, 'button', 'Zuordnen');
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => shownRows(page)).toBe('2 Zeilen');
  }
});
