import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEAD_GATEWAY, GOOD_GATEWAY, numberOf, UNKNOWN_GATEWAY } from '../../support/troubled-house.ts';
import { describeInChromium } from '../host/chromium.ts';
import { accessibilityFaults } from './driver/axe.ts';
import { setLook, takePicture } from './driver/look.ts';
import { goTo, heading, READY_WITHIN_MS, type OfficeWindow } from './driver/office-window.ts';
import { openTroubledOffice } from './driver/troubled.ts';

describeInChromium('F5 – the morning check', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openTroubledOffice();
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  function group(gateway: string): Locator {
    return window.page.getByRole('region', { name: new RegExp(`Gateway ${gateway}$`) });
  }

  function item(gateway: string, number: string): Locator {
    return group(gateway).getByRole('listitem').filter({ hasText: number });
  }

  async function choose(line: Locator, command: string): Promise<void> {
    await line.getByRole('button', { name: /^Befehle der Meldung/ }).click();
    await window.page.getByRole('menuitem', { name: command }).click();
  }

  it('counts what is wrong by topic; each number opens the lines behind it', async () => {
    const { page } = window;
    for (const topic of [
      'Stumm und verspätet (3)',
      'Batterie und Gerätefehler (1)',
      'Schlüssel falsch oder fehlt (2)',
      'Gateways (2)',
      'Sprünge, Stillstand, Tausch (2)',
      'Eichfrist (1)',
    ])
      await page.getByRole('button', { name: topic, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Schlüssel falsch oder fehlt (2)' }).click();
    expect(await page.locator('.morning-item').count()).toBe(2);
    await page.getByRole('button', { name: 'Schlüssel falsch oder fehlt (2)' }).click();
    expect(await page.locator('.morning-item').count()).toBe(11);
    expect(await accessibilityFaults(page)).toEqual([]);
    await takePicture(page, 'morning-light');
    await setLook(page, { theme: 'dark' });
    await page.locator('.morning-item').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await takePicture(page, 'morning-dark');
    await setLook(page, { theme: 'light' });
  });

  it('every planted trouble stands under its heading with its next step', async () => {
    const expected = [
      [GOOD_GATEWAY, 'wrongKey', 'Schlüssel falsch', 'beim Lieferanten anfordern'],
      [GOOD_GATEWAY, 'missingKey', 'Schlüssel fehlt', 'Lieferdatei des Herstellers'],
      [GOOD_GATEWAY, 'silent', 'Stumm', 'Techniker beauftragen'],
      [GOOD_GATEWAY, 'lowBattery', 'Batterie schwach', 'Tausch des Geräts einplanen'],
      [GOOD_GATEWAY, 'swapped', 'Vermutlich vertauscht', 'Nummern beider Geräte vor Ort vergleichen'],
      [GOOD_GATEWAY, 'swappedToo', 'Vermutlich vertauscht', 'Einbau berichtigen'],
      [GOOD_GATEWAY, 'calibrationEnds', 'Eichfrist endet', 'Tausch vor dem Ende der Frist'],
      [DEAD_GATEWAY, 'behindDeadGateway', 'Stumm', 'Antenne des Gateways prüfen'],
    ] as const;
    for (const [gateway, name, heading_, step] of expected) {
      const line = item(gateway, numberOf(name)).first();
      const text = (await line.textContent()) ?? '';
      expect([name, text.includes(heading_), text.includes(step)]).toEqual([name, true, true]);
    }
    expect(await item(GOOD_GATEWAY, numberOf('swapped')).first().textContent()).toContain(
      `Getauscht plausibel mit Gerät ${numberOf('swappedToo')}`,
    );
    const dead = group(DEAD_GATEWAY).getByRole('listitem').first();
    expect(await dead.textContent()).toMatch(/Gateway ohne Kontakt.*2 Messgeräte hängen daran.*SIM-Karte/);
    expect(await group(UNKNOWN_GATEWAY).textContent()).toContain('Gateway einer Liegenschaft zuordnen');
  });

  it('goes from the list to the meter and shows where its data broke', async () => {
    const { page } = window;
    await item(GOOD_GATEWAY, numberOf('silent'))
      .getByRole('button', { name: numberOf('silent'), exact: true })
      .click();
    await heading(page, `Heizkostenverteiler ${numberOf('silent')}`).waitFor();
    await page.getByText(/Zwischen Messgerät und Gateway/).waitFor();
    await goTo(page, 'Start');
  });

  it('waits until a day and ignores with a reason; both go to their own list and come back', async () => {
    const { page } = window;
    await choose(item(GOOD_GATEWAY, numberOf('silent')), 'Abwarten bis …');
    const waiting = page.getByRole('dialog', { name: 'Abwarten bis' });
    await waiting.getByLabel('Wieder zeigen am', { exact: true }).fill('20.02.2026');
    await waiting.getByRole('button', { name: 'Speichern' }).click();
    await item(GOOD_GATEWAY, numberOf('silent')).waitFor({ state: 'detached' });
    await choose(item(GOOD_GATEWAY, numberOf('lowBattery')), 'Ignorieren …');
    const ignoring = page.getByRole('dialog', { name: 'Ignorieren' });
    await ignoring.getByLabel('Grund').fill('Abriss im März');
    await ignoring.getByRole('button', { name: 'Speichern' }).click();
    await item(GOOD_GATEWAY, numberOf('lowBattery')).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '2 Meldungen abgewartet oder ignoriert' }).click();
    await page.getByText('Abwarten bis 20.02.2026 (RR)').waitFor();
    await page.getByText(/Ignoriert von RR am 16\.02\.2026 10:00: Abriss im März/).waitFor();
    await choose(item(GOOD_GATEWAY, numberOf('lowBattery')), 'Vermerk aufheben');
    await page.getByRole('button', { name: '1 Meldung abgewartet oder ignoriert' }).click();
    await item(GOOD_GATEWAY, numberOf('lowBattery')).waitFor();
  });

  it('writes a work order for everything behind a gateway, without names, keys and values', async () => {
    const { page, host } = window;
    const file = path.join(host.folder, 'auftrag.pdf');
    await group(DEAD_GATEWAY).getByRole('button', { name: 'Arbeitsauftrag …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Arbeitsauftrag als PDF' });
    await dialog.getByText(/zu 3 Meldungen/).waitFor();
    await dialog.getByLabel('Erledigen bis', { exact: true }).fill('27.02.2026');
    host.desktop.answers.push(file);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Arbeitsauftrag gespeichert.').waitFor();
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
    for (const said of [
      'Max-Planck-Ring 6A',
      DEAD_GATEWAY,
      'Wohnung 4, Küche',
      numberOf('alsoBehindDeadGateway'),
      '27.02.2026',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/Mieter von|Reichel/);
  });
});
