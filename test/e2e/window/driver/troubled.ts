/** The window on the office in which every trouble of a morning is planted, unlocked and on Start. */
import type { Page } from 'playwright-core';
import { PASSPHRASE } from '../../../support/office-folder.ts';
import { createTroubledOffice, MORNING } from '../../../support/troubled-house.ts';
import { heading, openWindow, type OfficeWindow } from './office-window.ts';

export async function openTroubledOffice(): Promise<OfficeWindow> {
  const window = await openWindow({ clock: () => MORNING, prepare: createTroubledOffice });
  const { page } = window;
  await page.clock.setFixedTime(MORNING);
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  await heading(page, 'Start').waitFor({ timeout: 60_000 });
  return window;
}

/** Opens the page of the meter with a number, by the command box. */
export async function openMeter(page: Page, number: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox').fill(number);
  await page.getByRole('menuitem', { name: new RegExp(`^${number}`) }).click();
  await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
}

/** The value beside a name among the facts of a page. */
export async function fact(page: Page, name: string): Promise<string> {
  const row = page.locator('.facts > div').filter({ has: page.locator('dt', { hasText: name }) });
  const text = (await row.first().locator('dd').textContent()) ?? '';
  return text.replaceAll('\u00a0', ' ').trim();
}

/** The stations of the data path as they are written, in their order. */
export async function stations(page: Page): Promise<string[]> {
  return (await page.locator('.data-path li').allTextContents()).map((text) => text.trim());
}
