/** The recovery sheet at work: opening a vault without passphrase and device, and issuing a new sheet. */
import { succeed, type Result } from '#shared/model/result.ts';
import { changeVaultFile } from './change-vault.ts';
import type { RecoverySheet } from './create-vault.ts';
import type { DeviceSecretStore } from './device-secret.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';
import { systemFiles, type Files } from './files.ts';
import { STANDARD_KDF, type KdfParameters } from './key-derivation.ts';
import { staffOf, unwrapForRecovery, wrapForRecovery, wrapForStaff } from './master-key.ts';
import { checkPassphrase } from './passphrase-policy.ts';
import { RECOVERY_CODE_BYTES, formatRecoveryCode, parseRecoveryCode } from './recovery-code.ts';
import { systemRandom, wipe, type RandomSource } from './secret-bytes.ts';
import type { AccessTools } from './staff-access.ts';
import { UnlockedVault } from './unlocked-vault.ts';
import { accessIn, readVaultFile } from './vault-file.ts';

export interface RecoveryRequest {
  readonly folder: string;
  /** As typed from the sheet. */
  readonly code: string;
  /** Whose passphrase is forgotten; may be left out while there is only one employee. */
  readonly staffId?: string;
  readonly newPassphrase: Buffer;
  /** Where the device secret goes: on a new device it is put there, so that everybody's passphrase works again. */
  readonly deviceSecrets: DeviceSecretStore;
  readonly random?: RandomSource;
  readonly kdf?: KdfParameters;
  readonly files?: Files;
}

/**
 * Opens the vault by the code of the recovery sheet, gives one employee a new passphrase and brings the device secret
 * to this device. The sheet stays valid; issue a new one when it may have been seen.
 */
export async function recoverVault(request: RecoveryRequest): Promise<Result<UnlockedVault, VaultFailure>> {
  const { folder, deviceSecrets, files = systemFiles, random = systemRandom } = request;
  const code = parseRecoveryCode(request.code);
  if (!code.ok) return vaultFailure('RECOVERY_CODE_UNREADABLE');
  const acceptable = checkPassphrase(request.newPassphrase);
  if (!acceptable.ok) return acceptable;
  const file = readVaultFile(files, folder);
  if (!file.ok) return file;
  const secrets = unwrapForRecovery(file.value, file.value.recovery, code.value);
  wipe(code.value);
  if (secrets === null) return vaultFailure('RECOVERY_CODE_WRONG');
  const former = accessIn(file.value, request.staffId);
  if (former === undefined) return vaultFailure('STAFF_UNKNOWN');
  const staff = staffOf(file.value, former, secrets.masterKey);
  if (staff === null) return vaultFailure('VAULT_CHANGED');
  const opened = UnlockedVault.unlock(folder, file.value, secrets.masterKey, staff, random);
  if (!opened.ok) return opened;

  const saved = await deviceSecrets.save(file.value.vaultId, secrets.deviceSecret);
  const access = await wrapForStaff(
    file.value,
    secrets.masterKey,
    staff,
    { passphrase: request.newPassphrase, deviceSecret: secrets.deviceSecret },
    request.kdf ?? STANDARD_KDF,
    random,
  );
  wipe(secrets.deviceSecret);
  const written = saved.ok
    ? changeVaultFile(opened.value, files, (content) => ({
        ...content,
        staff: content.staff.map((other) => (other.id === staff.id ? access : other)),
      }))
    : saved;
  if (written.ok) return opened;
  opened.value.lock();
  return written;
}

/** Makes a new recovery sheet; from then on the old one opens nothing but older copies of the folder. */
export async function issueRecoverySheet(
  vault: UnlockedVault,
  clock: () => Date,
  tools: Omit<AccessTools, 'kdf'>,
): Promise<Result<RecoverySheet, VaultFailure>> {
  const { random = systemRandom, files = systemFiles } = tools;
  const deviceSecret = await tools.deviceSecrets.load(vault.vaultId);
  if (!deviceSecret.ok) return deviceSecret;
  const code = random(RECOVERY_CODE_BYTES);
  const issuedAt = clock();
  const secrets = { masterKey: vault.masterKey, deviceSecret: deviceSecret.value, code };
  const recovery = wrapForRecovery(vault, secrets, issuedAt, random);
  const sheet = { vaultId: vault.vaultId, code: formatRecoveryCode(code), issuedAt };
  wipe(deviceSecret.value, code);
  const written = changeVaultFile(vault, files, (content) => ({ ...content, recovery }));
  return written.ok ? succeed(sheet) : written;
}
