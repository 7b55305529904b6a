/** The preview of a PDF: whether its pages are really painted, and what they say. */
import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** How much of a page's picture is not paper, in parts; 0 for a page that is blank or not drawn. */
async function inkOf(page: Page, number: number): Promise<number> {
  return page
    .locator('.pdf-page')
    .nth(number)
    .evaluate((element) => {
      const canvas = element.querySelector('canvas');
      const { width = 0, height = 0 } = canvas ?? {};
      const drawing = canvas?.getContext('2d');
      if (!drawing || width === 0 || height === 0) return 0;
      const { data } = drawing.getImageData(0, 0, width, height);
      let inked = 0;
      for (let at = 0; at < data.length; at += 4)
        if (
          (data[at + 3] ?? 0) > 0 &&
          (data[at] ?? 255) + (data[at + 1] ?? 255) + (data[at + 2] ?? 255) < 600
        )
          inked += 1;
      return inked / (width * height);
    });
}

/** Waits until a page, counted from 0, is painted: a page of writing is a few per cent ink, and never half. */
export async function paintedPicture(page: Page, number = 0): Promise<void> {
  await expect.poll(() => inkOf(page, number), { timeout: 20_000 }).toBeGreaterThan(0.004);
  expect(await inkOf(page, number)).toBeLessThan(0.5);
}
