import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { numberOf } from '../../support/troubled-house.ts';
import { accessibilityFaults } from './driver/axe.ts';
import { cell, clipboard, filterBy, rowTexts, runCommand, shownRows } from './driver/grid.ts';
import { goTo, heading, READY_WITHIN_MS, type OfficeWindow } from './driver/office-window.ts';
import { fact, openMeter, openTroubledOffice, stations } from './driver/troubled.ts';

describeInChromium('Messgeräte', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openTroubledOffice();
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('U15 – the list names point, device, number, last reception, value, status and messages; it sorts, filters, chooses columns and copies', async () => {
    const { page } = window;
    await goTo(page, 'Messgeräte');
    expect(await shownRows(page)).toBe('14 Zeilen');
    await filterBy(page, 'Nummer', `=${numberOf('silent')}`);
    await expect.poll(() => shownRows(page)).toBe('1 von 14 Zeilen');
    const texts = await rowTexts(page, 0);
    expect(texts.join(' | ')).toMatch(
      /61300004 \| Stadtpark Suites \| Wohnung 2 \| Küche \| Heizkostenverteiler EFE \| 08\.02\.2026 22:\d\d \| 148 \| Einh\. \| stumm \| Stumm/,
    );
    await page.getByRole('button', { name: 'Spalten' }).click();
    await page.getByRole('dialog').getByText('Signal').click();
    await page.keyboard.press('Escape');
    await page.getByRole('columnheader', { name: /Signal/ }).waitFor();
    await cell(page, 0, 0).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    expect(await clipboard(page)).toContain('61300004\tStadtpark Suites\tWohnung 2\tKüche');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await expect.poll(() => shownRows(page)).toBe('14 Zeilen');
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  it('U17 – the row menu, the context menu, the command box and a key do the same', async () => {
    const { page } = window;
    await goTo(page, 'Messgeräte');
    const closeMenu = async (): Promise<void> => {
      await page.keyboard.press('Escape');
      await page.getByRole('menu').waitFor({ state: 'detached' });
    };
    const commands = ['Öffnen', 'Stand von Hand eintragen …', 'Gerät tauschen …', 'Gerät ausbauen …'];
    await cell(page, 0, 0).click({ button: 'right' });
    for (const name of commands) await page.getByRole('menuitem', { name: new RegExp(`^${name}`) }).waitFor();
    await closeMenu();
    await cell(page, 0, 0).focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Gerät tauschen …' }).waitFor();
    await closeMenu();
    await cell(page, 0, 0).focus();
    await page.keyboard.press('Control+k');
    for (const name of commands)
      await page.getByRole('menuitem', { name: `Heizkostenverteiler 61300001: ${name}` }).waitFor();
    await page.getByRole('menuitem', { name: /61300001: Stand von Hand eintragen/ }).click();
    const dialog = page.getByRole('dialog', { name: /Stand von Hand eintragen/ });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await cell(page, 0, 3).click();
    await page.keyboard.press('Enter');
    await heading(page, 'Heizkostenverteiler 61300001').waitFor();
  });

  it('S1 – a heat cost allocator keeps room, radiator, scale, K-values and due date, and its telegram decodes', async () => {
    const { page } = window;
    await openMeter(page, numberOf('sound'));
    expect(await fact(page, 'Letzter Stand')).toBe('499 Einh. · 15.02.2026');
    await page.getByRole('tab', { name: 'Angaben und Einbau' }).click();
    await page.getByLabel('Heizkörper oder Leitung').fill('am Fenster');
    await page.getByLabel('KQ (Leistung)').fill('1,1');
    await page.getByLabel('KC (Wärmeübergang)').fill('1,136');
    await page.getByLabel('Stichtag des Geräts').fill('30.2.');
    const save = page.getByLabel('Einbau', { exact: true }).getByRole('button', { name: 'Speichern' });
    await save.click();
    await page.getByText('Diesen Tag gibt es nicht. Beispiel: 31.12.').waitFor();
    await page.getByLabel('Stichtag des Geräts').fill('30.04.');
    await save.click();
    await page.getByText('Messgerät gespeichert.').first().waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('KC (Wärmeübergang)').inputValue()).toBe('1,136');
    expect(await page.getByLabel('Heizkörper oder Leitung').inputValue()).toBe('am Fenster');
    expect(await page.getByLabel('Stichtag des Geräts').inputValue()).toBe('30.04.');
    expect(await page.getByLabel('Bewertungsfaktor K').inputValue()).toBe('1,25');
    await page.getByText('Einheitsskala').first().waitFor();
    await page.getByRole('tab', { name: 'Telegramme' }).click();
    await cell(page, 0, 0).locator('.table-words').click();
    const dialog = page.getByRole('dialog', { name: /^Telegramm vom 15\.02\.2026/ });
    const fields = dialog.getByRole('row').filter({ hasText: 'Verbrauchseinheiten' }).first();
    expect(await fields.textContent()).toContain('499');
    await page.keyboard.press('Escape');
  });

  it('S2 – a heat meter shows its energy, and the end of its calibration comes with a reminder', async () => {
    const { page } = window;
    await openMeter(page, numberOf('heardByUnknown'));
    expect(await fact(page, 'Letzter Stand')).toMatch(/^21\.\d{3} kWh · 15\.02\.2026$/);
    expect(await fact(page, 'Geeicht bis')).toBe('31.12.2029');
    await page.getByText('Keine Meldung.').waitFor();
    await page.getByRole('tab', { name: 'Angaben und Einbau' }).click();
    await page.getByLabel('Geeicht bis', { exact: true }).fill('31.07.2026');
    await page.getByLabel('Gerät', { exact: true }).getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Messgerät gespeichert.').first().waitFor();
    await page.getByRole('tab', { name: 'Zustand' }).click();
    await page.getByText('Die Eichung endet in weniger als sechs Monaten.').waitFor();
  });

  it('S3 – a warm water meter counts cubic metres in its flat, with its calibration', async () => {
    const { page } = window;
    await openMeter(page, numberOf('calibrationEnds'));
    expect(await fact(page, 'Letzter Stand')).toMatch(/^58,\d+ m³ · 15\.02\.2026$/);
    expect(await fact(page, 'Geeicht bis')).toBe('30.06.2026');
    await page.getByText('Eichfrist endet').waitFor();
    await page.getByRole('button', { name: 'Wohnung 3' }).click();
    await heading(page, 'Wohnung 3').waitFor();
  });

  it('S11 – the data path tells each station with its time, where it broke, and the next step', async () => {
    const { page } = window;
    await openMeter(page, numberOf('sound'));
    await page.locator('.data-path').waitFor();
    const sound = await stations(page);
    expect(sound.map((text) => text.replace(/\d\d\.\d\d\.\d{4} \d\d:\d\d.*/, ''))).toEqual([
      'Gateway',
      'Cloud',
      'Stichtag',
      'Entschlüsselt',
      expect.stringContaining('Abgerechnet') as string,
    ]);
    for (const text of sound.slice(0, 4)) expect(text).toMatch(/\d\d\.\d\d\.\d{4} \d\d:\d\d/);
    expect(sound[4]).toContain('in keiner Abrechnung benutzt');
    const broken = [
      ['wrongKey', 'Beim Entschlüsseln', 'Schlüssel prüfen'],
      ['behindDeadGateway', 'Zwischen Gateway und Cloud', 'SIM-Karte'],
      ['silent', 'Zwischen Messgerät und Gateway', 'Funkweg vor Ort prüfen'],
    ] as const;
    for (const [name, where, step] of broken) {
      await openMeter(page, numberOf(name));
      const notice = page.locator('.notice').filter({ hasText: where });
      await notice.waitFor();
      expect(await notice.textContent()).toContain(step);
    }
  });

  it('U11 – the page of a meter shows key, rhythm, signal, battery, history with its table, telegrams and changes', async () => {
    const { page } = window;
    await openMeter(page, numberOf('lowBattery'));
    expect(await fact(page, 'Schlüssel')).toBe('bestätigt: öffnet die Telegramme');
    expect(await fact(page, 'Sendet etwa alle')).toMatch(/^2[34](,\d)? Stunden$/);
    expect(await fact(page, 'Signal')).toMatch(/^−\d{2} dBm$/);
    expect(await fact(page, 'Batterie')).toBe('schwach');
    expect(await fact(page, 'Gateway')).toBe('muc-5e0001');
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Verlauf der Werte' }).click();
    await page.getByRole('img', { name: 'Verlauf mit 27 Ablesungen' }).waitFor();
    expect(await page.locator('.chart-zero').count()).toBe(1);
    await page.getByRole('button', { name: 'Als Tabelle' }).click();
    await expect.poll(() => shownRows(page)).toMatch(/Zeilen$/);
    await page.getByRole('tab', { name: 'Telegramme' }).click();
    await expect.poll(() => shownRows(page)).toBe('27 Zeilen');
    await page.getByRole('tab', { name: 'Änderungen' }).click();
    await page.getByText('Messgerät angelegt').waitFor();
  });

  it('a telegram whose key is wrong says so, and shows its header and bytes all the same', async () => {
    const { page } = window;
    await openMeter(page, numberOf('wrongKey'));
    await page.getByRole('tab', { name: 'Telegramme' }).click();
    await cell(page, 0, 0).locator('.table-words').click();
    const dialog = page.getByRole('dialog', { name: /^Telegramm vom/ });
    await dialog.getByText(/Kein hinterlegter Schlüssel passt zu/).waitFor();
    expect(await dialog.getByText('EFE 61300002').count()).toBeGreaterThan(0);
    await dialog.getByText(/^[0-9A-F]{2}( [0-9A-F]{2}){30,}$/).waitFor();
    await page.keyboard.press('Escape');
  });

  it('U16 – a message tells since when, from the status byte; whoever saw it is named with the note', async () => {
    const { page } = window;
    await openMeter(page, numberOf('lowBattery'));
    const message = page.locator('.message').filter({ hasText: 'Batterie schwach' });
    expect(await message.textContent()).toMatch(/Statusbyte.*seit 19\.01\.2026/);
    await message.getByRole('button', { name: /^Befehle der Meldung/ }).click();
    await page.getByRole('menuitem', { name: 'Als gesehen vermerken …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Als gesehen vermerken' });
    await dialog.getByLabel('Notiz').fill('Tausch im März bestellt');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText(/Gesehen von RR am 16\.02\.2026 10:00: Tausch im März bestellt/).waitFor();
  });

  it('U14 – the number of metering points of a unit opens them', async () => {
    const { page } = window;
    await goTo(page, 'Nutzeinheiten');
    await cell(page, 0, 0).locator('.table-words').click();
    await heading(page, 'Wohnung 1').waitFor();
    await page.getByRole('button', { name: '3 Messgeräte' }).click();
    await expect.poll(() => shownRows(page)).toBe('3 Zeilen');
    expect((await rowTexts(page, 0))[0]).toBe('61300001');
  });

  it('L7 – a reading by hand is entered, marked as such in the history, and taken back', async () => {
    const { page } = window;
    await openMeter(page, numberOf('silent'));
    await page.getByRole('button', { name: 'Bearbeiten' }).click();
    await page.getByRole('menuitem', { name: 'Stand von Hand eintragen …' }).click();
    const dialog = page.getByRole('dialog', { name: /Stand von Hand eintragen/ });
    await dialog.getByLabel('Tag', { exact: true }).fill('16.02.2026');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.getByText('Bitte ausfüllen.').waitFor();
    await dialog.getByLabel('Stand (Einh.)').fill('163');
    await dialog.getByLabel('Anlass, wer hat abgelesen').fill('Hausrundgang');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await expect.poll(() => fact(page, 'Letzter Stand')).toBe('163 Einh. · 16.02.2026 · von Hand');
    await page.getByRole('tab', { name: 'Verlauf der Werte' }).click();
    await page.locator('.register-by-hand').waitFor();
    await page.getByRole('button', { name: 'Als Tabelle' }).click();
    expect((await rowTexts(page, 0)).join(' | ')).toBe(
      '16.02.2026 | Stand | 163 | Einh. | von Hand | Hausrundgang',
    );
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen: Ablesung von Hand eingetragen').waitFor();
    await expect.poll(async () => (await rowTexts(page, 0))[4]).toBe('Funk');
  });

  it('an exchange ends the old meter with a reading and begins the new one on the next day', async () => {
    const { page } = window;
    await goTo(page, 'Messgeräte');
    await filterBy(page, 'Nummer', `=${numberOf('behindDeadGateway')}`);
    await expect.poll(() => shownRows(page)).toBe('1 von 14 Zeilen');
    await runCommand(page, 0, 'Gerät tauschen …');
    const dialog = page.getByRole('dialog', { name: /^Gerät tauschen/ });
    await dialog.getByLabel('Letzter Tag des alten Geräts', { exact: true }).fill('15.02.2026');
    await dialog.getByLabel('Stand beim Ausbau').getByLabel('Stand (Einh.)').fill('260');
    const device = dialog.getByLabel('Neues Gerät');
    await device.getByLabel('Hersteller').fill('efe');
    await device.getByLabel('Nummer', { exact: true }).fill('6130 0099');
    await dialog.getByLabel('Stand beim Einbau').getByLabel('Stand (Einh.)').fill('0');
    await dialog.getByRole('button', { name: 'Gerät tauschen' }).click();
    await page.getByText('Messgerät getauscht.').waitFor();
    await expect.poll(async () => (await rowTexts(page, 0)).join(' | ')).toContain('ausgebaut');
    await filterBy(page, 'Nummer', '=61300099');
    await expect.poll(async () => (await rowTexts(page, 0)).join(' | ')).toContain('Wohnung 4 | Wohnzimmer');
    await cell(page, 0, 0).locator('.table-words').click();
    await heading(page, 'Heizkostenverteiler 61300099').waitFor();
    await page.getByRole('tab', { name: 'Angaben und Einbau' }).click();
    expect(await page.getByLabel('Eingebaut am', { exact: true }).inputValue()).toBe('16.02.2026');
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await page.getByText('Zurückgenommen: Messgerät getauscht').waitFor();
  });
});
