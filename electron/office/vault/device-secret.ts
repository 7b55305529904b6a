/** The second secret: 32 bytes that never leave this device, so that a stolen file and a passphrase are not enough. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { succeed, type Result } from '#shared/model/result.ts';
import { KEY_BYTES } from './authenticated-cipher.ts';
import { vaultFailure, type VaultFailure } from './failures.ts';
import { replaceDurably, systemFiles, type Files } from './files.ts';

/** Keeps one secret a vault: the OS keychain in the app, a file in the CLI. */
export interface DeviceSecretStore {
  /** `DEVICE_SECRET_MISSING` when there is none, `…_UNAVAILABLE` when the keychain cannot be asked. */
  load(vaultId: string): Promise<Result<Buffer, VaultFailure>>;
  save(vaultId: string, secret: Buffer): Promise<Result<void, VaultFailure>>;
}

/** Bits of a file mode that let somebody else than the owner in. */
const OTHERS = 0o077;

/** A file with owner-only rights. Whoever reads this account's files reads it too: the app uses the keychain. */
export class FileDeviceSecretStore implements DeviceSecretStore {
  readonly #folder: string;
  readonly #files: Files;

  constructor(folder: string, files: Files = systemFiles) {
    this.#folder = folder;
    this.#files = files;
  }

  #pathOf(vaultId: string): string {
    return join(this.#folder, `${vaultId}.device-secret`);
  }

  async load(vaultId: string): Promise<Result<Buffer, VaultFailure>> {
    const path = this.#pathOf(vaultId);
    if (!this.#files.exists(path)) return vaultFailure('DEVICE_SECRET_MISSING');
    try {
      // Windows keeps rights in access lists; its mode bits say nothing.
      if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0)
        return vaultFailure('DEVICE_SECRET_EXPOSED');
      const secret = this.#files.read(path);
      return secret.length === KEY_BYTES ? succeed(secret) : vaultFailure('DEVICE_SECRET_MISSING');
    } catch {
      return vaultFailure('DEVICE_SECRET_UNAVAILABLE');
    }
  }

  async save(vaultId: string, secret: Buffer): Promise<Result<void, VaultFailure>> {
    try {
      this.#files.createFolder(this.#folder);
      replaceDurably(this.#files, this.#pathOf(vaultId), secret);
      return succeed(undefined);
    } catch {
      return vaultFailure('DEVICE_SECRET_UNAVAILABLE');
    }
  }
}
