/** Delivery files and telegrams for the window's dialogs, and the lists they end in. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { goTo, type OfficeWindow } from './office-window.ts';

/** Lays a file out for the next dialog of the desktop. */
export function layOut({ host }: OfficeWindow, name: string, content: string | Buffer): void {
  const file = path.join(host.folder, name);
  writeFileSync(file, content);
  host.desktop.answers.push(file);
}

/** Chooses a delivery file on the page of keys; what follows is a dialog or a refusal. */
export async function chooseDelivery(
  window: OfficeWindow,
  name: string,
  content: string | Buffer,
): Promise<Locator> {
  layOut(window, name, content);
  await goTo(window.page, 'Schlüssel');
  await window.page.getByRole('button', { name: 'Lieferdatei einlesen' }).click();
  return window.page.getByRole('dialog');
}

/** Reads a file of telegrams on the page of retrieval, up to its result. */
export async function readTelegrams(window: OfficeWindow, name: string, content: string): Promise<void> {
  layOut(window, name, content);
  await goTo(window.page, 'Datenabruf');
  await window.page.getByRole('button', { name: 'Datei einlesen' }).click();
  await window.page
    .getByText(/^Abruf fertig/)
    .last()
    .waitFor();
}

/** How many devices are in each state, as the list of keys shows them. */
export async function keyStates(page: Page): Promise<Record<string, number>> {
  await goTo(page, 'Schlüssel');
  const answer = await page.evaluate(async () => {
    const { office } = window as unknown as {
      office: { keys: { list(): Promise<{ ok: boolean; value: { state: string }[] }> } };
    };
    return (await office.keys.list()).value.map(({ state }) => state);
  });
  return Object.fromEntries(
    [...Map.groupBy(answer, (state) => state)].map(([state, rows]) => [state, rows.length]),
  );
}
