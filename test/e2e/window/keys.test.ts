import { afterAll, beforeAll, expect, it } from 'vitest';
import { encryptedXml, kemArchive, metersInOrder } from '../../unit/electron/office/exchange/kamstrup.ts';
import { workbook } from '../../unit/electron/office/exchange/workbook.ts';
import { allocator, keyOf, telegramLines } from '../../unit/electron/office/services/key-workbench.ts';
import { describeInChromium } from '../host/chromium.ts';
import { chooseDelivery, keyStates, readTelegrams } from './driver/delivery.ts';
import { writeMeasurement } from './driver/measurements.ts';
import { cell, rowTexts, runCommand, shownRows } from './driver/grid.ts';
import {
  beginOffice,
  goTo,
  openWindow,
  PASSPHRASE,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

const AT = '2026-01-31T21:00:00Z';
/** A list of a thousand may take a while on a busy machine. */
const PATIENTLY = { timeout: 20_000 };
const NUMBERS = Array.from({ length: 1000 }, (_, at) => String(at + 1).padStart(8, '0'));

function hex(id: string): string {
  return keyOf(id).toString('hex').toUpperCase();
}

/** A thousand rows of a maker, three of them bad. */
function delivery(): string {
  const rows = NUMBERS.map((id) => ['QDS', id, hex(id)]);
  rows[99] = ['QDS', '00000100', hex('100').slice(2)];
  rows[499] = ['QDS', '123456789', hex('500')];
  rows[899] = ['Qundis', '00000900', hex('900')];
  return [['Hersteller', 'Gerätenummer', 'AES-Schlüssel'], ...rows].map((row) => row.join(';')).join('\r\n');
}

describeInChromium('F3 – keys from a delivery file', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await beginOffice(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('takes 997 of a thousand rows, lists the three bad ones for copying, proves what can be proved', async () => {
    const { page } = window;
    await readTelegrams(
      window,
      'funk.txt',
      telegramLines(
        NUMBERS.slice(0, 40).map((id) => allocator(id)),
        AT,
      ),
    );
    expect(await keyStates(page)).toEqual({ missing: 40 });

    const chosenAt = performance.now();
    const dialog = await chooseDelivery(window, 'Lieferung Qundis.csv', delivery());
    await dialog.getByText('Text oder CSV · 1.000 Zeilen, 40 Schlüssel an Telegrammen bestätigt.').waitFor();
    const shownAt = performance.now();
    await dialog.getByRole('button', { name: /Ergebnis/ }).click();
    await page.getByRole('option', { name: 'Fehler (3)' }).click();
    await expect.poll(() => dialog.locator('[data-row]').count(), PATIENTLY).toBe(3);
    const appliedAt = performance.now();
    await dialog.getByRole('button', { name: '997 Schlüssel übernehmen' }).click();
    const left = page.getByRole('textbox', { name: '3 Zeilen blieben draußen, hier zum Kopieren:' });
    await left.waitFor();
    // Measured and told, not demanded: the machine of the tests is everybody's.
    writeMeasurement('keys-1000', {
      previewMs: Math.round(shownAt - chosenAt),
      applyMs: Math.round(performance.now() - appliedAt),
    });

    const text = await left.inputValue();
    expect(text.split('\n')).toHaveLength(3);
    expect(text).toContain('32 Hexadezimalziffern');
    expect(text).toContain('acht Stellen');
    expect(text).toContain('Herstellerkürzel');
    for (const id of ['100', '500', '900']) expect(text).not.toContain(hex(id).slice(2));
    await page.getByRole('dialog').getByRole('button', { name: 'Schließen' }).last().click();
    await expect.poll(() => shownRows(page), PATIENTLY).toBe('997 Zeilen');
    await expect.poll(() => keyStates(page), PATIENTLY).toEqual({ confirmed: 40, unheard: 957 });
  });

  it('takes the whole delivery back in one step', async () => {
    const { page } = window;
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen: Schlüssel aus Lieferung Qundis.csv').waitFor();
    await expect.poll(() => shownRows(page), PATIENTLY).toBe('40 Zeilen');
    expect(await keyStates(page)).toEqual({ missing: 40 });
  });

  it('lets the columns be chosen anew without choosing the file again, and remembers them by name', async () => {
    const { page } = window;
    const text = `Nr;Funk;Geheim\n1;00000001;${hex('00000001')}\n2;00000002;${hex('00000002')}`;
    let dialog = await chooseDelivery(window, 'Lieferung.csv', text);
    await dialog
      .getByRole('button', { name: /^\S+ Nr$|Nr$/ })
      .first()
      .waitFor();
    await dialog.getByRole('button', { name: /Nr/ }).first().click();
    await page.getByRole('option', { name: 'nicht verwenden' }).click();
    await dialog.getByRole('button', { name: /Funk/ }).click();
    await page.getByRole('option', { name: 'Gerätenummer' }).click();
    await dialog.getByRole('button', { name: '2 Schlüssel übernehmen' }).waitFor();
    await dialog.getByLabel('Spalten merken als').fill('Lieferprofil Nord 2026');
    await dialog.getByRole('button', { name: 'Lieferprofil speichern' }).click();
    await page.getByText('Lieferprofil „Lieferprofil Nord 2026“ gespeichert.').waitFor();
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
    dialog = await chooseDelivery(window, 'Nachlieferung.csv', text);
    await dialog.getByText('Spalten nach dem Lieferprofil „Lieferprofil Nord 2026“.').waitFor();
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
  });

  it('refuses a file that Excel has damaged, with the reason', async () => {
    const { page } = window;
    const sentence = 'Die Datei wurde in Excel geöffnet und gespeichert; dabei gingen Stellen verloren.';
    for (const content of [
      `Nummer;Schlüssel\n00000001;1,23457E+31\n00000002;${hex('00000002')}`,
      workbook([
        ['Nummer', 'Schlüssel'],
        [1234567, hex('1')],
        [1234568, { number: '1.2345E+31' }],
      ]),
    ]) {
      await chooseDelivery(window, 'geöffnet.xlsx', content);
      await page.getByText(sentence).first().waitFor();
      expect(await page.getByRole('dialog').count()).toBe(0);
      await page.getByRole('button', { name: 'Meldung schließen' }).first().click();
    }
  });

  it('says one clear sentence for a wrong password of a KEM file, and opens it with the right one', async () => {
    const file = kemArchive(encryptedXml(metersInOrder([{ serial: '76348822', key: hex('kam') }]), '4711'));
    const dialog = await chooseDelivery(window, '20260101_DownloadMeters.zip.kem', file);
    await dialog.getByLabel('Passwort der Datei').fill('4712');
    await dialog.getByRole('button', { name: 'Datei öffnen' }).click();
    await dialog
      .getByText(
        'Mit diesem Passwort lässt sich die KEM-Datei nicht öffnen. Bitte prüfen Sie es; oft ist es die Kundennummer beim Hersteller.',
      )
      .waitFor();
    await dialog.getByLabel('Passwort der Datei').fill('4711');
    await dialog.getByRole('button', { name: 'Datei öffnen' }).click();
    await dialog.getByText(/^Kamstrup KEM · 1 Zeile/).waitFor();
    await dialog.getByRole('button', { name: '1 Schlüssel übernehmen' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await keyStates(window.page)).toEqual({ missing: 40, unheard: 1 });
  });
});

describeInChromium('S4 – each sensor has its own key', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await beginOffice(window);
    await readTelegrams(
      window,
      'funk.txt',
      telegramLines([allocator('00000001'), allocator('00000002')], AT),
    );
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('is typed in groups, tried on telegrams while it is typed, and refused with a wrong length', async () => {
    const { page } = window;
    await goTo(page, 'Schlüssel');
    await cell(page, 0, 0).click();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Schlüssel eingeben' });
    const field = dialog.getByLabel('Schlüssel', { exact: true });
    await field.fill(hex('00000001').slice(0, 30));
    await dialog.getByText('Noch 2 Zeichen.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Speichern' }).isDisabled()).toBe(true);
    await field.fill(hex('00000002'));
    await dialog.getByText('Öffnet nicht dieses Gerät, sondern QDS 00000002.').waitFor();
    await field.fill(hex('00000001').toLowerCase());
    expect(await field.inputValue()).toMatch(/^([0-9A-F]{8} ){3}[0-9A-F]{8}$/);
    await dialog.getByText('bestätigt').waitFor();
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await rowTexts(page, 0)).slice(0, 3))
      .toEqual(['00000001', 'QDS', 'bestätigt']);
  });

  it('is warned about when two devices share it', async () => {
    const { page } = window;
    await goTo(page, 'Schlüssel');
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog', { name: 'Schlüssel eingeben' });
    await dialog.getByLabel('Gerätenummer').fill('00000009');
    await dialog.getByLabel('Schlüssel', { exact: true }).fill(hex('00000001'));
    await dialog.getByText('Denselben Schlüssel hat auch 00000001.').waitFor();
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
  });

  it('is typed from a paper delivery note one after the other, the maker but once', async () => {
    const { page } = window;
    await goTo(page, 'Schlüssel');
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog', { name: 'Schlüssel eingeben' });
    await dialog.getByLabel('Hersteller').fill('QDS');
    for (const id of ['00000011', '00000012']) {
      await dialog.getByLabel('Gerätenummer').fill(id);
      await dialog.getByLabel('Schlüssel', { exact: true }).fill(hex(id));
      await dialog.getByRole('button', { name: 'Speichern und weiter' }).click();
      await page.getByText(`Schlüssel von ${id} gespeichert.`).waitFor();
      await expect.poll(() => dialog.getByLabel('Gerätenummer').inputValue()).toBe('');
      expect(
        await dialog.getByLabel('Gerätenummer').evaluate((field) => field === document.activeElement),
      ).toBe(true);
      expect(await dialog.getByLabel('Hersteller').inputValue()).toBe('QDS');
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => shownRows(page)).toBe('4 Zeilen');
  });

  it('is shown in clear only with passphrase and reason, for a moment, and the audit knows', async () => {
    const { page } = window;
    await goTo(page, 'Schlüssel');
    await runCommand(page, 0, 'Im Klartext zeigen: von Hand eingegeben');
    const dialog = page.getByRole('dialog', { name: 'Schlüssel von 00000001 zeigen' });
    await dialog.getByLabel('Grund').fill('Übergabe an Messdienst Nord');
    await dialog.getByLabel('Ihre Passphrase').fill('nicht die richtige Passphrase');
    await dialog.getByRole('button', { name: 'Zeigen', exact: true }).click();
    await dialog.getByText('Die Passphrase stimmt nicht.').waitFor();
    await dialog.getByLabel('Ihre Passphrase').fill(PASSPHRASE);
    await dialog.getByRole('button', { name: 'Zeigen', exact: true }).click();
    await dialog.getByText(hex('00000001').replace(/.{8}(?!$)/g, '$& ')).waitFor();
    await dialog.getByText(/^Noch \d+ Sekunden zu sehen\.$/).waitFor();
    await dialog.getByRole('button', { name: 'Schließen' }).last().click();
    await goTo(page, 'Protokoll');
    await page.getByText('Übergabe an Messdienst Nord').first().waitFor();
    expect(await page.content()).not.toContain(hex('00000001'));
  });
});
