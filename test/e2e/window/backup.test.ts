import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { cell, rowTexts, runCommand } from './driver/grid.ts';
import { createProperty } from './driver/house.ts';
import {
  beginOffice,
  goTo,
  groupsOf,
  heading,
  openWindow,
  PASSPHRASE,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

describeInChromium('S1 – backup and restore', () => {
  let window: OfficeWindow;
  beforeEach(async () => {
    window = await openWindow();
    await beginOffice(window);
  }, READY_WITHIN_MS);
  afterEach(() => window.host.stop());

  async function openBackups(): Promise<void> {
    await goTo(window.page, 'Einstellungen');
    await window.page.getByRole('tab', { name: 'Sicherung' }).click();
    await cell(window.page, 0, 0).waitFor();
  }

  it('writes a file, reads it back, and verifies it again with the passphrase only', async () => {
    const { page } = window;
    await openBackups();
    await page.getByRole('button', { name: 'Jetzt sichern' }).click();
    await page.getByText(/^Gesichert und zurückgelesen:/).waitFor();
    expect((await rowTexts(page, 0))[3]).not.toBe('');
    await runCommand(page, 0, 'Prüfen');
    const dialog = page.getByRole('dialog', { name: 'Prüfen' });
    await dialog.getByLabel('Passphrase', { exact: true }).fill('falsch falsch falsch');
    await dialog.getByRole('button', { name: 'Prüfen' }).click();
    await dialog.locator('.field-error').getByText(/\w/).waitFor();
    await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await dialog.getByRole('button', { name: 'Prüfen' }).click();
    await page.getByText(/ist lesbar und unversehrt\.$/).waitFor();
  });

  it('brings a house back on a machine that knows nothing of it', async () => {
    const { host, page } = window;
    await createProperty(page, 'Ringhof');
    await openBackups();
    await page.getByRole('button', { name: 'Jetzt sichern' }).click();
    await page.getByText(/^Gesichert und zurückgelesen:/).waitFor();
    const folder = path.join(host.folder, 'sicherungen');
    const newest = readdirSync(folder).toSorted().at(-1) ?? '';

    const other = await openWindow();
    try {
      const carried = path.join(other.host.folder, 'mitgebracht');
      mkdirSync(carried);
      copyFileSync(path.join(folder, newest), path.join(carried, newest));
      const choose = async (): Promise<void> => {
        other.host.desktop.answers.push(path.join(carried, newest));
        await other.page.getByRole('button', { name: 'Datei wählen und einspielen' }).click();
      };
      await other.page.getByRole('button', { name: /Sicherung einspielen/ }).click();
      await other.page.getByLabel('Ihr Kürzel in diesem Büro').fill('SR');
      await other.page.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
      await choose();
      await other.page
        .getByRole('alert')
        .getByText(/Wiederherstellungsblatt/)
        .waitFor();
      expect(await other.page.locator('body').textContent()).not.toContain('Ringhof');

      const sheet = groupsOf(path.join(host.folder, 'wiederherstellungsblatt.pdf'));
      const code = [...sheet].toSorted(([a], [b]) => Number(a) - Number(b)).map(([, group]) => group);
      await other.page.getByRole('radio', { name: /Code vom/ }).check({ force: true });
      await other.page.getByLabel('Code vom Blatt').fill(code.join(' '));
      await other.page.getByLabel('Neue Passphrase').fill(PASSPHRASE);
      await other.page.getByLabel('Passphrase wiederholen').fill(PASSPHRASE);
      await choose();
      await other.page.getByRole('button', { name: 'Bearbeiter: Shivani Rao' }).waitFor();
      await goTo(other.page, 'Liegenschaften');
      expect((await rowTexts(other.page, 0))[0]).toBe('Ringhof');
    } finally {
      await other.host.stop();
    }
    await heading(page, 'Einstellungen').waitFor();
  });
});
