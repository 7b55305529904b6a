/** Signing in: passphrase and device secret open the vault; wrong passphrases have to wait longer and longer. */
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { counted } from '#shared/text/plural.ts';
import type { DeviceSecretStore } from './device-secret.ts';
import { AttemptLog, remainingDelay } from './failed-attempts.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';
import { systemFiles, type Files } from './files.ts';
import { staffOf, unwrapForStaff } from './master-key.ts';
import { systemRandom, wipe, type RandomSource } from './secret-bytes.ts';
import { UnlockedVault } from './unlocked-vault.ts';
import { accessIn, readVaultFile } from './vault-file.ts';

export interface UnlockRequest {
  readonly folder: string;
  /** Whose passphrase it is; may be left out while there is only one employee. */
  readonly staffId?: string;
  /** UTF-8 from `passphraseBytes`; the caller wipes it. */
  readonly passphrase: Buffer;
  readonly deviceSecrets: DeviceSecretStore;
  readonly clock?: () => Date;
  readonly random?: RandomSource;
  readonly files?: Files;
}

/** What may be shown before anybody has signed in. */
export interface SignInChoice {
  readonly id: string;
  readonly initials: string;
}

/** Who has access to the vault in a folder: ids and initials, the only thing readable without a passphrase. */
export function listSignIns(
  folder: string,
  files: Files = systemFiles,
): Result<SignInChoice[], VaultFailure> {
  const file = readVaultFile(files, folder);
  return file.ok ? succeed(file.value.staff.map(({ id, initials }) => ({ id, initials }))) : file;
}

function waiting(delayMs: number): { readonly ok: false; readonly error: VaultFailure } {
  const seconds = Math.ceil(delayMs / 1000);
  const wait =
    seconds < 120
      ? counted('de', seconds, 'Sekunde', 'Sekunden')
      : counted('de', Math.ceil(seconds / 60), 'Minute', 'Minuten');
  return fail({
    code: 'VAULT_WAIT',
    message: `Nach mehreren falschen Eingaben ist die Anmeldung kurz gesperrt. Bitte warten Sie ${wait}.`,
  });
}

/**
 * Opens the vault of a folder. A wrong passphrase and a wrap that was tampered with look alike (`PASSPHRASE_WRONG`);
 * a file changed elsewhere is `VAULT_CHANGED`, weakened parameters are refused before any work is done.
 */
export async function openVault(request: UnlockRequest): Promise<Result<UnlockedVault, VaultFailure>> {
  const { folder, passphrase, files = systemFiles, clock = () => new Date() } = request;
  const file = readVaultFile(files, folder);
  if (!file.ok) return file;
  const access = accessIn(file.value, request.staffId);
  if (access === undefined) return vaultFailure('STAFF_UNKNOWN');

  const attempts = new AttemptLog(files, folder);
  const delayMs = remainingDelay(attempts.read(), clock());
  if (delayMs > 0) return waiting(delayMs);

  const deviceSecret = await request.deviceSecrets.load(file.value.vaultId);
  if (!deviceSecret.ok) return deviceSecret;
  const masterKey = await unwrapForStaff(file.value, access, {
    passphrase,
    deviceSecret: deviceSecret.value,
  });
  wipe(deviceSecret.value);
  if (masterKey === null) {
    attempts.noteFailure(clock());
    return vaultFailure('PASSPHRASE_WRONG');
  }
  attempts.clear();
  const staff = staffOf(file.value, access, masterKey);
  if (staff === null) return vaultFailure('VAULT_CHANGED');
  return UnlockedVault.unlock(folder, file.value, masterKey, staff, request.random ?? systemRandom);
}
