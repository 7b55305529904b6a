import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OfficeClient } from '#shared/contract/office-client.ts';
import { allocator, keyOf, telegramLines } from '../../unit/electron/office/services/key-workbench.ts';
import { describeInChromium } from '../host/chromium.ts';
import { layOut, readTelegrams } from './driver/delivery.ts';
import { accessibilityFaults } from './driver/axe.ts';
import { setLook, takePicture } from './driver/look.ts';
import { dealLooks } from './driver/looks.ts';
import {
  draftDemo,
  focused,
  openDemo,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';
import { dialogFiles, OVERLAYS, wordsOf, type Overlay } from './driver/overlays.ts';
import { openAddress } from './driver/places.ts';

const MINUTES = 60_000;
const NEIGHBOUR = allocator('00000001');
const DELIVERED = `00000001;${keyOf('00000001').toString('hex')}`;

function ofStage(stage: Overlay['billStage']): Overlay[] {
  return OVERLAYS.filter(({ billStage }) => billStage === stage);
}

/** Opens each overlay in two opposite looks and lets axe look at it; a picture goes beside. */
async function examine(page: Page, overlays: readonly Overlay[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [{ name, look }, dealt] of dealLooks(overlays)) {
    await setLook(page, look);
    for (const overlay of dealt) {
      await openAddress(page, overlay.address);
      await page.getByRole('main').focus();
      await overlay.open(page, await wordsOf(page));
      await takePicture(page, `overlay-${overlay.name}-${name}`);
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${overlay.name} ${name}: ${fault}`));
      await overlay.takeBack?.(page);
      await page.reload();
    }
  }
  return faults;
}

/** Answers every warning of the draft and marks it as checked. */
async function checkBill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { office } = window as unknown as { office: OfficeClient };
    const run = await office.billing.get({ id: 1 });
    if (!run.ok) throw new Error(run.error.code);
    for (const { key } of run.value.findings)
      await office.billing.acceptFinding({ id: 1, key, reason: 'Mit dem Vermieter besprochen' });
    const checked = await office.billing.check({ id: 1 });
    if (!checked.ok) throw new Error(checked.error.code);
  });
}

async function finaliseBill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { office } = window as unknown as { office: OfficeClient };
    const final = await office.billing.finalise({ id: 1, note: '' });
    if (!final.ok) throw new Error(final.error.code);
  });
}

describeInChromium('what lies over a page', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow({ viewport: { width: 1280, height: 800 } });
    await openDemo(window);
    await draftDemo(window);
    await backUp(window);
    await hearNeighbour(window);
    await deliverMeter(window);
    // It is opened in two looks.
    for (let look = 0; look < 2; look += 1) layOut(window, 'lieferung.csv', `id;key\n${DELIVERED}`);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('is examined as a whole: no dialog of any page is left out', () => {
    const names = new Set(OVERLAYS.map(({ name }) => name));
    expect(dialogFiles().filter((file) => !names.has(file))).toEqual([]);
  });

  it('lets a day be chosen from the calendar by keys alone, and gives the focus back to its field', async () => {
    const { page } = window;
    await openAddress(page, '/tenancies?property=1');
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+n');
    const field = page.getByRole('textbox', { name: 'Einzug' });
    await field.fill('15.03.2026');
    await field.press('F2');
    const days = page.getByRole('grid', { name: 'März 2026' });
    await expect.poll(() => focused(page)).toBe('Sonntag, 15. März 2026');
    for (const key of ['PageDown', 'ArrowDown', 'Home', 'ArrowRight']) await page.keyboard.press(key);
    expect(await focused(page)).toBe('Dienstag, 21. April 2026');
    await page.keyboard.press('Enter');
    await days.waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('21.04.2026');
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await field.press('Alt+ArrowDown');
    await expect.poll(() => focused(page)).toBe('Dienstag, 21. April 2026');
    await page.keyboard.press('Escape');
    await page.locator('.calendar').waitFor({ state: 'detached' });
    expect(await field.inputValue()).toBe('21.04.2026');
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.reload();
  });

  it(
    'has no fault that axe can see',
    async () => {
      const { page } = window;
      const faults = await examine(page, ofStage(undefined));
      await checkBill(page);
      faults.push(...(await examine(page, ofStage('checked'))));
      await finaliseBill(page);
      faults.push(...(await examine(page, ofStage('final'))));
      expect(faults).toEqual([]);
    },
    10 * MINUTES,
  );
});

/** A device nobody knows, so that there is one to assign or to ignore. */
async function hearNeighbour(window: OfficeWindow): Promise<void> {
  await readTelegrams(window, 'nachbar.txt', telegramLines([NEIGHBOUR], '2026-01-05T06:00:00Z'));
}

/** A meter in the first property that waits for its place. */
async function deliverMeter(window: OfficeWindow): Promise<void> {
  const key = keyOf('00000002').toString('hex');
  layOut(window, 'geraet.csv', `Hersteller;Gerätenummer;AES-Schlüssel;Geräteart\nQDS;00000002;${key};HKV`);
  await window.page.evaluate(async () => {
    const { office } = globalThis.window as unknown as { office: OfficeClient };
    const [chosen, properties] = [await office.keys.chooseFile(), await office.properties.list()];
    if (!chosen.ok || chosen.value?.state !== 'preview' || !properties.ok) throw new Error('no delivery');
    const { token, columns, defaults } = chosen.value;
    const propertyId = properties.value[0]?.id ?? null;
    await office.keys.mapFile({ token, columns: [...columns], defaults: { ...defaults, propertyId } });
    const applied = await office.keys.apply({ token, skip: [] });
    if (!applied.ok || applied.value.waiting !== 1) throw new Error('no meter waits');
  });
}

/** A first backup, so that there is one to verify. */
async function backUp({ host, page }: OfficeWindow): Promise<void> {
  const folder = path.join(host.folder, 'sicherungen');
  mkdirSync(folder);
  host.desktop.answers.push(folder);
  await openAddress(page, '/settings?tab=backup');
  await page.getByRole('button', { name: 'Ordner wählen' }).click();
  await page.getByText(folder).waitFor();
  await page.getByRole('button', { name: 'Jetzt sichern' }).click();
  await page.locator('[data-cell="0:0"]').waitFor({ timeout: 30_000 });
}
