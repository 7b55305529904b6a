/** Everything that lies over a page, with the way to open it; a dialog nobody opens here is found by its file. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { OfficeClient } from '#shared/contract/office-client.ts';
import { dictionaryOf, type Dictionary } from '#shared/text/dictionary.ts';
import { paintedPicture } from './pdf.ts';

const RENDERER = path.join(import.meta.dirname, '..', '..', '..', '..', 'renderer');

export interface Overlay {
  /** The file that draws it, without its ending. */
  readonly name: string;
  /** The page under it. */
  readonly address: string;
  readonly open: (page: Page, words: Dictionary) => Promise<void>;
  /** Takes back what had to be done to open it. */
  readonly takeBack?: (page: Page) => Promise<void>;
  /** Only a bill that has come so far opens it; a draft when left out. */
  readonly billStage?: 'checked' | 'final';
}

/** What dialogs are made of; nobody opens them by themselves. */
const SHAPES = new Set(['form-dialog.tsx', 'run-step-dialog.tsx']);

/** The dialogs of all pages, by their files. */
export function dialogFiles(): string[] {
  return readdirSync(RENDERER, { recursive: true, encoding: 'utf8' })
    .map((file) => path.basename(file))
    .filter((file) => file.endsWith('-dialog.tsx') && !SHAPES.has(file))
    .map((file) => file.replace('.tsx', ''));
}

/** The words the window speaks at the moment. */
export async function wordsOf(page: Page): Promise<Dictionary> {
  return dictionaryOf((await page.evaluate(() => document.documentElement.lang)) === 'en' ? 'en' : 'de');
}

const PROPERTY = '?property=1';

const press = (keys: string) => async (page: Page) => {
  await page.keyboard.press(keys);
  await page.locator('[role=dialog], .help').first().waitFor();
};

/** Presses the button a dictionary names and waits for what it opens. */
function pressOn(name: (words: Dictionary) => string, opens = '[role=dialog]'): Overlay['open'] {
  return async (page, words) => {
    await page
      .getByRole('button', { name: name(words), exact: true })
      .first()
      .click();
    await page.locator(opens).first().waitFor();
  };
}

/** Runs a command of the first row's menu. */
function runOnRow(name: (words: Dictionary) => string): Overlay['open'] {
  return async (page, words) => {
    await openRowMenu(page);
    await page
      .getByRole('menuitem', { name: name(words) })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
  };
}

async function openRowMenu(page: Page): Promise<void> {
  await page.locator('[data-cell="0:0"]').focus();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
}

async function openTitleMenu(page: Page): Promise<void> {
  await page.locator('[data-cell="0:1"]').focus();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('menu').waitFor();
}

async function openFilter(page: Page): Promise<void> {
  await page.locator('[data-cell="0:0"]').focus();
  await page.keyboard.press('Control+f');
  await page.locator('.filter-input').first().waitFor();
}

async function failInCell(page: Page): Promise<void> {
  await page.locator('[data-cell="0:0"]').focus();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Enter');
  await page.locator('.cell-fault').waitFor();
}

async function explainFigure(page: Page): Promise<void> {
  await page.locator('[data-cell="0:0"] .table-words').click();
  await page.locator('.bill-figure').nth(2).click();
  await page.locator('.trace-step').first().waitFor();
}

async function openList(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+N');
  await page.locator('.select-button').first().click();
  await page.getByRole('listbox').waitFor();
}

async function openComboBox(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.getByRole('combobox').first().click();
  await page.getByRole('listbox').waitFor();
}

async function openCalendar(page: Page, words: Dictionary): Promise<void> {
  await page.keyboard.press('Control+n');
  await page.getByPlaceholder(words.common.datePattern).first().press('Alt+ArrowDown');
  await page.locator('.calendar').waitFor();
}

async function showToast(page: Page): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.locator('.toast').waitFor();
}

async function goOffline(page: Page, words: Dictionary): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event('offline')));
  await page.getByText(words.frame.offline('').split('.')[0]?.trim() ?? '').waitFor();
}

async function waitForDialog(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor();
}

async function markMessage(page: Page, words: Dictionary): Promise<void> {
  await page.getByRole('main').locator('button[aria-haspopup="true"]').last().click();
  await page.getByRole('menuitem', { name: words.messages.markSeen }).click();
  await waitForDialog(page);
}

async function openFirstRow(page: Page): Promise<void> {
  await page.locator('[data-cell="0:0"]').press('Enter');
  await waitForDialog(page);
}

async function showOverallStatement(page: Page, words: Dictionary): Promise<void> {
  await page.getByRole('button', { name: words.billLife.more, exact: true }).click();
  await page.getByRole('menuitem', { name: words.billLife.overallPdf }).click();
  await page.locator('.pdf-picture').first().waitFor();
  await paintedPicture(page);
}

async function showWorkOrder(page: Page, words: Dictionary): Promise<void> {
  await pressOn(({ start }) => start.workOrderAll)(page, words);
  await paintedPicture(page);
}

/** The letter follows on a change that was recorded. */
async function recordChange(page: Page, { tenantChange: words, common }: Dictionary): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByPlaceholder(common.datePattern).first().fill('15.11.2025');
  await dialog.getByText(words.nextKinds.vacancy, { exact: true }).click();
  await dialog.getByRole('button', { name: words.record, exact: true }).click();
  await page.getByRole('dialog', { name: words.letter }).waitFor();
  await paintedPicture(page);
}

async function undo(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { office } = window as unknown as { office: OfficeClient };
    const undone = await office.history.undo();
    if (!undone.ok) throw new Error(undone.error.code);
  });
}

async function correctBill(page: Page, words: Dictionary): Promise<void> {
  await page.getByRole('button', { name: words.billLife.more, exact: true }).click();
  await page.getByRole('menuitem', { name: words.billLife.correct }).click();
  await waitForDialog(page);
}

async function switchStaff(page: Page, words: Dictionary): Promise<void> {
  await page.locator('.header > button[aria-haspopup="true"]').click();
  await page.getByRole('menuitem', { name: words.frame.switchStaff }).click();
  await page.getByRole('dialog').waitFor();
}

export const OVERLAYS: readonly Overlay[] = [
  { name: 'palette', address: '/', open: press('Control+k') },
  { name: 'key-map', address: '/', open: press('?') },
  { name: 'help-panel', address: '/billing', open: press('F1') },
  {
    name: 'user-menu',
    address: '/',
    open: async (page) => {
      await page.locator('.header > button[aria-haspopup="true"]').click();
      await page.getByRole('menu').waitFor();
    },
  },
  { name: 'switch-staff', address: '/', open: switchStaff },
  { name: 'offline', address: '/', open: goOffline },
  {
    name: 'property-switcher',
    address: '/units',
    open: async (page) => {
      await page.locator('.header-gap .button').click();
      await page.getByRole('listbox').waitFor();
    },
  },
  { name: 'toast', address: '/people', open: showToast },
  { name: 'filter-row', address: '/people', open: openFilter },
  { name: 'row-menu', address: '/people', open: openRowMenu },
  { name: 'title-menu', address: '/people', open: openTitleMenu },
  {
    name: 'column-chooser',
    address: '/people',
    open: pressOn((words) => words.table.columns, '.column-list'),
  },
  { name: 'cell-fault', address: `/units${PROPERTY}`, open: failInCell },
  { name: 'select-list', address: '/properties', open: openList },
  { name: 'combo-box-list', address: `/tenancies${PROPERTY}`, open: openComboBox },
  { name: 'calendar', address: `/tenancies${PROPERTY}`, open: openCalendar },
  { name: 'property-dialog', address: '/properties', open: press('Control+n') },
  { name: 'person-dialog', address: '/people', open: press('Control+n') },
  { name: 'tenancy-dialog', address: `/tenancies${PROPERTY}`, open: press('Control+n') },
  {
    name: 'prepayments-dialog',
    address: '/tenancies',
    open: runOnRow((words) => words.tenancies.prepayments),
  },
  { name: 'unit-dialog', address: `/units${PROPERTY}`, open: press('Control+n') },
  { name: 'paste-dialog', address: `/units${PROPERTY}`, open: pressOn((words) => words.units.paste) },
  { name: 'pattern-dialog', address: `/units${PROPERTY}`, open: pressOn((words) => words.units.pattern) },
  { name: 'period-dialog', address: '/properties/1', open: pressOn((words) => words.periods.create) },
  { name: 'draft-dialog', address: '/billing', open: press('Control+n') },
  { name: 'trace', address: '/billing/1', open: explainFigure },
  { name: 'run-document-dialog', address: '/billing/1', open: showOverallStatement },
  { name: 'finding-dialog', address: '/review', open: press('F8') },
  { name: 'check-dialog', address: '/billing/1', open: pressOn((words) => words.billLife.check) },
  { name: 'source-dialog', address: '/pull', open: pressOn((words) => words.pull.change) },
  { name: 'assign-dialog', address: '/pull?tab=inbox', open: openFirstRow },
  {
    name: 'ignore-dialog',
    address: '/pull?tab=inbox',
    open: runOnRow((words) => words.pull.inbox.ignore),
  },
  { name: 'staff-dialog', address: '/settings?tab=staff', open: pressOn((words) => words.settings.addStaff) },
  {
    name: 'rights-dialog',
    address: '/settings?tab=staff',
    open: runOnRow((words) => words.settings.changeRights),
  },
  {
    name: 'change-passphrase-dialog',
    address: '/settings?tab=security',
    open: pressOn((words) => words.settings.changePassphrase),
  },
  {
    name: 'verify-backup-dialog',
    address: '/settings?tab=backup',
    open: runOnRow((words) => words.settings.backupVerify),
  },
  {
    name: 'new-sheet-dialog',
    address: '/settings?tab=security',
    open: pressOn((words) => words.settings.newSheet),
  },
  { name: 'work-order-dialog', address: '/', open: showWorkOrder },
  { name: 'mark-dialog', address: '/', open: markMessage },
  { name: 'tenant-change-dialog', address: '/units/1?change=1', open: waitForDialog },
  { name: 'letter-dialog', address: '/units/1?change=1', open: recordChange, takeBack: undo },
  { name: 'gateway-dialog', address: '/gateways', open: press('Control+n') },
  { name: 'install-dialog', address: `/meters${PROPERTY}`, open: press('Control+n') },
  { name: 'reading-dialog', address: '/meters', open: runOnRow((words) => words.meters.addReading) },
  { name: 'exchange-dialog', address: '/meters', open: runOnRow((words) => words.meters.exchange) },
  {
    name: 'unplaced-dialog',
    address: `/meters${PROPERTY}`,
    open: pressOn((words) => words.unplaced.open(1)),
  },
  { name: 'telegram-dialog', address: '/meters/1?tab=telegrams', open: openFirstRow },
  { name: 'enter-key-dialog', address: '/keys', open: press('Control+n') },
  { name: 'delivery-dialog', address: '/keys', open: pressOn((words) => words.keys.read) },
  { name: 'reveal-dialog', address: '/keys', open: runOnRow((words) => words.keys.reveal('').trim()) },
  {
    name: 'finalise-dialog',
    address: '/billing/1',
    open: pressOn((words) => words.billing.finalise),
    billStage: 'checked',
  },
  {
    name: 'dispatch-dialog',
    address: '/billing/1',
    open: pressOn((words) => words.billLife.dispatch),
    billStage: 'final',
  },
  { name: 'reason-dialog', address: '/billing/1', open: correctBill, billStage: 'final' },
];
