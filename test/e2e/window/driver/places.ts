/** Every page of the window, read from its routes, so that a new page cannot be forgotten. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { OfficeClient } from '#shared/contract/office-client.ts';

const ROUTER = path.join(import.meta.dirname, '..', '..', '..', '..', 'renderer', 'app', 'router.tsx');

/** The paths of all routes as the router declares them: `/people`, `/people/$id`. */
export function routePaths(): string[] {
  const declared = readFileSync(ROUTER, 'utf8').matchAll(/\bpath: '([^']+)'/g);
  return [...declared].map(([, route = '']) => route);
}

/** Pages that exist in an empty office too. */
export const LISTS = routePaths().filter((route) => !route.includes('$'));

/** Which object of the demo shows most of its page; any other page shows the first object of its kind. */
const OBJECTS: Readonly<Record<string, string>> = { '/people/$id': '/people/2' };

/** The address of each route in the demo after its bill was drafted; every list shows the demo's property. */
export async function addressesInDemo(page: Page): Promise<string[]> {
  const billId = await page.evaluate(async () => {
    const { office } = window as unknown as { office: OfficeClient };
    const run = await office.billing.get({ id: 1 });
    return run.ok ? (run.value.bills[0]?.billId ?? '') : '';
  });
  return routePaths().map((route) => {
    const address = OBJECTS[route] ?? route.replace('$billId', billId).replace(/\$\w+/, '1');
    return `${address}?property=1`;
  });
}

/** Opens a page by its address and waits until it has its answers. */
export async function openAddress(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = `#${hash}`;
  }, address);
  await settle(page);
}

/** Waits until the page stands and nothing on it is still being asked. */
export async function settle(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('main .loading') === null);
}

/** Shows the page with each of its tabs in turn; a page without tabs is shown once. */
export async function eachTab(page: Page, look: (tab: number) => Promise<void>): Promise<void> {
  await look(0);
  const tabs = page.getByRole('main').getByRole('tab');
  for (let tab = 1; tab < (await tabs.count()); tab += 1) {
    await tabs.nth(tab).click();
    await settle(page);
    await look(tab);
  }
}

/** `people-2-1` for the second tab of a person, as a name for pictures and findings. */
export function placeName(address: string, tab: number): string {
  const words = (address.split('?')[0] ?? '').split('/').filter((word) => word !== '');
  return [words.length === 0 ? 'start' : words.join('-'), ...(tab === 0 ? [] : [`tab${tab + 1}`])].join('-');
}
