import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolderAt } from '#office/services/data-folder.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { openVault } from '#office/vault/open-vault.ts';
import { addStaffAccess, revokeStaffAccess } from '#office/vault/staff-access.ts';
import { passphrase, valueOf } from '../../../../support/office-folder.ts';
import { PASSPHRASE, WindowOffice } from './window-office.ts';

let office: WindowOffice;

beforeEach(async () => {
  office = new WindowOffice();
  await office.create();
});
afterEach(() => office.stop());

/** Unlocks again as the one who created the office. */
async function unlockAgain(meanwhile: (staffId: string) => Promise<void>): Promise<void> {
  const [staff] = await office.get('staff.list', {});
  await office.get('vault.lock', {});
  await meanwhile(staff?.id ?? '');
  await office.get('vault.unlock', { staffId: staff?.id ?? '', passphrase: PASSPHRASE });
}

/** The vault of the locked office, as a session has it that is killed before it reaches the store. */
async function withVault(
  staffId: string,
  use: (
    vault: Awaited<ReturnType<typeof opened>>['vault'],
    device: FileDeviceSecretStore,
  ) => Promise<unknown>,
): Promise<void> {
  const { vault, deviceSecrets } = await opened(staffId);
  await use(vault, deviceSecrets);
  vault.lock();
}

async function opened(staffId: string) {
  const { office: folder } = dataFolderAt(path.join(office.folder, 'data'));
  const deviceSecrets = new FileDeviceSecretStore(path.join(office.folder, 'device'));
  const unlocking = { folder, staffId, passphrase: passphrase(PASSPHRASE), deviceSecrets };
  return { vault: valueOf(await openVault({ ...unlocking, clock: () => office.now })), deviceSecrets };
}

describe('unlocking', () => {
  it('records an access that was given or revoked without reaching the store', async () => {
    const colleague = { id: 'bb', name: 'Bert Birke', initials: 'BB' };
    await unlockAgain((staffId) =>
      withVault(staffId, (vault, deviceSecrets) =>
        addStaffAccess(vault, colleague, passphrase('Dohle Esel Falke Gans'), {
          deviceSecrets,
          kdf: KDF_FLOOR,
        }),
      ),
    );
    expect(await office.get('staff.list', {})).toMatchObject([{}, { initials: 'BB', hasAccess: true }]);
    await unlockAgain((staffId) => withVault(staffId, async (vault) => revokeStaffAccess(vault, 'bb')));
    expect(await office.get('staff.list', {})).toMatchObject([{}, { initials: 'BB', hasAccess: false }]);
    const { entries } = await office.get('audit.list', { limit: 2 });
    expect(entries.map(({ initials, reason }) => [initials, reason])).toEqual([
      ['AA', 'Nach einer Unterbrechung nachgetragen.'],
      ['AA', 'Nach einer Unterbrechung nachgetragen.'],
    ]);
  });

  it('writes nothing into the audit when nothing was left undone', async () => {
    const { total } = await office.get('audit.list', { limit: 1 });
    await unlockAgain(async () => {});
    expect(await office.get('audit.list', { limit: 1 })).toMatchObject({ total });
  });

  it('clears away the database of an earlier master key, and no other file', async () => {
    const { office: folder } = dataFolderAt(path.join(office.folder, 'data'));
    const former = ['stichtag-0.db', 'stichtag-0.db-wal'].map((name) => path.join(folder, name));
    const other = path.join(folder, 'stichtag-0.txt');
    await unlockAgain(async () => {
      for (const file of [...former, other]) writeFileSync(file, 'alt');
    });
    expect(former.map((file) => existsSync(file))).toEqual([false, false]);
    expect(existsSync(other)).toBe(true);
  });
});
