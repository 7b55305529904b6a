import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FileDeviceSecretStore } from '#office/vault/device-secret.ts';
import { KDF_FLOOR } from '#office/vault/key-derivation.ts';
import { openVault } from '#office/vault/open-vault.ts';
import { issueRecoverySheet, recoverVault } from '#office/vault/recover-vault.ts';
import { addStaffAccess } from '#office/vault/staff-access.ts';
import {
  NOW,
  codeOf,
  passphrase,
  temporaryFolder,
  valueOf,
  vaultFixture,
  type VaultFixture,
} from '../../../../support/office-folder.ts';

const NEW = 'neun Kannen stehen am Herd';
const SHIVANI = { id: 'sh', name: 'Shivani Rao', initials: 'SR' };

function recover(
  fixture: VaultFixture,
  code: string,
  deviceSecrets = fixture.deviceSecrets,
  staffId?: string,
) {
  return recoverVault({
    folder: fixture.folder,
    code,
    newPassphrase: passphrase(NEW),
    deviceSecrets,
    kdf: KDF_FLOOR,
    ...(staffId === undefined ? {} : { staffId }),
  });
}

describe('the recovery sheet', () => {
  it('opens the vault without the old passphrase and without the old device', async () => {
    const fixture = await vaultFixture();
    const newDevice = new FileDeviceSecretStore(join(temporaryFolder(), 'device'));
    const recovered = valueOf(await recover(fixture, fixture.recovery.code.toLowerCase(), newDevice));
    expect(recovered.databaseKey).toEqual(fixture.vault.databaseKey);
    recovered.lock();
    const opened = await openVault({
      folder: fixture.folder,
      passphrase: passphrase(NEW),
      deviceSecrets: newDevice,
    });
    valueOf(opened).lock();
  });

  it("brings everybody else's passphrase to the new device", async () => {
    const fixture = await vaultFixture();
    const tools = { deviceSecrets: fixture.deviceSecrets, kdf: KDF_FLOOR };
    valueOf(await addStaffAccess(fixture.vault, SHIVANI, passphrase('sieben Äpfel liegen im Gras'), tools));
    const newDevice = new FileDeviceSecretStore(join(temporaryFolder(), 'device'));
    expect(codeOf(await recover(fixture, fixture.recovery.code, newDevice))).toBe('STAFF_UNKNOWN');
    valueOf(await recover(fixture, fixture.recovery.code, newDevice, 'rr')).lock();
    const hers = await openVault({
      folder: fixture.folder,
      staffId: 'sh',
      passphrase: passphrase('sieben Äpfel liegen im Gras'),
      deviceSecrets: newDevice,
    });
    valueOf(hers).lock();
  });

  it('tells a slip of the pen from the sheet of another vault', async () => {
    const [fixture, other] = [await vaultFixture(), await vaultFixture()];
    const slipped = fixture.recovery.code.replace(/^./, (sign) => (sign === '7' ? '8' : '7'));
    expect(codeOf(await recover(fixture, slipped))).toBe('RECOVERY_CODE_UNREADABLE');
    expect(codeOf(await recover(fixture, other.recovery.code))).toBe('RECOVERY_CODE_WRONG');
  });

  it('is void once a new one was issued', async () => {
    const fixture = await vaultFixture();
    const sheet = valueOf(await issueRecoverySheet(fixture.vault, () => NOW, fixture));
    expect(sheet.code).not.toBe(fixture.recovery.code);
    expect(codeOf(await recover(fixture, fixture.recovery.code))).toBe('RECOVERY_CODE_WRONG');
    valueOf(await recover(fixture, sheet.code)).lock();
  });

  it('leaves everything as it was when the new passphrase is refused or the keychain is missing', async () => {
    const fixture = await vaultFixture();
    const refused = await recoverVault({
      folder: fixture.folder,
      code: fixture.recovery.code,
      newPassphrase: passphrase('kurz'),
      deviceSecrets: fixture.deviceSecrets,
    });
    expect(codeOf(refused)).toBe('PASSPHRASE_TOO_SHORT');
    const missing = {
      load: async () => ({ ok: false, error: { code: 'DEVICE_SECRET_UNAVAILABLE', message: '' } }) as const,
      save: async () => ({ ok: false, error: { code: 'DEVICE_SECRET_UNAVAILABLE', message: '' } }) as const,
    };
    const withoutKeychain = await recoverVault({
      folder: fixture.folder,
      code: fixture.recovery.code,
      newPassphrase: passphrase(NEW),
      deviceSecrets: missing,
      kdf: KDF_FLOOR,
    });
    expect(codeOf(withoutKeychain)).toBe('DEVICE_SECRET_UNAVAILABLE');
    const { folder, deviceSecrets } = fixture;
    valueOf(await openVault({ folder, passphrase: passphrase(), deviceSecrets })).lock();
  });
});
