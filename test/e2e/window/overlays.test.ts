import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { accessibilityFaults } from './driver/axe.ts';
import { setLook, takePicture } from './driver/look.ts';
import { dealLooks } from './driver/looks.ts';
import {
  draftDemo,
  openDemo,
  openWindow,
  pullDemo,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';
import { dialogFiles, OVERLAYS, wordsOf } from './driver/overlays.ts';
import { openAddress } from './driver/places.ts';

const MINUTES = 60_000;

describeInChromium('what lies over a page', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow({ viewport: { width: 1280, height: 800 } });
    await openDemo(window);
    await pullDemo(window);
    await draftDemo(window);
    await backUp(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('is examined as a whole: no dialog of any page is left out', () => {
    const names = new Set(OVERLAYS.map(({ name }) => name));
    expect(dialogFiles().filter((file) => !names.has(file))).toEqual([]);
  });

  it(
    'has no fault that axe can see',
    async () => {
      const { page } = window;
      const faults: string[] = [];
      for (const [{ name, look }, overlays] of dealLooks(OVERLAYS)) {
        await setLook(page, look);
        for (const overlay of overlays) {
          await openAddress(page, overlay.address);
          await page.getByRole('main').focus();
          await overlay.open(page, await wordsOf(page));
          await takePicture(page, `overlay-${overlay.name}-${name}`);
          faults.push(
            ...(await accessibilityFaults(page)).map((fault) => `${overlay.name} ${name}: ${fault}`),
          );
          await page.reload();
        }
      }
      expect(faults).toEqual([]);
    },
    5 * MINUTES,
  );
});

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
