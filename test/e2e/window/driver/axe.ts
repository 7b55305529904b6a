/** What axe-core finds on the page as it is, overlays included. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** One line a finding: the rule, and the first elements that break it. `without` names rules the look makes moot. */
export async function accessibilityFaults(page: Page, without: readonly string[] = []): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(RULES)
    .disableRules([...without, ...((await showsListOfField(page)) ? ['region'] : [])])
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ html }) => html.slice(0, 160))
        .join(' | ')}`,
  );
}

/** The list under a field is reached through the field, which names it; it is no part of the page's regions. */
async function showsListOfField(page: Page): Promise<boolean> {
  return (await page.locator('[role=combobox][aria-expanded=true]').count()) > 0;
}
