/** Device secrets in the operating system's keychain, sealed by Electron's safeStorage into a file a vault. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { safeStorage } from 'electron';

/** As much of `safeStorage` as is used: the asynchronous calls only. */
export type SafeStorage = Pick<
  typeof safeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

const SECRET_BYTES = 32;
const VAULT_ID = /^[0-9a-f]{32}$/;

/** Loads and saves device secrets. A keychain that only obfuscates counts as none. */
export class Keychain {
  readonly #storage: SafeStorage;
  readonly #folder: string;
  readonly #platform: NodeJS.Platform;

  constructor(storage: SafeStorage, folder: string, platform: NodeJS.Platform = process.platform) {
    this.#storage = storage;
    this.#folder = folder;
    this.#platform = platform;
  }

  async load(vaultId: string): Promise<Uint8Array | null | 'unavailable'> {
    const sealed = await readFile(this.#fileOf(vaultId)).catch(() => null);
    if (sealed === null) return null;
    if (!(await this.#isAvailable())) return 'unavailable';
    try {
      const { result, shouldReEncrypt } = await this.#storage.decryptStringAsync(sealed);
      const secret = Buffer.from(result, 'base64');
      if (secret.length !== SECRET_BYTES) return null;
      // The keychain has changed its own key since: seal again while the old one still opens.
      if (shouldReEncrypt) await this.save(vaultId, secret);
      return new Uint8Array(secret);
    } catch {
      return 'unavailable';
    }
  }

  async save(vaultId: string, secret: Uint8Array): Promise<'saved' | 'unavailable'> {
    const file = this.#fileOf(vaultId);
    if (!(await this.#isAvailable())) return 'unavailable';
    try {
      const sealed = await this.#storage.encryptStringAsync(Buffer.from(secret).toString('base64'));
      await mkdir(this.#folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.neu`, sealed, { mode: 0o600, flush: true });
      await rename(`${file}.neu`, file);
      return 'saved';
    } catch {
      return 'unavailable';
    }
  }

  #fileOf(vaultId: string): string {
    if (!VAULT_ID.test(vaultId)) throw new RangeError('not the id of a vault');
    return path.join(this.#folder, `${vaultId}.keychain`);
  }

  async #isAvailable(): Promise<boolean> {
    // Without a key ring Linux falls back to a password that is the same on every machine.
    if (this.#platform === 'linux') {
      const backend = this.#storage.getSelectedStorageBackend();
      if (backend === 'basic_text' || backend === 'unknown') return false;
    }
    return await this.#storage.isAsyncEncryptionAvailable();
  }
}
