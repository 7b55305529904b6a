import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { cutTitles } from './driver/grid.ts';
import { hiderOfFocus, layoutFaults } from './driver/layout.ts';
import { setLook, takePicture } from './driver/look.ts';
import {
  draftDemo,
  openDemo,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';
import { addressesInDemo, eachTab, openAddress, placeName } from './driver/places.ts';

const MINUTES = 60_000;

/** The smallest window, the size of the smallest screen at 200 %, and a usual screen at the window's own 200 %. */
const SIZES = [
  { name: 'small', width: 1024, height: 700, zoomPercent: 100, language: 'de' },
  { name: 'half', width: 512, height: 350, zoomPercent: 100, language: 'de' },
  { name: 'half-en', width: 640, height: 400, zoomPercent: 100, language: 'en' },
  { name: 'zoom', width: 1280, height: 800, zoomPercent: 200, language: 'de' },
] as const;

describeInChromium('a small window and large letters', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow({ viewport: { width: 1280, height: 800 } });
    await openDemo(window);
    await draftDemo(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it.each(SIZES)(
    'leave every page whole and to be scrolled in one direction only: $name',
    async ({ name, width, height, zoomPercent, language }) => {
      const { page } = window;
      await page.setViewportSize({ width, height });
      await setLook(page, { language, zoomPercent });
      const faults: string[] = [];
      for (const address of await addressesInDemo(page)) {
        await openAddress(page, address);
        await eachTab(page, async (tab) => {
          const place = placeName(address, tab);
          const found = [...(await layoutFaults(page)), ...(await cutTitles(page))];
          faults.push(...found.map((fault) => `${place}: ${fault}`));
          await takePicture(page, `${place}-${name}`);
        });
      }
      expect(faults).toEqual([]);
    },
    10 * MINUTES,
  );

  it(
    'never hide the focus behind what stays in place',
    async () => {
      const { page } = window;
      await page.setViewportSize({ width: 512, height: 350 });
      await setLook(page, { language: 'de', zoomPercent: 100 });
      const hidden: string[] = [];
      const note = async (place: string): Promise<void> => {
        const hider = await hiderOfFocus(page);
        if (hider !== null) hidden.push(`${place}: ${hider}`);
      };
      for (const address of ['/', '/units?property=1', '/billing/1', '/people/2', '/settings?tab=look']) {
        await openAddress(page, address);
        await page.getByRole('main').focus();
        for (let step = 0; step < 24; step += 1) {
          await page.keyboard.press('Tab');
          await note(address);
        }
      }
      await openAddress(page, '/units?property=1');
      await page.locator('[data-cell="0:0"]').focus();
      for (const key of [
        ...Array<string>(8).fill('ArrowRight'),
        ...Array<string>(8).fill('ArrowDown'),
        'Home',
      ]) {
        await page.keyboard.press(key);
        await note(`the grid after ${key}`);
      }
      expect(hidden).toEqual([]);
    },
    2 * MINUTES,
  );

  it('moves nothing for longer than 150 ms, and nothing at all where motion is not wanted', async () => {
    const { page } = window;
    await page.setViewportSize({ width: 1280, height: 800 });
    await setLook(page, { language: 'de', zoomPercent: 100 });
    await openAddress(page, '/billing');
    await page.getByRole('main').focus();
    await page.keyboard.press('Control+n');
    await page.getByRole('dialog').waitFor();
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await longestMotionMs(page)).toBeLessThanOrEqual(150);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await longestMotionMs(page)).toBe(0);
  });
});

async function longestMotionMs(page: Page): Promise<number> {
  return page.evaluate(() => {
    const seconds = [...document.querySelectorAll('*')].flatMap((element) => {
      const { transitionDuration, animationDuration } = getComputedStyle(element);
      return `${transitionDuration}, ${animationDuration}`.split(', ').map(Number.parseFloat);
    });
    return Math.round(Math.max(...seconds) * 1000);
  });
}
