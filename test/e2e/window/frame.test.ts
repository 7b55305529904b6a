import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../host/chromium.ts';
import { cell, filterBy } from './driver/grid.ts';
import {
  focused,
  goTo,
  heading,
  openDemo,
  openWindow,
  READY_WITHIN_MS,
  type OfficeWindow,
} from './driver/office-window.ts';

const PAGES = [
  'Start',
  'Verbrauch',
  'Liegenschaften',
  'Nutzeinheiten',
  'Messgeräte',
  'Personen',
  'Mietverhältnisse',
  'Abrechnungen',
  'Prüfliste',
  'Gateways',
  'Datenabruf',
  'Schlüssel',
  'Protokoll',
  'Einstellungen',
];

describeInChromium('the frame around every page', () => {
  let window: OfficeWindow;
  let passphrase = '';
  beforeAll(async () => {
    window = await openWindow();
    passphrase = await openDemo(window);
  }, READY_WITHIN_MS);
  afterAll(() => window.host.stop());

  it('U1 – lists the pages by their German names and opens each by Ctrl and its number', async () => {
    const { page } = window;
    const links = page.getByRole('navigation').getByRole('link');
    expect((await links.allTextContents()).map((text) => text.trim())).toEqual(PAGES);
    for (const [index, name] of PAGES.slice(0, 9).entries()) {
      await page.keyboard.press(`Control+${index + 1}`);
      await heading(page, name).waitFor();
      expect(await links.nth(index).getAttribute('aria-current')).toBe('page');
      expect(await page.title()).toBe(`${name} – Stichtag`);
    }
  });

  it('U2 – folds the sidebar, keeps its names for screen readers, and remembers it', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Seitenleiste einklappen' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Seitenleiste ausklappen' }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Personen' }).click();
    await heading(page, 'Personen').waitFor();
    await page.getByRole('button', { name: 'Seitenleiste ausklappen' }).click();
  });

  it('R4 – says who is at work, and locks in one click', async () => {
    const { page } = window;
    await page.getByRole('button', { name: 'Bearbeiter: Demo Bearbeiter' }).click();
    await page.getByRole('menuitem', { name: 'Bearbeiter wechseln' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Bearbeiter: Demo Bearbeiter DB');
    await page.getByRole('button', { name: 'Sperren' }).click();
    await heading(page, 'Stichtag ist gesperrt').waitFor();
    await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Bearbeiter: Demo Bearbeiter' }).waitFor();
  });

  it('finds people, houses and commands in one box, and gives everything back on Escape', async () => {
    const { page } = window;
    await goTo(page, 'Start');
    await page.getByRole('button', { name: /Liegenschaft: Alle/ }).focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('becker');
    await page.getByRole('menuitem', { name: /^Timo Becker/ }).waitFor();
    await page.keyboard.press('Enter');
    await heading(page, 'Timo Becker').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await heading(page, 'Start').waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('becker');
    await page.getByRole('menuitem', { name: /^Timo Becker/ }).waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await heading(page, 'Timo Becker').waitFor();
    await page.getByRole('button', { name: 'Hilfe' }).focus();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('gehe zu pers');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Hilfe');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('darstellung dunkel');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('darstellung wie');
    await page.keyboard.press('Enter');
  });

  it('shows no consumption among what it finds', async () => {
    const { page } = window;
    await page.keyboard.press('Control+k');
    await page.keyboard.type('stadt');
    await page
      .getByRole('menuitem', { name: /Stadtpark Suites/ })
      .first()
      .waitFor();
    const found = await page.getByRole('menu').first().textContent();
    expect(found).not.toMatch(/kWh|m³|Einheiten \d/);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
  });

  it('U4 – switches the property by typing, and keeps it and the page', async () => {
    const { page } = window;
    await goTo(page, 'Nutzeinheiten');
    await page.getByText('Zum Anlegen und Einfügen wählen Sie oben eine Liegenschaft.').waitFor();
    await page.getByRole('button', { name: /^Liegenschaft:/ }).click();
    await page.keyboard.type('park');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Liegenschaft: Stadtpark Suites' }).waitFor();
    await heading(page, 'Nutzeinheiten').waitFor();
    await goTo(page, 'Mietverhältnisse');
    await page.getByRole('button', { name: 'Liegenschaft: Stadtpark Suites' }).click();
    await page.getByRole('option', { name: 'Alle Liegenschaften' }).click();
    await page.getByRole('button', { name: /Liegenschaft: Alle/ }).waitFor();
  });

  it('goes back to the same rows, the same filter and the same cell', async () => {
    const { page } = window;
    await goTo(page, 'Personen');
    await page.keyboard.press('Control+f');
    await page.getByLabel('Filter für Rolle').fill('mieter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    const name = await cell(page, 1, 0).textContent();
    await page.keyboard.press('Enter');
    await heading(page, name ?? '').waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await heading(page, 'Personen').waitFor();
    expect(await page.getByLabel('Filter für Rolle').inputValue()).toBe('mieter');
    expect(await focused(page)).toBe(name);
  });

  it('goes back to the same cell from a page that leaves the focus where it fell', async () => {
    const { page } = window;
    await goTo(page, 'Messgeräte');
    await cell(page, 2, 1).click();
    const clicked = await focused(page);
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Telegramme' }).waitFor();
    await page.getByRole('main').focus();
    await page.keyboard.press('Alt+ArrowLeft');
    await heading(page, 'Messgeräte').waitFor();
    expect(await focused(page)).toBe(clicked);
  });

  it('takes every letter of a filter typed while the machine is busy', async () => {
    const { page } = window;
    const typed = 'wer so schnell schreibt verliert nichts!';
    await goTo(page, 'Personen');
    await filterBy(page, 'Rolle', '');
    await page.evaluate(() => {
      setInterval(() => {
        const end = performance.now() + 30;
        while (performance.now() < end);
      }, 36);
    });
    await Promise.all(Array.from(typed, (letter) => page.keyboard.insertText(letter)));
    expect(await page.getByLabel('Filter für Rolle').inputValue()).toBe(typed);
    await page.waitForURL((url) => decodeURIComponent(url.hash).includes(typed.replaceAll(' ', '+')));
    await page.reload();
    expect(await page.getByLabel('Filter für Rolle').inputValue()).toBe(typed);
  });

  it('leaves whoever goes elsewhere while a draft is computed where he is, and shows it when he asks', async () => {
    const { host, page } = window;
    await goTo(page, 'Abrechnungen');
    await cell(page, 0, 0).locator('.table-words').click();
    const letGo = host.answers.hold('billing.draft');
    await page.getByRole('button', { name: 'Entwurf rechnen' }).click();
    await goTo(page, 'Datenabruf');
    letGo();
    await page.getByText('Der Entwurf ist fertig.').waitFor();
    expect(await heading(page, 'Datenabruf').count()).toBe(1);
    await page.getByRole('button', { name: 'Anzeigen' }).click();
    await page.getByRole('tab', { name: /^Rechnungen/ }).waitFor();
    await page.keyboard.press('Alt+ArrowLeft');
    await heading(page, 'Datenabruf').waitFor();
  });

  it('leads to a new person whoever waits for it, and nobody else', async () => {
    const { host, page } = window;
    const create = async (name: string): Promise<void> => {
      await goTo(page, 'Personen');
      await page.getByRole('button', { name: 'Neue Person' }).click();
      await page.getByRole('dialog').getByLabel('Name').fill(name);
      await page.getByRole('button', { name: 'Anlegen', exact: true }).click();
    };
    await create('Wanda Wartet');
    await heading(page, 'Wanda Wartet').waitFor();
    const letGo = host.answers.hold('people.create');
    await create('Gero Geht');
    await page.getByRole('button', { name: 'Abbrechen' }).click();
    letGo();
    await page.getByRole('button', { name: 'Anzeigen' }).waitFor();
    expect(await heading(page, 'Personen').count()).toBe(1);
  });

  it('keeps the keyboard in a list whose focused row goes away', async () => {
    const { page } = window;
    const gone = page.getByRole('rowheader', { name: 'Wanda Wartet' });
    await gone.click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Löschen' }).click();
    await gone.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-cell'))).toBe(true);
  });

  it('opens help at F1 and the keyboard map at ?, and moves between panes with F6', async () => {
    const { page } = window;
    await goTo(page, 'Abrechnungen');
    await page.keyboard.press('F1');
    await page
      .getByRole('complementary', { name: 'Hilfe' })
      .getByText(/§ 12 HeizkostenV/)
      .waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Tastenbelegung' }).getByText('Strg+K').waitFor();
    await page.keyboard.press('Escape');
    const panes = new Set<string>();
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press('F6');
      panes.add(await page.evaluate(() => document.activeElement?.closest('[data-pane]')?.tagName ?? ''));
    }
    expect(panes).toEqual(new Set(['NAV', 'HEADER', 'MAIN']));
  });

  it('speaks English when asked, and writes figures and days the German way all the same', async () => {
    const { page } = window;
    await page.getByRole('button', { name: /^Bearbeiter/ }).click();
    await page.getByRole('menuitem', { name: 'English' }).click();
    await heading(page, 'Bills').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    await page.getByText('31.12.2026').first().waitFor();
    await page.getByRole('button', { name: /^Signed in/ }).click();
    await page.getByRole('menuitem', { name: 'Deutsch' }).click();
    await heading(page, 'Abrechnungen').waitFor();
  });

  it('tells quietly when the network goes and comes', async () => {
    const { page } = window;
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    await page.getByText(/^Offline seit/).waitFor();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await page.getByText('Verbunden').waitFor();
  });

  it('U3 – opens the rows behind every number of the start page', async () => {
    const { page } = window;
    const opens = async (link: RegExp, title: string): Promise<void> => {
      await goTo(page, 'Start');
      await page.getByRole('main').getByRole('button', { name: link }).first().click();
      await heading(page, title).waitFor();
    };
    await opens(/^\d+ Liegenschaft/, 'Liegenschaften');
    await opens(/^\d+ Nutzeinheiten/, 'Nutzeinheiten');
    await opens(/^\d+ Personen/, 'Personen');
    await opens(/laufende Mietverhältnisse$/, 'Mietverhältnisse');
    expect(await page.getByLabel('Filter für Status').inputValue()).toBe('=läuft');
    await opens(/^Letzter Abruf/, 'Datenabruf');
    await opens(/Noch keine Sicherung/, 'Einstellungen');
    await opens(/^Stadtpark Suites$/, 'Abrechnungen');
  });
});
