/** A new master key: everything of the vault under it, ready to take the place of the old with one rename. */
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { KEY_BYTES } from './authenticated-cipher.ts';
import type { RecoverySheet } from './create-vault.ts';
import type { DeviceSecretStore } from './device-secret.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';
import { systemFiles, type Files } from './files.ts';
import { STANDARD_KDF, type KdfParameters } from './key-derivation.ts';
import { deriveFromMaster } from './key-tree.ts';
import { unwrapForStaff, wrapForRecovery, wrapForStaff } from './master-key.ts';
import { RECOVERY_CODE_BYTES, formatRecoveryCode } from './recovery-code.ts';
import { systemRandom, wipe, type RandomSource } from './secret-bytes.ts';
import { UnlockedVault, sealArchivedAuditKey } from './unlocked-vault.ts';
import {
  readVaultFile,
  sealVaultContent,
  writeVaultFile,
  type StaffAccess,
  type VaultFile,
} from './vault-file.ts';

export interface GenerationRequest {
  readonly vault: UnlockedVault;
  /** Passphrases by employee. Whose is missing has to be admitted anew: his wrap cannot be made without it. */
  readonly passphrases: ReadonlyMap<string, Buffer>;
  readonly deviceSecrets: DeviceSecretStore;
  readonly clock: () => Date;
  readonly random?: RandomSource;
  readonly kdf?: KdfParameters;
}

/** The next generation, in memory only. Nothing has changed yet. */
export interface NewGeneration {
  readonly vault: UnlockedVault;
  readonly file: VaultFile;
  readonly recovery: RecoverySheet;
}

async function wrapAll(
  request: GenerationRequest,
  masterKey: Buffer,
  deviceSecret: Buffer,
): Promise<Result<StaffAccess[], VaultFailure>> {
  const { vault, passphrases, random = systemRandom, kdf = STANDARD_KDF } = request;
  const identity = { vaultId: vault.vaultId, generation: vault.generation + 1 };
  const accesses: StaffAccess[] = [];
  for (const staff of vault.listStaff()) {
    const passphrase = passphrases.get(staff.id);
    const former = vault.content.staff.find(({ id }) => id === staff.id);
    if (passphrase === undefined || former === undefined) continue;
    const secrets = { passphrase, deviceSecret };
    const formerKey = await unwrapForStaff(vault, former, secrets);
    if (formerKey === null) return vaultFailure('PASSPHRASE_WRONG');
    wipe(formerKey);
    accesses.push(await wrapForStaff(identity, masterKey, staff, secrets, kdf, random));
  }
  return succeed(accesses);
}

/**
 * Prepares the next generation: a new master key under the given passphrases and a new recovery sheet, the audit keys
 * of the past sealed under it. `PASSPHRASE_WRONG` when one of them is, `STAFF_UNKNOWN` without the signed-in
 * employee's own.
 */
export async function prepareGeneration(
  request: GenerationRequest,
): Promise<Result<NewGeneration, VaultFailure>> {
  const { vault, random = systemRandom } = request;
  if (vault.closedBecause !== null) return fail(vault.closedBecause);
  if (!request.passphrases.has(vault.staff.id)) return vaultFailure('STAFF_UNKNOWN');
  const deviceSecret = await request.deviceSecrets.load(vault.vaultId);
  if (!deviceSecret.ok) return deviceSecret;
  const masterKey = random(KEY_BYTES);
  const code = random(RECOVERY_CODE_BYTES);
  const staff = await wrapAll(request, masterKey, deviceSecret.value);
  if (!staff.ok) {
    wipe(deviceSecret.value, masterKey, code);
    return staff;
  }
  const now = request.clock();
  const identity = { vaultId: vault.vaultId, generation: vault.generation + 1 };
  const secrets = { masterKey, deviceSecret: deviceSecret.value, code };
  const sealKey = deriveFromMaster(masterKey, 'vault-file/v1', vault.vaultId);
  const file = sealVaultContent(
    {
      ...vault.content,
      ...identity,
      revision: vault.content.revision + 1,
      staff: staff.value,
      recovery: wrapForRecovery(identity, secrets, now, random),
      earlierAuditKeys: Array.from(vault.auditKeys, ([generation, key]) =>
        sealArchivedAuditKey(vault.vaultId, masterKey, { generation, key }, random),
      ),
    },
    sealKey,
  );
  const recovery = { vaultId: vault.vaultId, code: formatRecoveryCode(code), issuedAt: now };
  wipe(deviceSecret.value, code, sealKey);
  const opened = UnlockedVault.unlock(vault.folder, file, masterKey, vault.staff, random);
  return opened.ok ? succeed({ vault: opened.value, file, recovery }) : opened;
}

/** Makes the next generation the valid one: a single rename. `VAULT_CHANGED` when the file was written meanwhile. */
export function commitGeneration(
  former: UnlockedVault,
  next: NewGeneration,
  files: Files = systemFiles,
): Result<void, VaultFailure> {
  const onDisk = readVaultFile(files, former.folder);
  if (!onDisk.ok) return onDisk;
  const { revision, generation } = onDisk.value;
  if (revision !== former.content.revision || generation !== former.generation)
    return vaultFailure('VAULT_CHANGED');
  return writeVaultFile(files, former.folder, next.file);
}
