import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Keychain, type SafeStorage } from '../../../../electron/shell/keychain.ts';

const VAULT = '0123456789abcdef0123456789abcdef';
const secret = Uint8Array.from({ length: 32 }, (_, index) => index * 7);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'keychain-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Electron's safeStorage as far as a test needs it: writes hex, so that what is on disk is not the secret. */
class FakeSafeStorage implements SafeStorage {
  backend: ReturnType<SafeStorage['getSelectedStorageBackend']> = 'gnome_libsecret';
  isAvailable = true;
  keyHasChanged = false;
  sealed = 0;

  getSelectedStorageBackend() {
    return this.backend;
  }
  async isAsyncEncryptionAvailable() {
    return this.isAvailable;
  }
  async encryptStringAsync(plain: string) {
    this.sealed += 1;
    return Buffer.from(`sealed:${Buffer.from(plain).toString('hex')}`);
  }
  async decryptStringAsync(sealed: Buffer) {
    if (!this.isAvailable || !sealed.toString().startsWith('sealed:')) throw new Error('cannot decrypt');
    return {
      result: Buffer.from(sealed.toString().slice('sealed:'.length), 'hex').toString(),
      shouldReEncrypt: this.keyHasChanged,
    };
  }
}

describe('the keychain', () => {
  it('gives back the secret it sealed, and no file holds it in clear', async () => {
    const keychain = new Keychain(new FakeSafeStorage(), folder, 'linux');
    await expect(keychain.save(VAULT, secret)).resolves.toBe('saved');
    await expect(keychain.load(VAULT)).resolves.toEqual(secret);
    const [file = ''] = readdirSync(folder);
    const onDisk = readFileSync(path.join(folder, file));
    expect(onDisk.includes(Buffer.from(secret))).toBe(false);
    expect(onDisk.includes(Buffer.from(secret).toString('base64'))).toBe(false);
  });

  it('knows no secret before one was saved', async () => {
    await expect(new Keychain(new FakeSafeStorage(), folder, 'linux').load(VAULT)).resolves.toBeNull();
  });

  it.each(['basic_text', 'unknown'] as const)('counts as unavailable on Linux with %s', async (backend) => {
    const storage = new FakeSafeStorage();
    const keychain = new Keychain(storage, folder, 'linux');
    await keychain.save(VAULT, secret);
    storage.backend = backend;
    await expect(keychain.load(VAULT)).resolves.toBe('unavailable');
    await expect(keychain.save(VAULT, secret)).resolves.toBe('unavailable');
    expect(storage.sealed).toBe(1);
  });

  it('does not ask Windows for a Linux key ring', async () => {
    const storage = new FakeSafeStorage();
    storage.backend = 'unknown';
    await expect(new Keychain(storage, folder, 'win32').save(VAULT, secret)).resolves.toBe('saved');
  });

  it('says unavailable, and not missing, when the key ring is locked', async () => {
    const storage = new FakeSafeStorage();
    const keychain = new Keychain(storage, folder, 'darwin');
    await keychain.save(VAULT, secret);
    storage.isAvailable = false;
    await expect(keychain.load(VAULT)).resolves.toBe('unavailable');
  });

  it('seals again when the system has changed its key', async () => {
    const storage = new FakeSafeStorage();
    const keychain = new Keychain(storage, folder, 'darwin');
    await keychain.save(VAULT, secret);
    storage.keyHasChanged = true;
    await expect(keychain.load(VAULT)).resolves.toEqual(secret);
    expect(storage.sealed).toBe(2);
  });

  it('takes no path for the id of a vault', async () => {
    const keychain = new Keychain(new FakeSafeStorage(), folder, 'linux');
    await expect(keychain.save('../../elsewhere', secret)).rejects.toThrow(RangeError);
  });
});
