/** The window as a user sees it: the doors every browser test goes through. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { startHost, type Host, type HostOptions } from '../../host/start-host.ts';

/** Long enough for any rule, and nobody's. */
export const PASSPHRASE = 'Wiese Klammer Dachs Pergament Otter Rhabarber';

/** How long a window may take until a test can begin; vitest gives hooks only ten seconds. */
export const READY_WITHIN_MS = 150_000;

export interface OfficeWindow {
  readonly host: Host;
  readonly page: Page;
}

/** The window before its first start. */
export async function openWindow(options: HostOptions = {}): Promise<OfficeWindow> {
  const host = await startHost(options);
  host.page.setDefaultTimeout(20_000);
  await host.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  return { host, page: host.page };
}

/** Goes through the first start as a user does: names, passphrase, sheet with two groups, first backup. */
export async function beginOffice({ host, page }: OfficeWindow): Promise<void> {
  await page.getByRole('button', { name: /Neu beginnen/ }).click();
  await page.getByLabel('Name Ihres Büros').fill('Messdienst Ilmtal GmbH');
  await page.getByLabel('Ihr Name').fill('Shivani Rao');
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.getByLabel('Passphrase wiederholen').fill(PASSPHRASE);
  await page.getByRole('button', { name: 'Büro einrichten' }).click();
  await proveRecoverySheet({ host, page });
  await writeFirstBackup({ host, page });
  await heading(page, 'Start').waitFor();
}

/** Saves the recovery sheet and types the two groups the window asks for. */
export async function proveRecoverySheet({ host, page }: OfficeWindow): Promise<void> {
  const sheet = path.join(host.folder, 'wiederherstellungsblatt.pdf');
  host.desktop.answers.push(sheet);
  await page.getByRole('button', { name: 'Blatt als PDF speichern' }).click();
  const asked = page.getByLabel(/^Gruppe \d$/);
  await asked.first().waitFor();
  const groups = groupsOf(sheet);
  for (const field of await asked.all()) {
    const name = await field.evaluate((input: HTMLInputElement) => input.labels?.[0]?.textContent ?? '');
    await field.fill(groups.get(name.replace(/\D/g, '')) ?? '');
  }
  await page.getByRole('button', { name: 'Gruppen prüfen' }).click();
}

/** The groups of the code on a sheet, by their number. */
export function groupsOf(sheet: string): ReadonlyMap<string, string> {
  const text = execFileSync('pdftotext', ['-layout', sheet, '-'], { encoding: 'utf8' });
  return new Map(
    [...text.matchAll(/\b(\d)\s{2,}([0-9A-Z]{4})\b/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

export async function writeFirstBackup({ host, page }: OfficeWindow): Promise<void> {
  const folder = path.join(host.folder, 'sicherungen');
  mkdirSync(folder, { recursive: true });
  host.desktop.answers.push(folder);
  await page.getByRole('button', { name: 'Ordner wählen' }).click();
  await page.getByRole('button', { name: 'Erste Sicherung schreiben' }).click();
  await page.getByText('Die erste Sicherung ist geschrieben und zurückgelesen.').waitFor();
}

/** Opens the demo from the first page, waits until its telegrams are in, and returns the passphrase it showed. */
export async function openDemo({ page }: OfficeWindow): Promise<string> {
  await page.getByRole('button', { name: /Demo ansehen/ }).click();
  const shown = page.locator('.shown-passphrase').filter({ hasText: ' ' });
  const passphrase = (await shown.textContent()) ?? '';
  await page.getByRole('button', { name: 'Demo öffnen' }).click();
  await heading(page, 'Start').waitFor({ timeout: 90_000 });
  return passphrase;
}

/** Drafts the bill of the demo's property. */
export async function draftDemo({ page }: OfficeWindow): Promise<void> {
  await goTo(page, 'Abrechnungen');
  await page.getByRole('button', { name: 'Neue Abrechnung' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neue Abrechnung' });
  await dialog.getByRole('combobox').click();
  await page.getByRole('option', { name: 'Stadtpark Suites' }).click();
  await dialog.getByText('Bereit?').waitFor();
  await dialog.getByRole('button', { name: 'Entwurf rechnen' }).click();
  await page.getByRole('tab', { name: /^Rechnungen/ }).waitFor({ timeout: 60_000 });
}

/** Follows a link of the sidebar. */
export async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name, exact: true }).click();
  await heading(page, name).waitFor();
}

export function heading(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

/** What the focus is on, in words. */
export async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
}
