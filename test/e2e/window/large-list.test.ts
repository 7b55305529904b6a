import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { foundCrowdedOffice, unlock } from './driver/crowd.ts';
import { cell, clipboard, filterBy, rowTexts, shownRows } from './driver/grid.ts';
import { layoutFaults } from './driver/layout.ts';
import { focused, goTo, openWindow, READY_WITHIN_MS, type OfficeWindow } from './driver/office-window.ts';

const PEOPLE = 5_000;
const LONG_NAME =
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft und Rindfleischetikettierungsüberwachung GbR';

/** Far fewer than there are, and enough for any screen. */
const MOST_ROWS_IN_PAGE = 80;

/** `Mieter 0001` and on; the second one has the longest of names. */
function namesOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    index === 1 ? LONG_NAME : `Mieter ${String(index + 1).padStart(4, '0')}`,
  );
}

describeInChromium('a list of 5,000 rows', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow({ viewport: { width: 1280, height: 800 } });
    await foundCrowdedOffice(window.host, namesOf(PEOPLE));
    await unlock(window.page);
    await goTo(window.page, 'Personen');
    await window.page.getByText('5.000 Zeilen').waitFor();
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('tells its whole length and draws only what is in sight', async () => {
    const { page } = window;
    const grid = page.getByRole('grid', { name: 'Personen' });
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(PEOPLE + 1));
    expect(await page.locator('.table-row').count()).toBeLessThan(MOST_ROWS_IN_PAGE);
  });

  it('goes to its end and back by one key, with the focus in sight', async () => {
    const { page } = window;
    await cell(page, 0, 0).focus();
    await page.keyboard.press('Control+End');
    await expect.poll(() => focused(page)).toBe('mieter5000@beispiel.de');
    const row = page.locator(':focus').locator('xpath=..');
    expect(await row.getAttribute('aria-rowindex')).toBe(String(PEOPLE + 1));
    expect(await page.locator(':focus').isVisible()).toBe(true);
    expect(await page.locator('.table-row').count()).toBeLessThan(MOST_ROWS_IN_PAGE);
    await page.keyboard.press('Control+Home');
    expect(await rowTexts(page, 0)).toContain(LONG_NAME);
  });

  it('scrolls by wheel and shows the rows that belong there', async () => {
    const { page } = window;
    await page.locator('.table-scroll').evaluate((element) => element.scrollTo({ top: 2500 * 36 }));
    await expect.poll(async () => (await rowTexts(page, 2500))[0]).toBe('Mieter 2501');
  });

  it('filters while one types, and the cursor stays with its row', async () => {
    const { page } = window;
    const tabStop = page.locator('.table-row [tabindex="0"]');
    await cell(page, 0, 0).focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe('Mieter 0003');
    await filterBy(page, 'Name', '0003');
    await expect.poll(() => shownRows(page)).toBe('1 von 5.000 Zeilen');
    await expect.poll(() => tabStop.textContent()).toBe('Mieter 0003');
    await page.getByLabel('Filter für Name').fill('');
    await expect.poll(() => shownRows(page)).toBe('5.000 Zeilen');
    await expect.poll(() => tabStop.textContent()).toBe('Mieter 0003');
  });

  it('stands by name at first, and turns round by a click on the title, long names among short ones', async () => {
    const { page } = window;
    await page.locator('[data-cell="-1:0"]').click();
    await expect.poll(async () => (await rowTexts(page, 0))[0]).toBe('Mieter 5000');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+End');
    await expect.poll(async () => (await rowTexts(page, PEOPLE - 1))[0]).toBe(LONG_NAME);
  });

  it('copies all rows as a spreadsheet reads them', async () => {
    const { page } = window;
    await page.locator('.table-row [tabindex="0"]').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+c');
    await expect.poll(async () => (await clipboard(page)).split(/\r?\n/).length).toBe(PEOPLE + 1);
    expect((await clipboard(page)).split(/\r?\n/)[1]?.split('\t')[0]).toBe('Mieter 5000');
  });

  it('keeps its lines and the page in shape under the longest words, at every width', async () => {
    const { page } = window;
    await filterBy(page, 'Name', 'donaudampf');
    await expect.poll(() => shownRows(page)).toBe('1 von 5.000 Zeilen');
    expect((await page.locator('.table-row').first().boundingBox())?.height).toBe(36);
    await page.locator('.table-row .table-words').first().hover();
    expect(await page.locator('.table-row .table-words').first().getAttribute('title')).toBe(LONG_NAME);
    for (const width of [1280, 1024, 640, 512]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await layoutFaults(page)).toEqual([]);
    }
    await cell(page, 0, 0).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Donaudampf/ }).waitFor();
    for (const width of [512, 640, 1024, 1280]) {
      await page.setViewportSize({ width, height: 700 });
      expect(await layoutFaults(page)).toEqual([]);
    }
  });
});
