/** Replacing `vault.json` while the vault is open: one careful way for every change of accesses. */
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';
import type { Files } from './files.ts';
import { deriveFromMaster } from './key-tree.ts';
import { wipe } from './secret-bytes.ts';
import type { UnlockedVault } from './unlocked-vault.ts';
import {
  checkVaultSeal,
  readVaultFile,
  sealVaultContent,
  writeVaultFile,
  type VaultContent,
} from './vault-file.ts';

/**
 * Writes what `change` makes of the vault's content, one revision further and sealed anew. `VAULT_CHANGED` when the
 * file is no longer the one this session knows: another session or somebody else wrote it.
 */
export function changeVaultFile(
  vault: UnlockedVault,
  files: Files,
  change: (content: VaultContent) => VaultContent,
): Result<void, VaultFailure> {
  if (vault.closedBecause !== null) return fail(vault.closedBecause);
  const onDisk = readVaultFile(files, vault.folder);
  if (!onDisk.ok) return onDisk;
  const sealKey = deriveFromMaster(vault.masterKey, 'vault-file/v1', vault.vaultId);
  const { content, intact } = checkVaultSeal(onDisk.value, sealKey);
  if (!intact || content.revision !== vault.content.revision) {
    wipe(sealKey);
    return vaultFailure('VAULT_CHANGED');
  }
  const next: VaultContent = { ...change(content), revision: content.revision + 1 };
  const file = sealVaultContent(next, sealKey);
  wipe(sealKey);
  const written = writeVaultFile(files, vault.folder, file);
  if (!written.ok) return written;
  vault.adopt(next);
  return succeed(undefined);
}
