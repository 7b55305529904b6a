/** A house entered by hand: its owner, its period, its units with tenants by paste. */
import type { Page } from 'playwright-core';
import { heading } from './office-window.ts';

/** Creates a property with a new landlord; ends on its page, at the units. */
export async function createProperty(page: Page, name = 'Stadtpark Suites'): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  const dialog = page.getByRole('dialog', { name: 'Neue Liegenschaft' });
  await dialog.getByRole('button', { name: 'Neue Person anlegen' }).click();
  const person = page.getByRole('dialog', { name: 'Neue Person' });
  await person.getByLabel('Name').fill('Remo Reichel');
  await person.getByLabel('Anschrift').fill('Hauptstraße 1\n98693 Ilmenau');
  await person.getByRole('button', { name: 'Anlegen', exact: true }).click();
  await person.waitFor({ state: 'detached' });
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByLabel('Anschrift').fill('Max-Planck-Ring 6A\n98693 Ilmenau');
  await dialog.getByRole('button', { name: 'Anlegen', exact: true }).click();
  await heading(page, name).waitFor();
}

/** A spreadsheet of units with their tenants; every seventh unit is vacant. */
export function spreadsheet(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [
    `WE ${String(index + 1).padStart(2, '0')}`,
    `VH ${index % 5}. OG ${index % 2 === 0 ? 'links' : 'rechts'}`,
    `${40 + (index % 30)},5`,
    index % 7 === 6 ? '' : `Mieter ${index + 1}`,
    index % 7 === 6 ? '' : '01.01.2024',
  ]);
}

export const TITLES = ['Wohnung', 'Lage', 'Wohnfläche', 'Mieter', 'Einzug'];

/** Pastes rows into the units of the property at hand and takes over what can be taken over. */
export async function pasteUnits(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await page.getByRole('button', { name: 'Aus Excel einfügen' }).click();
  const dialog = page.getByRole('dialog', { name: 'Aus Excel einfügen' });
  await dialog.getByLabel('Tabelle').fill([TITLES, ...rows].map((row) => row.join('\t')).join('\n'));
  await dialog.getByRole('button', { name: 'Vorschau zeigen' }).click();
  await dialog.getByRole('button', { name: /übernehmen$/ }).click();
}
