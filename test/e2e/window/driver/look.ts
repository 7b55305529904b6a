/** How the window looks, set as a user sets it in the settings, and pictures of it. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { OfficeClient } from '#shared/contract/office-client.ts';
import type { Appearance } from '#shared/contract/settings.ts';

const PICTURES = path.join(import.meta.dirname, '..', '..', '..', '..', 'out', 'screens');

/** Changes the look over the bridge and loads the page again, as a start of the app would. */
export async function setLook(page: Page, look: Partial<Appearance>): Promise<void> {
  await page.evaluate(async (part) => {
    const { office } = window as unknown as { office: OfficeClient };
    const reply = await office.appearance.get();
    if (reply.ok) await office.appearance.save({ ...reply.value, ...part });
  }, look);
  await page.reload();
  await page.locator('h1').waitFor();
}

/** Saves a picture of the window under out/screens. */
export async function takePicture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`), animations: 'disabled' });
}
