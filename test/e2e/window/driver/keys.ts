/** The window without a mouse: key presses only, and at every stop the proof that the focus can be seen. */
import type { Page } from 'playwright-core';

/** More stops than any page has before its focus comes round again. */
const MOST_STOPS = 120;

/** What the focus is on: its role and spoken name, and what is wrong with how it shows. */
export interface Focus {
  readonly role: string;
  readonly name: string;
  readonly faults: readonly string[];
}

/** Goes on by Tab until something of that role and name has the focus. Throws with all stops when nothing has. */
export async function tabTo(page: Page, role: string, name: string | RegExp, key = 'Tab'): Promise<void> {
  const stops: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const focus = await focusOf(page);
    if (focus.role === role && isNamed(focus.name, name)) return mustShow(focus);
    if (focus.role !== 'none') mustShow(focus);
    stops.push(`${focus.role} „${focus.name}“`);
    await page.keyboard.press(key);
  }
  throw new Error(`no way by ${key} to ${role} ${String(name)}; stops: ${[...new Set(stops)].join(', ')}`);
}

/** Goes to something by Tab and presses it. */
export async function pressOn(page: Page, role: string, name: string | RegExp): Promise<void> {
  await tabTo(page, role, name);
  await page.keyboard.press('Enter');
}

/** Goes to a field by Tab and types into it, in place of what stands there. */
export async function typeInto(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, 'textbox', name);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** Goes to a choice by Tab, looks for an option by typing and takes the first. */
export async function choose(page: Page, name: string | RegExp, text: string): Promise<void> {
  await tabTo(page, 'combobox', name);
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('option').first().waitFor({ state: 'detached' });
}

/** Goes to a short list by Tab, opens it and takes what begins with the words. */
export async function select(page: Page, name: string | RegExp, words: string): Promise<void> {
  await pressOn(page, 'button', name);
  await page.getByRole('listbox').waitFor();
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'detached' });
}

/** Runs a command of the menu of the row the focus is in. */
export async function runOnFocus(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menuitem', { name: command });
  await item.waitFor();
  await tabTo(page, 'menuitem', command, 'ArrowDown');
  await page.keyboard.press('Enter');
  await item.waitFor({ state: 'detached' });
}

/** Runs what Ctrl+K finds first. */
export async function find(page: Page, words: string, found: string | RegExp): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type(words);
  await page.getByRole('menuitem', { name: found }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Suchen oder Befehl' }).waitFor({ state: 'detached' });
}

/**
 * Goes once round the page by Tab and names the controls that were not reached. Inside a grid, a row of tabs or a choice
 * the arrow keys go on; the arrow of a choice and the calendar of a day open by their field's own keys. None of them
 * needs a stop.
 */
export async function unreachable(page: Page): Promise<string[]> {
  const reached = await page.evaluateHandle(() => new Set<Element>());
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    mustShow(await focusOf(page));
    const isRoundDone = await page.evaluate((seen) => {
      const element = document.activeElement ?? document.body;
      if (seen.has(element)) return true;
      seen.add(element);
      return false;
    }, reached);
    if (isRoundDone) break;
  }
  const missed = await page.evaluate((seen) => {
    const controls = 'a[href], button, input, select, textarea, [tabindex], [role=button]';
    const composites = '[role=grid], [role=tablist], [role=radiogroup], [role=listbox], [role=menu]';
    return [...document.querySelectorAll<HTMLElement>(controls)]
      .filter(
        (control) => control.checkVisibility({ visibilityProperty: true }) && !control.matches(':disabled'),
      )
      .filter((control) => !seen.has(control) && control.closest(composites) === null)
      .filter(
        (control) => !control.matches('main, .input-with-button > [tabindex="-1"], [aria-hidden="true"] *'),
      )
      .map((control) => `${control.tagName} ${control.ariaLabel ?? control.textContent.trim()}`);
  }, reached);
  await reached.dispose();
  return missed;
}

function isNamed(name: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}

function mustShow({ role, name, faults }: Focus): void {
  if (faults.length > 0) throw new Error(`the focus on ${role} „${name}“ is ${faults.join(' and ')}`);
}

/** What has the focus, and whether it shows: an outline of 2 px, in sight, with nothing above it (WCAG 2.4.7, 2.4.11). */
export async function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body)
      return { role: 'none', name: '', faults: [] };
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    const shown = active ?? element;
    const isBox = element instanceof HTMLInputElement && ['checkbox', 'radio'].includes(element.type);
    const implied: Record<string, string> = {
      BUTTON: 'button',
      SUMMARY: 'button',
      A: 'link',
      MAIN: 'main',
      INPUT: 'textbox',
    };
    const role =
      element.getAttribute('role') ?? (isBox ? element.type : (implied[element.tagName] ?? 'textbox'));
    // A page or a dialog takes the focus only until the first Tab; it is no control.
    if (shown.tabIndex < 0 && ['main', 'dialog'].includes(role)) return { role, name: '', faults: [] };

    const field = element as HTMLElement & { readonly labels?: NodeListOf<HTMLLabelElement> | null };
    const named = (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .flatMap((id) => document.getElementById(id) ?? []);
    const namers = named.length > 0 ? named : [...(field.labels ?? [])];
    const spoken = namers.map((label) => label.textContent).join(' ');
    const name = element.ariaLabel ?? (spoken === '' ? element.textContent : spoken);

    const outer = shown.closest<HTMLElement>('label') ?? shown;
    const isOutlined = [outer, ...outer.querySelectorAll('*')].some((carrier) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(carrier);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const box = outer.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width, 40) / 2, box.top + Math.min(box.height, 40) / 2];
    const isInSight = box.width > 0 && x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
    const above = isInSight ? document.elementFromPoint(x, y) : null;
    const isCovered = above !== null && !outer.contains(above) && !above.contains(outer);
    return {
      role,
      name: name.replaceAll(/\s+/g, ' ').trim(),
      faults: [
        ...(isOutlined ? [] : ['without an outline']),
        ...(isInSight ? [] : ['out of sight']),
        ...(isCovered ? [`covered by ${above.className}`] : []),
      ],
    };
  });
}
