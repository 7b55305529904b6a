import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { historyPage } from '#office/services/audit-history.ts';
import { changeMasterKey, removeFormerDatabases } from '#office/services/change-master-key.ts';
import { openOffice } from '#office/services/office-session.ts';
import { checkAudit } from '#office/store/audit.ts';
import { openKeysOfMeter } from '#office/store/keys.ts';
import { openStore } from '#office/store/open.ts';
import { listPersons } from '#office/store/people.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { recoverVault } from '#office/vault/recover-vault.ts';
import { addStaffAccess } from '#office/vault/staff-access.ts';
import { STAFF, codeOf, passphrase, valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture, type SessionFixture } from '../../../../support/session.ts';
import { METER_ADDRESS, METER_KEY } from '../../../../support/small-house.ts';

const COLLEAGUE = { id: 'sh', name: 'Shivani Rao', initials: 'SR' };
const HER_PASSPHRASE = 'sieben Äpfel liegen im Gras';

function change(
  { session, office }: SessionFixture,
  passphrases: [string, string | undefined][] = [[STAFF.id, undefined]],
) {
  return changeMasterKey({
    session,
    passphrases: new Map(passphrases.map(([id, text]) => [id, passphrase(text)])),
    deviceSecrets: office.deviceSecrets,
    kdf: KDF_FLOOR,
  });
}

describe('changing the master key', () => {
  it('puts everything under new keys and loses nothing', async () => {
    const fixture = await sessionFixture();
    const { folder, deviceSecrets } = fixture.office;
    const oldKey = Buffer.from(fixture.session.vault.databaseKey);
    const { session } = valueOf(await change(fixture));
    expect(fixture.session.vault.isLocked).toBe(true);
    expect(session.vault.generation).toBe(2);
    expect(session.vault.databaseKey.equals(oldKey)).toBe(false);
    expect(
      readdirSync(folder)
        .filter((name) => !/-(wal|shm)$/.test(name))
        .toSorted(),
    ).toEqual(['stichtag-2.db', 'vault.json']);
    expect(codeOf(openStore({ file: session.store.file, key: oldKey }))).toBe('STORE_KEY_WRONG');
    session.store.close();
    session.vault.lock();

    const reopened = valueOf(await openOffice({ folder, passphrase: passphrase(), deviceSecrets }));
    expect(listPersons(reopened.store, reopened.vault)).toHaveLength(2);
    expect(valueOf(openKeysOfMeter(reopened.store, reopened.vault, METER_ADDRESS))[0]?.key).toEqual(
      METER_KEY,
    );
    expect(checkAudit(reopened.store, reopened.vault.auditKeys).ok).toBe(true);
    expect(historyPage(reopened, 1)[0]).toMatchObject({ title: 'Hauptschlüssel gewechselt' });
    reopened.store.close();
    reopened.vault.lock();
  });

  it('can be done again and again: the audit of every generation still holds', async () => {
    const fixture = await sessionFixture();
    const first = valueOf(await change(fixture)).session;
    const second = valueOf(await change({ ...fixture, session: first })).session;
    expect(second.vault.generation).toBe(3);
    expect(new Set(second.vault.auditKeys.keys())).toEqual(new Set([1, 2, 3]));
    expect(checkAudit(second.store, second.vault.auditKeys).ok).toBe(true);
    second.store.close();
    second.vault.lock();
  });

  it('voids the old recovery sheet and brings a new one', async () => {
    const fixture = await sessionFixture();
    const { session, recovery } = valueOf(await change(fixture));
    session.store.close();
    session.vault.lock();
    const recover = (code: string) =>
      recoverVault({
        folder: fixture.office.folder,
        code,
        newPassphrase: passphrase('neun Kannen stehen am Herd'),
        deviceSecrets: fixture.office.deviceSecrets,
        kdf: KDF_FLOOR,
      });
    expect(codeOf(await recover(fixture.office.recovery.code))).toBe('RECOVERY_CODE_WRONG');
    valueOf(await recover(recovery.code)).lock();
  });

  it('takes along the colleagues who typed their passphrase, and locks out the others', async () => {
    const fixture = await sessionFixture();
    const { vault, deviceSecrets } = fixture.office;
    valueOf(
      await addStaffAccess(vault, COLLEAGUE, passphrase(HER_PASSPHRASE), { deviceSecrets, kdf: KDF_FLOOR }),
    );
    const wrong = await change(fixture, [
      [STAFF.id, undefined],
      [COLLEAGUE.id, 'ganz und gar daneben'],
    ]);
    expect(codeOf(wrong)).toBe('PASSPHRASE_WRONG');
    expect(codeOf(await change(fixture, [[COLLEAGUE.id, HER_PASSPHRASE]]))).toBe('STAFF_UNKNOWN');
    const together = valueOf(
      await change(fixture, [
        [STAFF.id, undefined],
        [COLLEAGUE.id, HER_PASSPHRASE],
      ]),
    ).session;
    expect(together.vault.listStaff().map(({ name }) => name)).toEqual([STAFF.name, COLLEAGUE.name]);
    const alone = valueOf(await change({ ...fixture, session: together })).session;
    expect(alone.vault.listStaff().map(({ name }) => name)).toEqual([STAFF.name]);
    alone.store.close();
    alone.vault.lock();
  });

  it('leaves everything as it was when the vault file was written meanwhile', async () => {
    const fixture = await sessionFixture();
    const { folder, deviceSecrets } = fixture.office;
    const other = valueOf(await openOffice({ folder, passphrase: passphrase(), deviceSecrets }));
    valueOf(
      await addStaffAccess(other.vault, COLLEAGUE, passphrase(HER_PASSPHRASE), {
        deviceSecrets,
        kdf: KDF_FLOOR,
      }),
    );
    other.store.close();
    other.vault.lock();
    expect(codeOf(await change(fixture))).toBe('VAULT_CHANGED');
    expect(fixture.session.vault.isLocked).toBe(false);
    expect(listPersons(fixture.session.store, fixture.session.vault)).toHaveLength(2);
    expect(existsSync(join(folder, 'stichtag-2.db'))).toBe(false);
  });

  it('clears away what an interruption left, and only that', async () => {
    const fixture = await sessionFixture();
    const { folder } = fixture.office;
    const { session } = valueOf(await change(fixture));
    for (const name of ['stichtag-1.db', 'stichtag-1.db-wal', 'stichtag-3.db', 'notes.txt'])
      writeFileSync(join(folder, name), '');
    removeFormerDatabases(session.vault);
    expect(readdirSync(folder).filter((name) => name.includes('1.db'))).toEqual([]);
    expect(existsSync(join(folder, 'stichtag-3.db')) && existsSync(join(folder, 'notes.txt'))).toBe(true);
    session.store.close();
    session.vault.lock();
  });
});
