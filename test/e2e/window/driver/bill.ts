/** A bill on its way: its warnings answered, checked, final. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { cell } from './grid.ts';

/** Gives every open warning of the review list at hand the same reason. */
export async function answerWarnings(page: Page, reason: string): Promise<void> {
  await cell(page, 0, 0).waitFor();
  // The list lies behind the dialog, so its cells are counted although they are hidden.
  const openOnes = page.getByRole('gridcell', { name: 'offen', exact: true, includeHidden: true });
  const dialog = page.getByRole('dialog', { name: 'Warnung' });
  const open = await openOnes.count();
  if (open > 0) await page.keyboard.press('F8');
  for (let left = open; left > 0; left -= 1) {
    await dialog.getByLabel('Warum ist das in Ordnung?').fill(reason);
    await dialog.getByRole('button', { name: 'Begründen' }).click();
    await expect.poll(() => openOnes.count(), { timeout: 20_000 }).toBe(left - 1);
  }
}

/** Marks the run at hand as checked. */
export async function checkBill(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Als geprüft markieren' }).click();
  const dialog = page.getByRole('dialog', { name: 'Abrechnung prüfen' });
  await dialog.getByRole('button', { name: 'Als geprüft markieren' }).click();
  await page.getByText('Die Abrechnung ist geprüft.').waitFor();
}

/** Freezes the checked run at hand. */
export async function finaliseBill(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finalisieren' }).click();
  const dialog = page.getByRole('dialog', { name: 'Abrechnung finalisieren' });
  await dialog.getByRole('button', { name: 'Finalisieren' }).click();
  await page.getByText('Die Abrechnung ist finalisiert.').waitFor();
}

/** Runs a step of the menu beside the main ones. */
export async function rareStep(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Weitere Schritte' }).click();
  await page.getByRole('menuitem', { name }).click();
}
