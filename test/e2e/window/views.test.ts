import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { accessibilityFaults } from './driver/axe.ts';
import {
  draftDemo,
  openDemo,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';
import { setLook, takePicture } from './driver/look.ts';
import { paintedPicture } from './driver/pdf.ts';
import { openAddress } from './driver/places.ts';

const YEAR = 'property=1&from=2025-01-01&to=2025-12-31&tab=party';
const NOVEMBER = 'property=1&from=2025-11-01&to=2025-11-30&tab=party';

async function sums(page: Page): Promise<string> {
  return (await page.getByRole('table', { name: 'Sicht des Vermieters' }).textContent()) ?? '';
}

describeInChromium('what landlords and tenants may see', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow();
    await openDemo(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('R2 – shows the landlord sums only, and remembers what went out', async () => {
    const { host, page } = window;
    await openAddress(page, `/consumption?${NOVEMBER}`);
    await page.getByText(/^So sieht Remo Reichel den Verbrauch/).waitFor();
    // One flat has a dead allocator, so that eight of nine units are in the sum.
    expect(await sums(page)).toMatch(/Heizung[\d.,]+\sEinheiten–?.*8 Nutzeinheitenkann heraus/);
    await page.getByText('Noch keine Summe ist heraus.').waitFor();
    await takePicture(page, 'landlord-view');
    const file = path.join(host.folder, 'summen.csv');
    host.desktop.answers.push(file);
    await page.getByRole('button', { name: 'Summen als CSV freigeben' }).click();
    await page.getByText('Freigegeben: summen.csv').waitFor();
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('Heizung;01.11.2025;30.11.2025;8;');
    expect(written).not.toMatch(/Stadtoase|Becker|Lindenhof/);
    await expect.poll(() => sums(page)).toMatch(/schon freigegeben/);
  });

  it('R2 – refuses a sum of few units, and one that differs from an earlier one by a flat', async () => {
    const { page } = window;
    await page.locator('summary', { hasText: 'Nutzeinheiten' }).click();
    const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
    for (const name of ['Stadtoase-Suite', 'Urbaner Rückzugsort']) await box(name).check({ force: true });
    await expect.poll(() => sums(page)).toMatch(/nicht: weniger als drei vermietete Nutzeinheiten/);
    for (const name of ['Lindenhof-Apartment', 'Kickelhahn-Zimmer', 'Ilmtal-Blick', 'Dachgarten-Loft'])
      await box(name).check({ force: true });
    await expect
      .poll(() => sums(page))
      .toMatch(/nicht: aus früheren Summen ließe sich eine einzelne Wohnung ausrechnen/);
  });

  it('R2 – lets nothing out of a period that is no whole month', async () => {
    const { page } = window;
    await openAddress(page, '/consumption?property=1&from=2025-11-01&to=2025-11-20&tab=party');
    await expect.poll(() => sums(page)).toMatch(/nicht: nur ganze Monate/);
    expect(await page.getByRole('button', { name: 'Summen als CSV freigeben' }).isDisabled()).toBe(true);
  });

  it('R3 – shows a tenant the own flat on the own days, and writes the same into a file', async () => {
    const { host, page } = window;
    await openAddress(page, `/consumption?${YEAR}&unit=1`);
    const choice = page.getByRole('button', { name: /Mietverhältnis/ });
    await choice.click();
    await page.getByRole('option', { name: /^Sagar Mehta/ }).click();
    const months = page.getByRole('table', { name: 'Monate' });
    await months.waitFor();
    const first = await months.locator('tbody th').allTextContents();
    // He moved out at the end of September; the flat went on being heated.
    expect(first[0]).toBe('09/25');
    expect(first).not.toContain('10/25');
    await takePicture(page, 'tenant-view');
    const file = path.join(host.folder, 'mieter.csv');
    host.desktop.answers.push(file);
    await page.getByRole('button', { name: 'Eigene Daten als CSV' }).click();
    await page.getByText('Gespeichert: mieter.csv').waitFor();
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('Heizung;Stadtoase-Suite;;;01.09.2025;30.09.2025;');
    expect(written).not.toMatch(/\.1[0-2]\.2025|Urbaner|Rao/);

    // Beside it the very letter: his last whole month, on paper, and nothing of the flats around.
    const letter = page.getByRole('region', { name: /^Verbrauchsinformation 09\/25/ });
    await letter.waitFor();
    await paintedPicture(page);
    const words = (await letter.textContent()) ?? '';
    expect(words).toContain('Verbrauchsinformation September 2025');
    expect(words).toContain('Sagar Mehta');
    expect(words).not.toMatch(/Urbaner|Rao|Becker|1[0-2]\/25/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await takePicture(page, 'tenant-letter');
    const pdf = path.join(host.folder, 'september.pdf');
    host.desktop.answers.push(pdf);
    await page.getByRole('button', { name: 'PDF speichern' }).click();
    await page.getByText('Gespeichert: september.pdf').waitFor();
    expect(execFileSync('pdftotext', ['-raw', pdf, '-'], { encoding: 'utf8' })).toContain(
      'Verbrauchsinformation September 2025',
    );

    await choice.click();
    await page.getByRole('option', { name: /^Shivani Rao/ }).click();
    await expect.poll(() => months.locator('tbody th').last().textContent()).toBe('10/25');
    const documents = page.getByRole('button', { name: /Dokument/ });
    await documents.click();
    expect(await page.getByRole('option').allTextContents()).not.toContain(
      expect.stringMatching(/^Verbrauchsinformation 0[1-9]\/25/),
    );
    await page.keyboard.press('Escape');
  });

  it('R3 – shows the annual bill of the tenant, the very PDF, beside the months', async () => {
    const { page } = window;
    await draftDemo(window);
    await openAddress(page, `/consumption?${YEAR}&unit=1`);
    await page.getByRole('button', { name: /Mietverhältnis/ }).click();
    await page.getByRole('option', { name: /^Sagar Mehta/ }).click();
    await page.getByRole('button', { name: /^Verbrauchsinformation .*Dokument$/ }).click();
    await page.getByRole('option', { name: /^Abrechnung 01\.01\.2025/ }).click();
    const bill = page.getByRole('region', { name: /^Abrechnung 01\.01\.2025/ });
    await bill.waitFor();
    await paintedPicture(page);
    const words = (await bill.textContent()) ?? '';
    expect(words).toContain('Sagar Mehta');
    expect(words).not.toMatch(/Urbaner|Rao|Becker/);
    await setLook(page, { theme: 'dark' });
    await page.getByRole('region', { name: /^Verbrauchsinformation/ }).waitFor();
    await paintedPicture(page);
    await takePicture(page, 'tenant-letter-dark');
  });
});
