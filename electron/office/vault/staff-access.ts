/** Who may open the vault: an access for every employee with a passphrase of his own. */
import { succeed, type Result } from '#shared/model/result.ts';
import { changeVaultFile } from './change-vault.ts';
import type { DeviceSecretStore } from './device-secret.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';
import { systemFiles, type Files } from './files.ts';
import { STANDARD_KDF, type KdfParameters } from './key-derivation.ts';
import { unwrapForStaff, wrapForStaff, type StaffMember } from './master-key.ts';
import { checkPassphrase } from './passphrase-policy.ts';
import { systemRandom, wipe, type RandomSource } from './secret-bytes.ts';
import type { UnlockedVault } from './unlocked-vault.ts';
import type { StaffAccess } from './vault-file.ts';

/** What changing accesses needs besides the open vault. */
export interface AccessTools {
  readonly deviceSecrets: DeviceSecretStore;
  readonly random?: RandomSource;
  readonly kdf?: KdfParameters;
  readonly files?: Files;
}

async function wrapAccess(
  vault: UnlockedVault,
  staff: StaffMember,
  passphrase: Buffer,
  tools: AccessTools,
): Promise<Result<StaffAccess, VaultFailure>> {
  const acceptable = checkPassphrase(passphrase);
  if (!acceptable.ok) return acceptable;
  const deviceSecret = await tools.deviceSecrets.load(vault.vaultId);
  if (!deviceSecret.ok) return deviceSecret;
  const secrets = { passphrase, deviceSecret: deviceSecret.value };
  const { kdf = STANDARD_KDF, random = systemRandom } = tools;
  const access = await wrapForStaff(vault, vault.masterKey, staff, secrets, kdf, random);
  wipe(deviceSecret.value);
  return succeed(access);
}

/** Lets another employee in. `STAFF_EXISTS` when he has an access already. */
export async function addStaffAccess(
  vault: UnlockedVault,
  staff: StaffMember,
  passphrase: Buffer,
  tools: AccessTools,
): Promise<Result<void, VaultFailure>> {
  if (vault.content.staff.some(({ id }) => id === staff.id)) return vaultFailure('STAFF_EXISTS');
  const access = await wrapAccess(vault, staff, passphrase, tools);
  if (!access.ok) return access;
  return changeVaultFile(vault, tools.files ?? systemFiles, (content) => ({
    ...content,
    staff: [...content.staff, access.value],
  }));
}

/**
 * Ends an access. Whoever kept a copy of the old file, his passphrase and this device's secret can still read old
 * copies of the database: only a new master key ends that.
 */
export function revokeStaffAccess(
  vault: UnlockedVault,
  staffId: string,
  files: Files = systemFiles,
): Result<void, VaultFailure> {
  const remaining = vault.content.staff.filter(({ id }) => id !== staffId);
  if (remaining.length === vault.content.staff.length) return vaultFailure('STAFF_UNKNOWN');
  if (remaining.length === 0) return vaultFailure('STAFF_LAST');
  return changeVaultFile(vault, files, (content) => ({ ...content, staff: remaining }));
}

/**
 * Gives the signed-in employee a new passphrase; the old one is asked again, so that an unattended desk is not enough.
 * Only the wrap changes: the data need not be touched.
 */
export async function changePassphrase(
  vault: UnlockedVault,
  passphrases: { readonly old: Buffer; readonly new: Buffer },
  tools: AccessTools,
): Promise<Result<void, VaultFailure>> {
  const isRight = await isPassphraseOf(vault, passphrases.old, tools.deviceSecrets);
  if (!isRight.ok) return isRight;
  if (!isRight.value) return vaultFailure('PASSPHRASE_WRONG');
  const access = await wrapAccess(vault, vault.staff, passphrases.new, tools);
  if (!access.ok) return access;
  return changeVaultFile(vault, tools.files ?? systemFiles, (content) => ({
    ...content,
    staff: content.staff.map((former) => (former.id === vault.staff.id ? access.value : former)),
  }));
}

/** Whether a passphrase is the signed-in employee's: for showing a key, finalising a bill and the like. */
export async function isPassphraseOf(
  vault: UnlockedVault,
  passphrase: Buffer,
  deviceSecrets: DeviceSecretStore,
): Promise<Result<boolean, VaultFailure>> {
  const access = vault.content.staff.find(({ id }) => id === vault.staff.id);
  if (access === undefined) return vaultFailure('STAFF_UNKNOWN');
  const deviceSecret = await deviceSecrets.load(vault.vaultId);
  if (!deviceSecret.ok) return deviceSecret;
  const masterKey = await unwrapForStaff(vault, access, { passphrase, deviceSecret: deviceSecret.value });
  wipe(deviceSecret.value);
  if (masterKey === null) return succeed(false);
  wipe(masterKey);
  return succeed(true);
}
