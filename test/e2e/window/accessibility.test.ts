import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { accessibilityFaults } from './driver/axe.ts';
import { setLook, takePicture } from './driver/look.ts';
import { dealLooks } from './driver/looks.ts';
import {
  beginOffice,
  draftDemo,
  heading,
  openDemo,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';
import { addressesInDemo, eachTab, LISTS, openAddress, placeName } from './driver/places.ts';

const MINUTES = 60_000;
const VIEWPORT = { width: 1280, height: 800 };

/** What axe finds on the page as it stands, each with where it was found; a picture of it goes beside. */
async function examine(page: Page, name: string, without: readonly string[] = []): Promise<string[]> {
  await takePicture(page, name);
  return (await accessibilityFaults(page, without)).map((fault) => `${name}: ${fault}`);
}

/** Signs of the frame that are not drawn in a colour of the system. */
async function ownColours(page: Page, name: string): Promise<string[]> {
  const drawn = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('span'));
    const system = new Set(
      ['CanvasText', 'LinkText', 'ButtonText', 'GrayText', 'Highlight'].map((colour) => {
        probe.style.color = colour;
        return getComputedStyle(probe).color;
      }),
    );
    probe.remove();
    return [...document.querySelectorAll('.lucide, .status-shape')]
      .filter((sign) => !system.has(getComputedStyle(sign).color))
      .map((sign) => `${sign.getAttribute('class') ?? ''} in ${getComputedStyle(sign).color}`);
  });
  return drawn.map((sign) => `${name}: ${sign}`);
}

/** Examines pages and all their tabs, each in two opposite looks. */
async function examinePages(page: Page, addresses: readonly string[], fill: string): Promise<string[]> {
  const faults: string[] = [];
  for (const [{ name, look }, dealt] of dealLooks(addresses)) {
    await setLook(page, look);
    for (const address of dealt) {
      await openAddress(page, address);
      await eachTab(page, async (tab) => {
        faults.push(...(await examine(page, `${placeName(address, tab)}-${fill}-${name}`)));
      });
    }
  }
  return faults;
}

describeInChromium('axe finds nothing in a working office', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow({ viewport: VIEWPORT });
    await openDemo(window);
    await draftDemo(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it(
    'on any page and any tab that the routes lead to',
    async () => {
      const { page } = window;
      expect(await examinePages(page, await addressesInDemo(page), 'full')).toEqual([]);
    },
    10 * MINUTES,
  );

  it('with the colours of the system forced, and no sign keeps a colour of its own', async () => {
    const { page } = window;
    await page.emulateMedia({ forcedColors: 'active' });
    const faults: string[] = [];
    for (const address of ['/', '/people', '/billing/1', '/settings']) {
      await openAddress(page, address);
      const name = `${placeName(address, 0)}-forced`;
      faults.push(...(await examine(page, name, ['color-contrast'])), ...(await ownColours(page, name)));
    }
    await page.emulateMedia({ forcedColors: 'none' });
    expect(faults).toEqual([]);
  });
});

describeInChromium('axe finds nothing in an empty office', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow({ viewport: VIEWPORT });
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('on the way through the first start', async () => {
    const { page } = window;
    const faults = await examine(page, 'first-welcome');
    const ways: readonly [RegExp, string][] = [
      [/Sicherung einspielen/, 'first-restore'],
      [/Demo ansehen/, 'first-demo'],
      [/Neu beginnen/, 'first-names'],
    ];
    for (const [way, name] of ways) {
      await page.getByRole('button', { name: way }).click();
      faults.push(...(await examine(page, name)));
      await page.getByRole('button', { name: 'Zurück' }).click();
    }
    expect(faults).toEqual([]);
  });

  it(
    'on any list, and on the lock screen',
    async () => {
      const { page } = window;
      await beginOffice(window);
      const faults = await examinePages(page, LISTS, 'empty');
      await setLook(page, { language: 'de', theme: 'dark' });
      await page.keyboard.press('Control+l');
      await heading(page, 'Stichtag ist gesperrt').waitFor();
      faults.push(...(await examine(page, 'locked-dark-de')));
      expect(faults).toEqual([]);
    },
    10 * MINUTES,
  );
});
