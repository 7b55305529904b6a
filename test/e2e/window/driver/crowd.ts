/** An office with many people, entered by the office itself in one step: by hand it would take the test's whole time. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { dataFolderAt } from '#office/services/data-folder.ts';
import { closeOffice, createOffice, deskOf } from '#office/services/office-session.ts';
import { changeMasterData } from '#office/store/change.ts';
import { addPerson } from '#office/store/people.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import type { Host } from '../../host/start-host.ts';
import { heading, PASSPHRASE } from './office-window.ts';

/** Creates the office in the host's empty folder and leaves it locked. */
export async function foundCrowdedOffice(host: Host, names: readonly string[]): Promise<void> {
  const created = await createOffice({
    folder: dataFolderAt(host.dataFolder).office,
    passphrase: Buffer.from(PASSPHRASE, 'utf8'),
    staff: { id: 'crowd', name: 'Shivani Rao', initials: 'SR' },
    deviceSecrets: new FileDeviceSecretStore(path.join(host.folder, 'device')),
    clock: () => new Date(),
    kdf: KDF_FLOOR,
  });
  if (!created.ok) throw new Error(created.error.code);
  const { session } = created.value;
  changeMasterData(session.store, deskOf(session), { action: 'test.prepare' }, (change) => {
    for (const [index, name] of names.entries())
      addPerson(change, {
        name,
        addressLines: [`Max-Planck-Ring ${index % 97}`, '98693 Ilmenau'],
        phone: null,
        email: `mieter${index + 1}@beispiel.de`,
      });
  });
  closeOffice(session);
}

/** Loads the window anew and unlocks it. */
export async function unlock(page: Page): Promise<void> {
  await page.reload();
  await page.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await page.keyboard.press('Enter');
  await heading(page, 'Start').waitFor();
}
