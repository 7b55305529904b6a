import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openOffice } from '#office/services/office-session.ts';
import { restoreBackup } from '#office/services/restore.ts';
import { NEWEST_VERSION, schemaVersionOf } from '#office/store/migrations.ts';
import { openKeysOfMeter } from '#office/store/keys.ts';
import { listPersons } from '#office/store/people.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { NOW, passphrase, temporaryFolder, valueOf } from '../support/office-folder.ts';
import { LANDLORD, METER_ADDRESS, METER_KEY, TENANT } from '../support/small-house.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/store/version-1.sicherung');
const RECOVERY_CODE = '8V3W-QAMP-AZTF-4RJC-7Y3S-KQ85-J55H-SRG9-29P8';
const NEW = 'neun Kannen stehen am Herd';

describe('a backup of the first schema', () => {
  it("is restored and brought up to date by today's program", async () => {
    const root = temporaryFolder();
    const into = join(root, 'restored');
    const deviceSecrets = new FileDeviceSecretStore(join(root, 'device'));
    const unlocking = { code: RECOVERY_CODE, newPassphrase: passphrase(NEW), deviceSecrets, kdf: KDF_FLOOR };
    const report = valueOf(await restoreBackup({ backup: FIXTURE, into, unlocking, clock: () => NOW }));
    expect(report.manifest.schemaVersion).toBe(1);
    const { store, vault } = valueOf(
      await openOffice({ folder: into, passphrase: passphrase(NEW), deviceSecrets }),
    );
    expect(schemaVersionOf(store.database)).toBe(NEWEST_VERSION);
    expect(NEWEST_VERSION).toBeGreaterThan(1);
    expect(listPersons(store, vault).map(({ name }) => name)).toEqual([LANDLORD.name, TENANT.name]);
    expect(valueOf(openKeysOfMeter(store, vault, METER_ADDRESS)).map(({ key }) => key)).toEqual([METER_KEY]);
    store.close();
    vault.lock();
  });
});
