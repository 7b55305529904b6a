import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLargeOffice, FLEET_MORNING } from '../../support/large-fleet.ts';
import { PASSPHRASE } from '../../support/office-folder.ts';
import { DEAD_GATEWAY, GOOD_GATEWAY, numberOf, UNKNOWN_GATEWAY } from '../../support/troubled-house.ts';
import { describeInChromium } from '../host/chromium.ts';
import { accessibilityFaults } from './driver/axe.ts';
import { focusOf, pressOn, tabTo, typeInto } from './driver/keys.ts';
import { setLook, takePicture } from './driver/look.ts';
import { goTo, heading, openWindow, READY_WITHIN_MS, type OfficeWindow } from './driver/office-window.ts';
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
      'Sprünge, Stillstand, Tausch (4)',
      'Eichfrist (1)',
    ])
      await page.getByRole('button', { name: topic, exact: true }).waitFor();
    await page.getByRole('button', { name: 'Schlüssel falsch oder fehlt (2)' }).click();
    expect(await page.locator('.morning-item').count()).toBe(2);
    await page.getByRole('button', { name: 'Schlüssel falsch oder fehlt (2)' }).click();
    expect(await page.locator('.morning-item').count()).toBe(13);
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
      [GOOD_GATEWAY, 'leaps', 'Stand gesprungen', 'Stand vor Ort ablesen und von Hand eintragen'],
      [GOOD_GATEWAY, 'standsStill', 'Stillstand', 'Beim Nutzer nachfragen und das Gerät vor Ort prüfen'],
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

  it('takes a closed radiator for what it is: neither silent nor standing still', async () => {
    const { page } = window;
    await page.locator('.morning-item').first().waitFor();
    expect(await page.locator('.morning-item', { hasText: numberOf('closedRadiator') }).count()).toBe(0);
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

  it('F5 by keyboard alone: from the headings to a data path, a wait, a reason, a work order, and back', async () => {
    const { page, host } = window;
    // From here on nobody has touched a mouse.
    await page.reload();
    await item(GOOD_GATEWAY, numberOf('missingKey')).waitFor();
    await pressOn(page, 'button', /^Schlüssel falsch oder fehlt \(2\)$/);
    await item(GOOD_GATEWAY, numberOf('silent')).waitFor({ state: 'detached' });
    await pressOn(page, 'button', numberOf('wrongKey'));
    await heading(page, `Heizkostenverteiler ${numberOf('wrongKey')}`).waitFor();
    await page.locator('.notice').filter({ hasText: 'Beim Entschlüsseln' }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await heading(page, 'Start').waitFor();

    // The list is still narrowed, and says so without colour.
    await tabTo(page, 'button', /^Schlüssel falsch oder fehlt/);
    const chip = page.getByRole('button', { name: /^Schlüssel falsch oder fehlt/ });
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect(await chip.locator('svg').count()).toBe(1);
    expect(await page.locator('.morning-item').count()).toBe(2);
    await pressOn(page, 'button', commandsOf('missingKey'));
    await chooseByKey(page, 'Abwarten bis …');
    await typeInto(page, 'Wieder zeigen am', '20022026');
    await page.keyboard.press('Control+Enter');
    await item(GOOD_GATEWAY, numberOf('missingKey')).waitFor({ state: 'detached' });
    // The line is gone; the cursor is on the one that took its place.
    await expect.poll(async () => (await focusOf(page)).name).toBe(numberOf('wrongKey'));
    await pressOn(page, 'button', commandsOf('wrongKey'));
    await chooseByKey(page, 'Ignorieren …');
    await typeInto(page, 'Grund', 'Gerät wird nächste Woche getauscht');
    await page.keyboard.press('Control+Enter');
    await chip.waitFor({ state: 'detached' });
    // With its last message the topic is gone, and the whole list is back.
    await item(GOOD_GATEWAY, numberOf('lowBattery')).waitFor();

    await pressOn(page, 'button', commandsOf('leaps'));
    await chooseByKey(page, 'Arbeitsauftrag …');
    await page.getByRole('dialog', { name: 'Arbeitsauftrag als PDF' }).waitFor();
    await typeInto(page, 'Erledigen bis', '27022026');
    const file = path.join(host.folder, 'sprung.pdf');
    host.desktop.answers.push(file);
    await page.keyboard.press('Control+Enter');
    await page.getByText('Arbeitsauftrag gespeichert.').first().waitFor();
    expect(existsSync(file)).toBe(true);

    await pressOn(page, 'button', /^\d Meldungen abgewartet oder ignoriert$/);
    await page.getByText(/Ignoriert von RR am .*: Gerät wird nächste Woche getauscht/).waitFor();
    await pressOn(page, 'button', commandsOf('wrongKey'));
    await chooseByKey(page, 'Vermerk aufheben');
    await item(GOOD_GATEWAY, numberOf('wrongKey')).waitFor({ state: 'detached' });
    await tabTo(page, 'button', /abgewartet oder ignoriert$/, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await item(GOOD_GATEWAY, numberOf('wrongKey')).waitFor();
  });
});

/** Ten days after a fleet fell silent with its gateways. */
const LATER = new Date(FLEET_MORNING.getTime() + 10 * 86_400_000);

describeInChromium('a long morning list', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow({
      clock: () => LATER,
      prepare: (root) => createLargeOffice(root, { meters: 400, days: 4 }),
    });
    await window.page.clock.setFixedTime(LATER);
    await window.page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
    await window.page.getByRole('button', { name: 'Entsperren' }).click();
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('begins with one line a gateway that says what is behind it, and opens at a press', async () => {
    const { page } = window;
    const first = page.getByRole('region', { name: /Gateway muc-000001$/ });
    await first.getByText('Gateway ohne Kontakt · 200 × Stumm').waitFor();
    expect(await page.locator('.morning-group').count()).toBe(2);
    expect(await page.locator('.morning-item').count()).toBe(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await takePicture(page, 'morning-long');
    const unfold = first.getByRole('button', { name: /Meldungen zeigen$/ });
    expect(await unfold.getAttribute('aria-expanded')).toBe('false');
    await unfold.click();
    await first.getByRole('listitem').filter({ hasText: '200 Messgeräte hängen daran' }).waitFor();
    await first.getByRole('button', { name: '200 weitere Meldungen zeigen' }).click();
    await expect.poll(() => first.getByRole('listitem').count()).toBe(201);
    await page.getByRole('button', { name: 'Gateways (2)' }).click();
    await expect.poll(() => page.locator('.morning-item').count()).toBe(2);
  });
});

type Planted = Parameters<typeof numberOf>[0];

/** The name of the button with a message's commands. */
function commandsOf(name: Planted): RegExp {
  return new RegExp(`^Befehle der Meldung: ${numberOf(name)}`);
}

/** Takes a command of the open menu by its arrow keys. */
async function chooseByKey(page: Page, command: string): Promise<void> {
  const chosen = page.getByRole('menuitem', { name: command });
  await chosen.waitFor();
  while ((await focusOf(page)).name !== command) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await chosen.waitFor({ state: 'detached' });
}
