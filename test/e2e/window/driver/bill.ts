/** A bill on its way: its warnings answered, checked, final. */
import type { Locator, Page } from 'playwright-core';
import { cell } from './grid.ts';

/** Whether a warning is shown, after F8 when none was. */
async function showsWarning(page: Page, dialog: Locator): Promise<boolean> {
  if (await dialog.isVisible()) return true;
  await page.keyboard.press('F8');
  return await dialog.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

/** Gives every open warning of the review list at hand the same reason; the list is done when F8 shows none. */
export async function answerWarnings(page: Page, reason: string): Promise<void> {
  await cell(page, 0, 0).waitFor();
  const dialog = page.getByRole('dialog', { name: 'Warnung' });
  while (await showsWarning(page, dialog)) {
    const asked = (await dialog.textContent()) ?? '';
    await dialog.getByLabel('Warum ist das in Ordnung?').fill(reason);
    await dialog.getByRole('button', { name: 'Begründen' }).click();
    await dialog.filter({ hasText: asked }).waitFor({ state: 'detached' });
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
