/** A table of the window: its cells, its filter and what the clipboard gets from it. */
import type { Locator, Page } from 'playwright-core';

/** The cell in a row and column as shown, both counted from 0; row -1 is the header. */
export function cell(page: Page, row: number, column: number): Locator {
  return page.locator(`[data-cell="${row}:${column}"]`);
}

/** The shown texts of one row. */
export async function rowTexts(page: Page, row: number): Promise<string[]> {
  return (await page.locator(`[data-row="${row}"] > [data-cell]`).allTextContents()).map((text) =>
    text.trim(),
  );
}

/** How many rows the filters leave, as the line under the table says. */
export async function shownRows(page: Page): Promise<string> {
  return (await page.locator('.table-status > span').first().textContent()) ?? '';
}

export async function filterBy(page: Page, title: string, text: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.getByLabel(`Filter für ${title}`).fill(text);
}

/** The command of a row's menu. */
export async function runCommand(page: Page, row: number, command: string): Promise<void> {
  await cell(page, row, 0).click({ button: 'right' });
  await page.getByRole('menuitem', { name: command }).click();
}

export async function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The titles of the page's tables that are cut off: a column whose name nobody can read. */
export async function cutTitles(page: Page): Promise<string[]> {
  return page
    .locator('.table-title .table-words')
    .evaluateAll((titles) =>
      titles
        .filter((title) => title.scrollWidth > title.clientWidth)
        .map((title) => `title cut off: ${title.textContent}`),
    );
}
