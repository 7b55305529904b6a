import { describe, expect, it } from 'vitest';
import { listSignIns, openVault } from '#office/vault/open-vault.ts';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import {
  NOW,
  STAFF,
  codeOf,
  passphrase,
  temporaryFolder,
  valueOf,
  vaultFixture,
} from '../../../../support/office-folder.ts';

describe('opening a vault', () => {
  it('gives the same keys as at creation', async () => {
    const { folder, deviceSecrets, vault } = await vaultFixture();
    const opened = valueOf(await openVault({ folder, passphrase: passphrase(), deviceSecrets }));
    expect(opened.databaseKey).toEqual(vault.databaseKey);
    expect(opened.auditKey).toEqual(vault.auditKey);
    expect(opened.backupKey).toEqual(vault.backupKey);
    expect(opened.staff).toEqual(STAFF);
    opened.lock();
  });

  it('needs the right passphrase', async () => {
    const { folder, deviceSecrets } = await vaultFixture();
    const wrong = await openVault({
      folder,
      passphrase: passphrase('vier Maler streichen das Haus'),
      deviceSecrets,
    });
    expect(codeOf(wrong)).toBe('PASSPHRASE_WRONG');
  });

  it('needs this device: neither another secret nor none will do', async () => {
    const { folder, deviceSecrets, vault } = await vaultFixture();
    const elsewhere = new FileDeviceSecretStore(temporaryFolder());
    const request = { folder, passphrase: passphrase(), deviceSecrets: elsewhere };
    expect(codeOf(await openVault(request))).toBe('DEVICE_SECRET_MISSING');
    await elsewhere.save(vault.vaultId, Buffer.alloc(32));
    expect(codeOf(await openVault(request))).toBe('PASSPHRASE_WRONG');
    expect((await openVault({ ...request, deviceSecrets, clock: () => NOW })).ok).toBe(true);
  });

  it('passes on that the keychain cannot be asked', async () => {
    const { folder } = await vaultFixture();
    const unavailable = {
      load: async () => ({ ok: false, error: { code: 'DEVICE_SECRET_UNAVAILABLE', message: '' } }) as const,
      save: async () => ({ ok: true, value: undefined }) as const,
    };
    const opened = await openVault({ folder, passphrase: passphrase(), deviceSecrets: unavailable });
    expect(codeOf(opened)).toBe('DEVICE_SECRET_UNAVAILABLE');
  });

  it('makes wrong passphrases wait, and forgets them after the right one', async () => {
    const { folder, deviceSecrets } = await vaultFixture();
    let now = NOW.getTime();
    const open = (text?: string) =>
      openVault({ folder, passphrase: passphrase(text), deviceSecrets, clock: () => new Date(now) });
    for (let i = 0; i < 3; i += 1)
      expect(codeOf(await open('ganz und gar daneben'))).toBe('PASSPHRASE_WRONG');
    const refused = await open();
    expect(codeOf(refused)).toBe('VAULT_WAIT');
    expect(refused.ok ? '' : refused.error.message).toContain('5 Sekunden');
    now += 5_000;
    valueOf(await open()).lock();
    expect(codeOf(await open('ganz und gar daneben'))).toBe('PASSPHRASE_WRONG');
    valueOf(await open()).lock();
  });

  it('says who may sign in, and knows nobody else', async () => {
    const { folder, deviceSecrets } = await vaultFixture();
    expect(valueOf(listSignIns(folder))).toEqual([{ id: 'rr', initials: 'RR' }]);
    const request = { folder, passphrase: passphrase(), deviceSecrets, staffId: 'nobody' };
    expect(codeOf(await openVault(request))).toBe('STAFF_UNKNOWN');
  });

  it('finds no vault in an empty folder', async () => {
    const folder = temporaryFolder();
    const deviceSecrets = new FileDeviceSecretStore(folder);
    expect(codeOf(await openVault({ folder, passphrase: passphrase(), deviceSecrets }))).toBe(
      'VAULT_MISSING',
    );
    expect(codeOf(listSignIns(folder))).toBe('VAULT_MISSING');
  });
});
