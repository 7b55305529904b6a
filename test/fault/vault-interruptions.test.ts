import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVault } from '#office/vault/create-vault.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { openVault } from '#office/vault/open-vault.ts';
import { issueRecoverySheet, recoverVault } from '#office/vault/recover-vault.ts';
import { changePassphrase, revokeStaffAccess, addStaffAccess } from '#office/vault/staff-access.ts';
import { FAULT_KINDS, failAtEveryCall } from '../support/failing-files.ts';
import {
  NOW,
  STAFF,
  passphrase,
  temporaryFolder,
  valueOf,
  vaultFixture,
  type VaultFixture,
} from '../support/office-folder.ts';

const NEW = 'neun Kannen stehen am Herd';
const COLLEAGUE = { id: 'sh', name: 'Shivani Rao', initials: 'SR' };

async function opensWith(
  { folder, deviceSecrets }: VaultFixture,
  text?: string,
  staffId = 'rr',
): Promise<boolean> {
  rmSync(join(folder, 'attempts.json'), { force: true });
  const opened = await openVault({ folder, staffId, passphrase: passphrase(text), deviceSecrets });
  if (opened.ok) opened.value.lock();
  return opened.ok;
}

/** A copy of the vault for each attempt, freshly opened. */
async function copyOf(original: VaultFixture): Promise<VaultFixture> {
  const folder = join(temporaryFolder(), 'office');
  cpSync(original.folder, folder, { recursive: true });
  const { deviceSecrets } = original;
  const vault = valueOf(await openVault({ folder, staffId: 'rr', passphrase: passphrase(), deviceSecrets }));
  return { ...original, folder, vault };
}

describe.each(FAULT_KINDS)('a fault of the file system (%s) at any step', (kind) => {
  it('of a change of passphrase leaves exactly the one that was reported', async () => {
    const original = await vaultFixture();
    const faults = await failAtEveryCall(kind, async (faulty, failAt) => {
      const fixture = await copyOf(original);
      const tools = { deviceSecrets: fixture.deviceSecrets, kdf: KDF_FLOOR, files: faulty.files };
      const changed = await changePassphrase(
        fixture.vault,
        { old: passphrase(), new: passphrase(NEW) },
        tools,
      );
      fixture.vault.lock();
      const [old, next] = [await opensWith(fixture), await opensWith(fixture, NEW)];
      // A crash cannot report; then it is one of the two. Otherwise what was reported holds.
      expect([failAt, old !== next]).toEqual([failAt, true]);
      if (kind !== 'forGood') expect([failAt, next]).toEqual([failAt, changed.ok]);
    });
    expect(faults).toBeGreaterThanOrEqual(kind === 'tornWrite' ? 1 : 4);
  });

  it('of creating leaves a vault that opens, or none', async () => {
    const faults = await failAtEveryCall(kind, async (faulty) => {
      const root = temporaryFolder();
      const deviceSecrets = new FileDeviceSecretStore(join(root, 'device'));
      const folder = join(root, 'office');
      const request = {
        folder,
        passphrase: passphrase(),
        staff: STAFF,
        deviceSecrets,
        clock: () => NOW,
        kdf: KDF_FLOOR,
      };
      const created = await createVault({ ...request, files: faulty.files });
      if (created.ok) created.value.vault.lock();
      const opened = await openVault({ folder, passphrase: passphrase(), deviceSecrets });
      if (opened.ok) opened.value.lock();
      else expect(opened.error.code).toBe('VAULT_MISSING');
      if (kind !== 'forGood') expect(opened.ok).toBe(created.ok);
    });
    expect(faults).toBeGreaterThanOrEqual(kind === 'tornWrite' ? 1 : 4);
  });

  it('of admitting, revoking or issuing a sheet leaves the vault open to its owner', async () => {
    const original = await vaultFixture();
    const tools = { deviceSecrets: original.deviceSecrets, kdf: KDF_FLOOR };
    valueOf(await addStaffAccess(original.vault, COLLEAGUE, passphrase(NEW), tools));
    const faults = await failAtEveryCall(kind, async (faulty) => {
      const revoking = await copyOf(original);
      const revoked = revokeStaffAccess(revoking.vault, COLLEAGUE.id, faulty.files);
      expect(await opensWith(revoking)).toBe(true);
      if (kind !== 'forGood') expect(await opensWith(revoking, NEW, COLLEAGUE.id)).toBe(!revoked.ok);
      revoking.vault.lock();
    });
    expect(faults).toBeGreaterThanOrEqual(kind === 'tornWrite' ? 1 : 4);
    await failAtEveryCall(kind, async (faulty) => {
      const issuing = await copyOf(original);
      const sheet = await issueRecoverySheet(issuing.vault, () => NOW, { ...tools, files: faulty.files });
      issuing.vault.lock();
      const recover = (code: string) =>
        recoverVault({
          ...tools,
          folder: issuing.folder,
          code,
          staffId: 'rr',
          newPassphrase: passphrase(NEW),
        });
      const byOld = await recover(original.recovery.code);
      if (byOld.ok) byOld.value.lock();
      if (kind !== 'forGood') expect(byOld.ok).toBe(!sheet.ok);
      if (sheet.ok) valueOf(await recover(sheet.value.code)).lock();
      else expect(byOld.ok || kind === 'forGood').toBe(true);
    });
  });
});
