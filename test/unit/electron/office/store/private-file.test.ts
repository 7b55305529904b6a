import { chmodSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBackup } from '#office/services/backup.ts';
import { changeMasterKey } from '#office/services/change-master-key.ts';
import { restoreBackup } from '#office/services/restore.ts';
import { openStore } from '#office/store/open.ts';
import { copyStore } from '#office/store/private-file.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { STAFF, codeOf, officeFixture, passphrase, valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture } from '../../../../support/session.ts';

/** The files below a folder that somebody else than their owner may read or write. */
function openToOthers(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => {
    const found = statSync(join(folder, name));
    return found.isFile() && (found.mode & 0o077) !== 0;
  });
}

describe.skipIf(process.platform === 'win32')('every file of an office', () => {
  let formerMask = 0;
  // The account's defaults give everything to everybody.
  beforeAll(() => (formerMask = process.umask(0)));
  afterAll(() => process.umask(formerMask));

  it('is its owner’s alone: database, log, backup, restored folder, next generation', async () => {
    const { session, backups, root, office } = await sessionFixture();
    const names = readdirSync(office.folder);
    expect(names).toEqual(expect.arrayContaining(['stichtag-1.db', 'stichtag-1.db-wal']));
    const made = valueOf(createBackup(session, backups));
    const passphrases = { passphrase: passphrase(), deviceSecrets: office.deviceSecrets };
    const request = { backup: join(backups, made.name), into: join(root, 'restored'), clock: session.clock };
    valueOf(await restoreBackup({ ...request, unlocking: passphrases }));
    const changed = await changeMasterKey({
      session,
      passphrases: new Map([[STAFF.id, passphrase()]]),
      deviceSecrets: office.deviceSecrets,
      kdf: KDF_FLOOR,
    });
    const next = valueOf(changed).session;
    expect(readdirSync(office.folder)).toContain('stichtag-2.db');
    expect(openToOthers(root)).toEqual([]);
    next.store.close();
    next.vault.lock();
  });

  it('becomes so again when it is opened', async () => {
    const { store, vault } = await officeFixture();
    store.close();
    chmodSync(store.file, 0o644);
    expect(openToOthers(dirname(store.file))).toEqual(['stichtag-1.db']);
    valueOf(openStore({ file: store.file, key: vault.databaseKey })).close();
    expect(openToOthers(dirname(store.file))).toEqual([]);
  });

  it('is copied over none that is there', async () => {
    const { store } = await officeFixture();
    const copy = `${store.file}.kopie`;
    valueOf(copyStore(store, copy));
    expect(() => copyStore(store, copy)).toThrow('EEXIST');
    expect(codeOf(openStore({ file: copy, key: Buffer.alloc(32, 9) }))).toBe('STORE_KEY_WRONG');
  });
});
