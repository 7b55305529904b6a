import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { closeOffice, createOffice, deskOf, openOffice } from '#office/services/office-session.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import {
  NOW,
  STAFF,
  codeOf,
  passphrase,
  temporaryFolder,
  valueOf,
} from '../../../../support/office-folder.ts';

async function newOffice() {
  const root = temporaryFolder();
  const request = {
    folder: join(root, 'office'),
    passphrase: passphrase(),
    staff: STAFF,
    deviceSecrets: new FileDeviceSecretStore(join(root, 'device')),
    clock: () => NOW,
    kdf: KDF_FLOOR,
  };
  const { session, recovery } = valueOf(await createOffice(request));
  return { request, session, recovery };
}

describe('a working session', () => {
  it('begins with an empty folder and comes back with the passphrase', async () => {
    const { request, session, recovery } = await newOffice();
    expect(recovery.code).toMatch(/^\S{4}(\s\S{4})+$|^\S{4}(-\S{4})+$/);
    closeOffice(session);
    const again = valueOf(await openOffice({ ...request, passphrase: passphrase() }));
    expect(again.vault.staff).toEqual(STAFF);
    expect(deskOf(again).actor).toBe(STAFF.id);
    expect(deskOf(again, 'stichtag').actor).toBe('stichtag');
    closeOffice(again);
  });

  it('ends with the store closed and the keys gone', async () => {
    const { session } = await newOffice();
    const key = session.vault.databaseKey;
    closeOffice(session);
    expect(key.equals(Buffer.alloc(32))).toBe(true);
    expect(() => session.vault.databaseKey).toThrow('locked');
    expect(() => session.store.database.prepare('select 1')).toThrow();
  });

  it('says what is wrong and holds no key when the store does not open', async () => {
    const { request, session } = await newOffice();
    const file = session.vault.databaseFile;
    closeOffice(session);
    expect(existsSync(file)).toBe(true);
    writeFileSync(file, Buffer.alloc(8192, 7));
    expect(codeOf(await openOffice({ ...request, passphrase: passphrase() }))).toBe('STORE_KEY_WRONG');
    expect(codeOf(await openOffice({ ...request, passphrase: passphrase('falsch wie sonst nichts') }))).toBe(
      'PASSPHRASE_WRONG',
    );
  });
});
