import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OfficeClient } from '#shared/contract/office-client.ts';
import { describeInChromium } from '../host/chromium.ts';
import { cell, rowTexts, shownRows } from './driver/grid.ts';
import {
  draftDemo,
  goTo,
  openDemo,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';
import { takePicture } from './driver/look.ts';

/** The first of a month: its meters have not yet spoken. */
const MORNING = new Date('2026-03-01T09:00:00.000Z');

async function choosePeriod(page: Page, from: string, to: string): Promise<void> {
  const picker = page.getByRole('group', { name: 'Zeitraum' });
  await picker.getByRole('textbox', { name: 'Von' }).fill(from);
  await picker.getByRole('textbox', { name: 'Bis' }).fill(to);
  await page.keyboard.press('Enter');
  await expect.poll(() => shownPeriod(page)).toBe(`${from} – ${to}`);
}

async function shownPeriod(page: Page): Promise<string> {
  const picker = page.getByRole('group', { name: 'Zeitraum' });
  return `${await picker.getByRole('textbox', { name: 'Von' }).inputValue()} – ${await picker.getByRole('textbox', { name: 'Bis' }).inputValue()}`;
}

async function chooseUnit(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Nutzeinheit' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
}

/** The first number of a text as a German writes it. */
function numberIn(text: string | null): number {
  const [written = ''] = /\d[\d.]*(,\d+)?/.exec(text ?? '') ?? [];
  return Number(written.replaceAll('.', '').replace(',', '.'));
}

describeInChromium('consumption', () => {
  let window: OfficeWindow;
  beforeAll(async () => {
    window = await openWindow({ clock: () => MORNING });
    await window.page.clock.setFixedTime(MORNING);
    await openDemo(window);
    await draftDemo(window);
    await goTo(window.page, 'Verbrauch');
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('says which value is the newest when the running month has none, and goes there', async () => {
    const { page } = window;
    await page.getByText('Der neueste Messwert ist vom').waitFor();
    await page.getByRole('button', { name: 'Diesen Monat zeigen' }).click();
    await expect.poll(() => shownPeriod(page)).toBe('01.02.2026 – 28.02.2026');
  });

  it('U5 – shows what was used with its coverage, and opens the meters behind it', async () => {
    const { page } = window;
    await choosePeriod(page, '01.11.2025', '30.11.2025');
    const heating = page.getByRole('region', { name: 'Heizung' });
    const figure = await heating.locator('.card-figure').textContent();
    expect(figure).toMatch(/^[\d.]+\skWh$/);
    const coverage = heating.getByRole('button', { name: /^\d+ von \d+ Messgeräten, bis 30\.11\.2025$/ });
    const [, covered = '', total = ''] = /^(\d+) von (\d+)/.exec((await coverage.textContent()) ?? '') ?? [];
    // The demo's nursery allocator died in October.
    expect(Number(covered)).toBe(Number(total) - 1);
    await takePicture(page, 'consumption-property');
    await coverage.click();
    await expect.poll(() => shownRows(page)).toMatch(/^\d+ Zeilen$/);
    await page.getByRole('tab', { name: 'Verbrauch' }).click();
    await heating.waitFor();
  });

  it('U6 – names what it is compared with, and never says 0 where there is nothing', async () => {
    const { page } = window;
    const heating = page.getByRole('region', { name: 'Heizung' });
    const references = await heating.locator('.references > div').allTextContents();
    expect(references[0]).toMatch(/^Vormonat 01\.10\.2025.*– 31\.10\.2025[\d.]+\skWh .* (mehr|weniger)/);
    expect(references[1]).toMatch(
      /^Gleicher Monat im Vorjahr 01\.11\.2024.*– 30\.11\.2024[\d.]+\skWh .* (mehr|weniger)/,
    );
    expect(references[2]).toMatch(/^Durchschnittsnutzer.*kein Vergleichswert$/);
    await heating.getByRole('button', { name: 'umgerechnet' }).click();
    await heating
      .getByText(/Umgerechnet mit der Abrechnung 01\.01\.2025.*\(Entwurf\).*÷.*je Einheit\.$/)
      .waitFor();
    await heating.getByRole('button', { name: 'umgerechnet' }).click();
  });

  it('L5 – says how fresh every value is', async () => {
    const { page } = window;
    await page
      .getByText(/Stand: 28\.02\.2026 \d\d:\d\d, letzter Abruf \d\d\.\d\d\.\d{4} \d\d:\d\d$/)
      .waitFor();
  });

  it('U7 – steps months by key, takes typed days, and offers the usual periods', async () => {
    const { page } = window;
    await page.getByRole('main').focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => shownPeriod(page)).toBe('01.10.2025 – 31.10.2025');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await expect.poll(() => shownPeriod(page)).toBe('01.12.2025 – 31.12.2025');
    await page.getByRole('button', { name: 'Einen Monat zurück' }).click();
    await expect.poll(() => shownPeriod(page)).toBe('01.11.2025 – 30.11.2025');
    const picker = page.getByRole('group', { name: 'Zeitraum' });
    await picker.getByRole('textbox', { name: 'Bis' }).fill('31.10.2025');
    await page.keyboard.press('Enter');
    await page.getByText('Das Ende liegt vor dem Anfang.').waitFor();
    await picker.getByRole('textbox', { name: 'Bis' }).fill('301125');
    await page.keyboard.press('Enter');
    await picker.getByRole('button', { name: /Auswahl/ }).click();
    await page.getByRole('option', { name: 'Voriges Jahr' }).click();
    await expect.poll(() => shownPeriod(page)).toBe('01.01.2025 – 31.12.2025');
  });

  it('U8 – keeps the period from tab to tab', async () => {
    const { page } = window;
    for (const name of ['Energieflüsse', 'Messgeräte', 'Verbrauch']) {
      await page.getByRole('tab', { name, exact: true }).click();
      await expect.poll(() => shownPeriod(page)).toBe('01.01.2025 – 31.12.2025');
    }
  });

  it('stays at its head for whoever comes back and had not been in its table', async () => {
    const { page } = window;
    await goTo(page, 'Start');
    await page.getByRole('main').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await page.getByRole('grid', { name: 'Nach Räumen' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('[role=grid]') ?? null)).toBeNull();
  });

  it('U10 – lets the energy flows sum up, the unexplained rest on its own', async () => {
    const { page } = window;
    await page.getByRole('tab', { name: 'Energieflüsse' }).click();
    await page.getByRole('img', { name: /^Woher die Energie kam/ }).waitFor();
    const rows = await page.locator('.plain-table tbody tr').allInnerTexts();
    const flows = rows
      .map((row) => row.split('\t'))
      .map(([from, to, kwh]) => ({ from, to, kwh: numberIn(kwh ?? '') }));
    const into = flows.filter(({ to }) => to === 'Heizanlage').reduce((sum, { kwh }) => sum + kwh, 0);
    const out = flows.filter(({ from }) => from === 'Heizanlage').reduce((sum, { kwh }) => sum + kwh, 0);
    expect(into).toBeGreaterThan(1000);
    expect(out).toBeCloseTo(into, 0);
    expect(flows.map(({ from }) => from)).toContain('Brennstoff');
    expect(flows.some(({ to }) => to === 'Nicht erklärter Rest')).toBe(true);
    await takePicture(page, 'consumption-flows');
    await page.getByRole('tab', { name: 'Verbrauch', exact: true }).click();
  });

  it('U26 – stacks base share and units month by month, in at most eight parts, with the unit on the axis', async () => {
    const { page } = window;
    const chart = page.getByRole('img', { name: 'Heizung, zwölf Monate in kWh' });
    await chart.waitFor();
    const parts = await chart.locator('.chart-words[data-strong]').allTextContents();
    expect(parts).toHaveLength(8);
    expect(parts).toContain('Grundanteil');
    expect(parts.some((part) => /^\d+ übrige Nutzeinheiten$/.test(part))).toBe(true);
    expect(await chart.locator('.chart-zero').count()).toBe(1);
    expect((await chart.textContent()) ?? '').toContain('kWh');
  });

  it('turns the chart into a table with one key, and back', async () => {
    const { page } = window;
    await page.getByRole('main').focus();
    await page.keyboard.press('t');
    const table = page.getByRole('table', { name: 'Heizung, zwölf Monate in kWh' });
    await table.waitFor();
    expect(await table.locator('tbody tr').count()).toBe(12);
    expect(await table.locator('tbody th').first().textContent()).toMatch(/^01\/25/);
    await page.keyboard.press('t');
    await page.getByRole('img', { name: 'Heizung, zwölf Monate in kWh' }).waitFor();
  });

  it('U9 – lists unit and room, sums them, and groups nothing away in the table', async () => {
    const { page } = window;
    const rows = page.getByRole('grid', { name: 'Nach Räumen' });
    await rows.waitFor();
    const first = await rowTexts(page, 0);
    expect(first[0]).not.toBe('');
    expect(first[1]).not.toBe('');
    await cell(page, 0, 0).dblclick();
    await expect.poll(() => page.getByRole('combobox', { name: 'Nutzeinheit' }).inputValue()).toBe(first[0]);
  });

  it('U25 – shows a unit’s readings by room with unit and time', async () => {
    const { page } = window;
    await chooseUnit(page, 'Stadtoase-Suite');
    const readings = page.getByRole('region', { name: 'Zählerstände' });
    await readings.waitFor();
    const cards = await readings.locator('.card').allInnerTexts();
    expect(cards.length).toBeGreaterThan(2);
    expect(cards[0]).toMatch(/[\d.,]+\s(Einheiten|m³)/);
    expect(cards[0]).toMatch(/am 31\.12\.2025, empfangen \d\d\.\d\d\.\d{4} \d\d:\d\d/);
  });

  it('U12 – estimates a unit’s costs with all inputs, and shows none when readings are missing', async () => {
    const { page } = window;
    await choosePeriod(page, '01.11.2025', '30.11.2025');
    const card = page.getByRole('region', { name: 'Kosten bisher' });
    await card.getByText('Schätzung').waitFor();
    const amount = numberIn(await card.locator('.card-figure').textContent());
    expect(amount).toBeGreaterThan(0);
    await card.getByRole('button', { name: 'So ist gerechnet' }).click();
    const amounts = await card.locator('tbody td:last-child').allTextContents();
    expect(amounts.map(numberIn).reduce((sum, one) => sum + one, 0)).toBeCloseTo(amount, 2);
    await takePicture(page, 'consumption-unit');
    await choosePeriod(page, '01.03.2026', '31.03.2026');
    await card.getByText('Kein Betrag: mehr als ein Zehntel der Ablesungen fehlt.').waitFor();
  });

  it('leaves the unit behind when another property is chosen', async () => {
    const { page } = window;
    await page.evaluate(async () => {
      const { office } = globalThis as unknown as { office: OfficeClient };
      const people = await office.people.list();
      const landlord = people.ok ? people.value.find(({ isLandlord }) => isLandlord) : undefined;
      if (landlord === undefined) throw new Error('the demo has a landlord');
      const fields = { name: 'Haus Linde', addressLines: ['98693 Ilmenau'], landlordId: landlord.id };
      await office.properties.create(fields);
      location.hash = '#/consumption?property=1&unit=1';
    });
    const unit = page.getByRole('combobox', { name: 'Nutzeinheit' });
    await expect.poll(() => unit.inputValue()).toBe('Stadtoase-Suite');
    await page.getByRole('button', { name: 'Liegenschaft: Stadtpark Suites' }).click();
    await page.keyboard.type('linde');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => unit.inputValue()).toBe('Ganze Liegenschaft');
  });
});
