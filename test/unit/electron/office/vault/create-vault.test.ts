import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createVault } from '#office/vault/create-vault.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { systemFiles } from '#office/vault/files.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import {
  NOW,
  STAFF,
  codeOf,
  passphrase,
  temporaryFolder,
  vaultFixture,
} from '../../../../support/office-folder.ts';

function requestIn(root: string) {
  return {
    folder: join(root, 'office'),
    passphrase: passphrase(),
    staff: STAFF,
    deviceSecrets: new FileDeviceSecretStore(join(root, 'device')),
    clock: () => NOW,
    kdf: KDF_FLOOR,
  };
}

describe('creating a vault', () => {
  it('leaves the vault open for its first employee and hands out the recovery sheet', async () => {
    const { vault, recovery } = await vaultFixture();
    expect(vault.staff).toEqual(STAFF);
    expect(vault.generation).toBe(1);
    expect(recovery.vaultId).toBe(vault.vaultId);
    expect(recovery.issuedAt).toEqual(NOW);
  });

  it('gives every vault keys of its own', async () => {
    const [a, b] = [await vaultFixture(), await vaultFixture()];
    expect(a.vault.databaseKey.equals(b.vault.databaseKey)).toBe(false);
    expect(a.vault.vaultId).not.toBe(b.vault.vaultId);
    expect(a.recovery.code).not.toBe(b.recovery.code);
  });

  it('never overwrites a vault, not even an unreadable one', async () => {
    const root = temporaryFolder();
    const request = requestIn(root);
    expect((await createVault(request)).ok).toBe(true);
    expect(codeOf(await createVault(request))).toBe('VAULT_EXISTS');
    writeFileSync(join(request.folder, 'vault.json'), 'scrap');
    expect(codeOf(await createVault(request))).toBe('VAULT_EXISTS');
  });

  it('refuses a weak passphrase before anything is written', async () => {
    const request = { ...requestIn(temporaryFolder()), passphrase: passphrase('Passwort') };
    expect(codeOf(await createVault(request))).toBe('PASSPHRASE_TOO_SHORT');
    expect(existsSync(request.folder)).toBe(false);
  });

  it('leaves no draft behind, and says so when it cannot write', async () => {
    const request = requestIn(temporaryFolder());
    await createVault(request);
    expect(readdirSync(request.folder)).toEqual(['vault.json']);
    const failing = {
      ...systemFiles,
      write: () => {
        throw new Error('disk full');
      },
    };
    const elsewhere = { ...requestIn(temporaryFolder()), files: failing };
    expect(codeOf(await createVault(elsewhere))).toBe('VAULT_NOT_WRITTEN');
  });
});
