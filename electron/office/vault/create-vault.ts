/** A new vault in an empty folder: master key, first employee, device secret and recovery sheet. */
import { succeed, type Result } from '#shared/model/result.ts';
import { KEY_BYTES } from './authenticated-cipher.ts';
import type { DeviceSecretStore } from './device-secret.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';
import { systemFiles, type Files } from './files.ts';
import { STANDARD_KDF, type KdfParameters } from './key-derivation.ts';
import { deriveFromMaster } from './key-tree.ts';
import { wrapForRecovery, wrapForStaff, type StaffMember } from './master-key.ts';
import { checkPassphrase } from './passphrase-policy.ts';
import { RECOVERY_CODE_BYTES, formatRecoveryCode } from './recovery-code.ts';
import { systemRandom, wipe, type RandomSource } from './secret-bytes.ts';
import { UnlockedVault } from './unlocked-vault.ts';
import { readVaultFile, sealVaultContent, writeVaultFile, type VaultContent } from './vault-file.ts';

const VAULT_ID_BYTES = 16;

export interface VaultRequest {
  readonly folder: string;
  /** UTF-8 from `passphraseBytes`; the caller wipes it. */
  readonly passphrase: Buffer;
  readonly staff: StaffMember;
  readonly deviceSecrets: DeviceSecretStore;
  readonly clock: () => Date;
  readonly random?: RandomSource;
  readonly kdf?: KdfParameters;
  readonly files?: Files;
}

/** What the recovery sheet prints. The code exists nowhere else. */
export interface RecoverySheet {
  readonly vaultId: string;
  /** Nine groups of four signs. */
  readonly code: string;
  readonly issuedAt: Date;
}

/**
 * Creates `vault.json` in `folder` and leaves the vault open. `VAULT_EXISTS` when there is one already; a passphrase
 * that is short or obvious is refused. Nothing is left behind on failure but an unused device secret.
 */
export async function createVault(
  request: VaultRequest,
): Promise<Result<{ readonly vault: UnlockedVault; readonly recovery: RecoverySheet }, VaultFailure>> {
  const { folder, passphrase, staff, clock } = request;
  const { random = systemRandom, kdf = STANDARD_KDF, files = systemFiles } = request;
  const existing = readVaultFile(files, folder);
  if (existing.ok || existing.error.code !== 'VAULT_MISSING') return vaultFailure('VAULT_EXISTS');
  const acceptable = checkPassphrase(passphrase);
  if (!acceptable.ok) return acceptable;

  const identity = { vaultId: random(VAULT_ID_BYTES).toString('hex'), generation: 1 };
  const deviceSecret = random(KEY_BYTES);
  const saved = await request.deviceSecrets.save(identity.vaultId, deviceSecret);
  if (!saved.ok) return saved;

  const masterKey = random(KEY_BYTES);
  const code = random(RECOVERY_CODE_BYTES);
  const now = clock();
  const content: VaultContent = {
    format: 'stichtag-vault',
    version: 1,
    ...identity,
    createdAt: now.toISOString(),
    revision: 1,
    cipher: { database: 'sqlcipher-4', envelope: 'aes-256-gcm-1' },
    staff: [await wrapForStaff(identity, masterKey, staff, { passphrase, deviceSecret }, kdf, random)],
    recovery: wrapForRecovery(identity, { masterKey, deviceSecret, code }, now, random),
    earlierAuditKeys: [],
  };
  const sealKey = deriveFromMaster(masterKey, 'vault-file/v1', identity.vaultId);
  const file = sealVaultContent(content, sealKey);
  const recovery = { vaultId: identity.vaultId, code: formatRecoveryCode(code), issuedAt: now };
  wipe(deviceSecret, code, sealKey);

  const written = prepareFolder(files, folder)
    ? writeVaultFile(files, folder, file)
    : vaultFailure('VAULT_NOT_WRITTEN');
  if (!written.ok) return written;
  const opened = UnlockedVault.unlock(folder, file, masterKey, staff, random);
  return opened.ok ? succeed({ vault: opened.value, recovery }) : opened;
}

function prepareFolder(files: Files, folder: string): boolean {
  try {
    files.createFolder(folder);
    return true;
  } catch {
    return false;
  }
}
