import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { rowTexts, runCommand } from './driver/grid.ts';
import { createProperty } from './driver/house.ts';
import {
  beginOffice,
  goTo,
  heading,
  openWindow,
  PASSPHRASE,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

const COLLEAGUE = 'Laterne Birke Kompott Ziegel Möwe Harfe';

describeInChromium('R1 – several named staff', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await beginOffice(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('are added with an own passphrase and own rights', async () => {
    const { page } = window;
    await goTo(page, 'Einstellungen');
    await page.getByRole('tab', { name: 'Bearbeiter' }).click();
    await page.getByRole('button', { name: 'Bearbeiter anlegen' }).click();
    const dialog = page.getByRole('dialog', { name: 'Bearbeiter anlegen' });
    await dialog.getByLabel('Name').fill('Timo Becker');
    await dialog.getByLabel('Passphrase', { exact: true }).fill(COLLEAGUE);
    await dialog.getByLabel('Passphrase wiederholen').fill(COLLEAGUE);
    await dialog.getByRole('button', { name: 'Anlegen' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await rowTexts(page, 1)).toEqual(['Timo Becker', 'TB', 'keine besonderen Rechte', 'offen']);
  });

  it('hand the window over in one dialog, and their initials stand in the audit log', async () => {
    const { page } = window;
    await page.getByRole('button', { name: /^Bearbeiter: Shivani Rao/ }).click();
    await page.getByRole('menuitem', { name: 'Bearbeiter wechseln' }).click();
    const dialog = page.getByRole('dialog', { name: 'Bearbeiter wechseln' });
    await dialog.getByLabel('Passphrase', { exact: true }).fill('falsch und nochmals falsch');
    await dialog.getByRole('button', { name: 'Wechseln' }).click();
    await dialog
      .getByText(/Passphrase/)
      .nth(1)
      .waitFor();
    await page.waitForTimeout(2500);
    await dialog.getByLabel('Passphrase', { exact: true }).fill(COLLEAGUE);
    await dialog.getByRole('button', { name: 'Wechseln' }).click();
    await page.getByRole('button', { name: 'Bearbeiter: Timo Becker' }).waitFor();
    await createProperty(page);
    await goTo(page, 'Protokoll');
    expect((await rowTexts(page, 0))[2]).toBe('TB');
  });

  it('without the right to change settings see them and cannot change them', async () => {
    const { page } = window;
    await goTo(page, 'Einstellungen');
    await page.getByText('Ihnen fehlt das Recht, Einstellungen zu ändern.').waitFor();
    expect(await page.getByRole('button', { name: 'Speichern' }).isDisabled()).toBe(true);
  });

  it('lose their access when it is withdrawn', async () => {
    const { page } = window;
    await page.keyboard.press('Control+l');
    await heading(page, 'Stichtag ist gesperrt').waitFor();
    await page.getByRole('radio', { name: 'SR' }).check({ force: true });
    await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await page.getByRole('button', { name: 'Entsperren' }).click();
    await goTo(page, 'Einstellungen');
    await page.getByRole('tab', { name: 'Bearbeiter' }).click();
    await runCommand(page, 1, 'Zugang entziehen');
    await page.getByText('Timo Becker kann Stichtag nicht mehr öffnen.').waitFor();
    expect((await rowTexts(page, 1))[3]).toBe('entzogen');
    await page.keyboard.press('Control+l');
    await heading(page, 'Stichtag ist gesperrt').waitFor();
    expect(await page.getByRole('radio', { name: 'TB' }).count()).toBe(0);
  });
});
