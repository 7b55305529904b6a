import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCertificateAuthority } from '#office/demo/iot-core/certificate-authority.ts';
import { DEAD_GATEWAY, GOOD_GATEWAY, UNKNOWN_GATEWAY } from '../../support/troubled-house.ts';
import { describeInChromium } from '../host/chromium.ts';
import { accessibilityFaults } from './driver/axe.ts';
import { cell, filterBy, rowTexts, shownRows } from './driver/grid.ts';
import { goTo, heading, READY_WITHIN_MS, type OfficeWindow } from './driver/office-window.ts';
import { fact, openTroubledOffice } from './driver/troubled.ts';

describeInChromium('Gateways', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openTroubledOffice();
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('S6 – a gateway shows serial, model, place, SIM card, last contact, its meters, missing bundles and its certificate', async () => {
    const { page, host } = window;
    await goTo(page, 'Gateways');
    await filterBy(page, 'Seriennummer', GOOD_GATEWAY);
    await expect.poll(() => shownRows(page)).toBe('1 von 2 Zeilen');
    expect((await rowTexts(page, 0)).join(' | ')).toMatch(
      /^muc-5e0001 \| Stadtpark Suites \| Treppenhaus, 1\. OG \| MUC\.one \| in Kontakt \| 15\.02\.2026 2\d:\d\d \| 11/,
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await cell(page, 0, 0).locator('.table-words').click();
    await heading(page, `Gateway ${GOOD_GATEWAY}`).waitFor();
    expect(await fact(page, 'SIM-Karte')).toBe('8949 0200 0012 3456 789');
    await page.getByText(/^Bündel [\d.]+ bis [\d.]+ fehlen$/).waitFor();

    const authority = await createCertificateAuthority();
    const issued = await authority.issueClientCertificate(GOOD_GATEWAY);
    const file = path.join(host.folder, 'gateway.pem');
    writeFileSync(file, issued.privateKeyPem + issued.certificatePem);
    host.desktop.answers.push(file);
    await page.getByRole('button', { name: 'Zertifikat einlesen …' }).click();
    await page.getByText('Zertifikat eingelesen.', { exact: true }).waitFor();
    expect(await fact(page, 'Ausgestellt für')).toContain(GOOD_GATEWAY);
    expect(await fact(page, 'Fingerabdruck (SHA-256)')).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(await page.locator('main').textContent()).not.toContain('PRIVATE');

    await page.getByRole('button', { name: '11 Messgeräte' }).click();
    await heading(page, 'Messgeräte').waitFor();
    await expect.poll(() => shownRows(page)).toBe('11 von 14 Zeilen');
  });

  it('S6 – a file without a certificate is refused with the reason', async () => {
    const { page, host } = window;
    await goTo(page, 'Gateways');
    await filterBy(page, 'Seriennummer', DEAD_GATEWAY);
    await expect.poll(() => shownRows(page)).toBe('1 von 2 Zeilen');
    await cell(page, 0, 0).locator('.table-words').click();
    await heading(page, `Gateway ${DEAD_GATEWAY}`).waitFor();
    expect(await fact(page, 'Kontakt')).toBe('ohne Kontakt');
    const file = path.join(host.folder, 'kein.pem');
    writeFileSync(file, 'kein Zertifikat');
    host.desktop.answers.push(file);
    await page.getByRole('button', { name: 'Zertifikat einlesen …' }).click();
    await page.getByText(/In dieser Datei steht kein Zertifikat/).waitFor();
  });

  it('S7 – a gateway that is not in the list waits in the inbox until it is assigned, or ignored with a reason', async () => {
    const { page } = window;
    await goTo(page, 'Gateways');
    const inbox = page.getByRole('region', { name: 'Unbekannte Gateways' });
    const line = inbox.getByRole('listitem').filter({ hasText: UNKNOWN_GATEWAY });
    await line.getByRole('button', { name: 'Ignorieren …' }).click();
    const ignoring = page.getByRole('dialog', { name: 'Ignorieren' });
    await ignoring.getByRole('button', { name: 'Speichern' }).click();
    await ignoring.getByText('Bitte ausfüllen.').waitFor();
    await ignoring.getByLabel('Grund').fill('Nachbarhaus');
    await ignoring.getByRole('button', { name: 'Speichern' }).click();
    await inbox.waitFor({ state: 'detached' });
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+z');
    await line.getByRole('button', { name: 'Zuordnen …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Gateway anlegen' });
    expect(await dialog.getByLabel('Seriennummer').inputValue()).toBe(UNKNOWN_GATEWAY);
    expect(await dialog.getByRole('combobox').inputValue()).toBe('Stadtpark Suites');
    await dialog.getByLabel('Montageort').fill('Dachboden');
    await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
    await inbox.waitFor({ state: 'detached' });
    await expect.poll(() => shownRows(page)).toMatch(/3 Zeilen$/);
  });
});
