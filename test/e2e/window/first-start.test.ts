import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import {
  beginOffice,
  groupsOf,
  heading,
  openDemo,
  openWindow,
  PASSPHRASE,
  proveRecoverySheet,
  type OfficeWindow,
} from './driver/office-window.ts';

describeInChromium('F1 – the first start', () => {
  let window: OfficeWindow;
  afterEach(() => window.host.stop());

  it('leads from nothing to an empty start page with four next steps', async () => {
    window = await openWindow();
    await beginOffice(window);
    const steps = window.page.locator('.next-steps button');
    expect(await steps.count()).toBe(4);
    expect(readdirSync(path.join(window.host.folder, 'sicherungen'))).toHaveLength(1);
    await window.page.getByText('Sicherung von heute').waitFor();
  });

  it('says in words how strong a passphrase is, and refuses a short one and a differing repetition', async () => {
    window = await openWindow();
    const { page } = window;
    await page.getByRole('button', { name: /Neu beginnen/ }).click();
    await page.getByRole('button', { name: 'Weiter' }).click();
    expect(await page.getByText('Bitte ausfüllen.').count()).toBe(3);
    await page.getByLabel('Name Ihres Büros').fill('Messdienst');
    await page.getByLabel('Ihr Name').fill('Dr. Anna von Berg');
    expect(await page.getByLabel('Kürzel').inputValue()).toBe('AB');
    await page.getByRole('button', { name: 'Weiter' }).click();
    const passphrase = page.getByLabel('Passphrase', { exact: true });
    await passphrase.fill('kurz');
    await page.getByText(/^Zu kurz/).waitFor();
    await passphrase.fill(PASSPHRASE);
    await page.getByText(/^Stark/).waitFor();
    await page.getByLabel('Passphrase wiederholen').fill('etwas anderes');
    await page.getByRole('button', { name: 'Büro einrichten' }).click();
    await page.getByText('Die beiden Eingaben sind verschieden.').waitFor();
    expect(await passphrase.getAttribute('type')).toBe('password');
    await page.getByRole('button', { name: 'Passphrase anzeigen' }).first().click();
    expect(await passphrase.getAttribute('type')).toBe('text');
  });

  it('suggests six words', async () => {
    window = await openWindow();
    const { page } = window;
    await page.getByRole('button', { name: /Neu beginnen/ }).click();
    await page.getByLabel('Name Ihres Büros').fill('Messdienst');
    await page.getByLabel('Ihr Name').fill('Timo Becker');
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByRole('button', { name: 'Sechs Wörter vorschlagen' }).click();
    await page.getByText(/^Stark/).waitFor();
    const words = await page.getByLabel('Passphrase', { exact: true }).inputValue();
    expect(words.split(' ')).toHaveLength(6);
  });

  it('goes on where it was left, and does not take a wrong group', async () => {
    window = await openWindow();
    const { host, page } = window;
    await page.getByRole('button', { name: /Neu beginnen/ }).click();
    await page.getByLabel('Name Ihres Büros').fill('Messdienst');
    await page.getByLabel('Ihr Name').fill('Timo Becker');
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Passphrase wiederholen').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Büro einrichten' }).click();
    await heading(page, 'Wiederherstellungsblatt').waitFor();
    await page.reload();
    await heading(page, 'Wiederherstellungsblatt').waitFor();
    host.desktop.answers.push(null, path.join(host.folder, 'blatt.pdf'));
    const save = page.getByRole('button', { name: 'Blatt als PDF speichern' });
    await save.click();
    await page.getByText(/keine Datei gewählt/).waitFor();
    await save.click();
    await page.getByText('Gespeichert als blatt.pdf.').waitFor();
    expect(existsSync(path.join(host.folder, 'blatt.pdf'))).toBe(true);
    for (const field of await page.getByLabel(/^Gruppe/).all()) await field.fill('AAAA');
    await page.getByRole('button', { name: 'Gruppen prüfen' }).click();
    await page.getByRole('alert').waitFor();
    expect(groupsOf(path.join(host.folder, 'blatt.pdf')).size).toBe(9);
  });

  it('opens a forgotten office with the sheet, and the sheet of another office does not', async () => {
    window = await openWindow();
    const { host, page } = window;
    await beginOffice(window);
    const code = [...groupsOf(path.join(host.folder, 'wiederherstellungsblatt.pdf'))]
      .toSorted(([a], [b]) => Number(a) - Number(b))
      .map(([, group]) => group)
      .join(' ');
    await page.keyboard.press('Control+l');
    await page.getByRole('button', { name: 'Passphrase vergessen?' }).click();
    await page.getByText(/kann niemand die Daten öffnen/).waitFor();
    const fresh = 'Kompass Lerche Nudel Anker Tinte Hafer';
    await page.getByLabel('Neue Passphrase').fill(fresh);
    await page.getByLabel('Passphrase wiederholen').fill(fresh);
    const other = code.replace(/^./, (first) => (first === 'B' ? 'C' : 'B'));
    await page.getByLabel('Code vom Blatt').fill(other);
    await page.getByRole('button', { name: /Öffnen und neue Passphrase/ }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Code vom Blatt').fill(code);
    await page.getByRole('button', { name: /Öffnen und neue Passphrase/ }).click();
    await heading(page, 'Start').waitFor();
  });

  it('shows the demo, marks every page with it, and takes it away in one click', async () => {
    window = await openWindow();
    const { page } = window;
    await openDemo(window);
    const mark = page.getByText('Demo-Daten: alles auf dieser Seite ist erfunden.');
    for (const name of ['Liegenschaften', 'Personen', 'Abrechnungen', 'Einstellungen']) {
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await mark.waitFor();
    }
    await page.getByRole('button', { name: 'Demo entfernen' }).click();
    await heading(page, 'Willkommen bei Stichtag').waitFor();
  });

  it('works while the network is unplugged', async () => {
    window = await openWindow();
    await window.host.context.setOffline(true);
    await window.page.evaluate(() => dispatchEvent(new Event('offline')));
    await beginOffice(window);
    await window.page.getByText(/^Offline seit \d\d:\d\d\. Alles außer dem Datenabruf geht\.$/).waitFor();
  });

  it('needs the sheet to be proved again when it was saved but not confirmed', async () => {
    window = await openWindow();
    const { page } = window;
    await page.getByRole('button', { name: /Neu beginnen/ }).click();
    await page.getByLabel('Name Ihres Büros').fill('Messdienst');
    await page.getByLabel('Ihr Name').fill('Timo Becker');
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByLabel('Passphrase wiederholen').fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Büro einrichten' }).click();
    await proveRecoverySheet(window);
    await heading(page, 'Erste Sicherung').waitFor();
  });
});
