/** The keys that grow from the passphrase, the device secret and the master key: HKDF-SHA256, one label a purpose. */
import { hkdfSync } from 'node:crypto';
import { KEY_BYTES } from './authenticated-cipher.ts';
import { wipe } from './secret-bytes.ts';

/** What a key of the master key is for; the label changes when a format changes. */
export type Purpose =
  'db/v1' | 'meter-key/v1' | 'audit/v1' | 'audit-archive/v1' | 'backup/v1' | 'vault-file/v1';

function derive(secret: Buffer, vaultId: string, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.from(vaultId, 'hex'), label, KEY_BYTES));
}

/** The key that wraps the master key for one employee on this device: both secrets are needed to make it. */
export function deriveKeyEncryptionKey(passphraseKey: Buffer, deviceSecret: Buffer, vaultId: string): Buffer {
  const both = Buffer.concat([passphraseKey, deviceSecret]);
  const key = derive(both, vaultId, 'kek/v1');
  wipe(both);
  return key;
}

/** The key of the recovery sheet, from the 20 bytes of its code. */
export function deriveRecoveryKey(code: Buffer, vaultId: string): Buffer {
  return derive(code, vaultId, 'recovery/v1');
}

export function deriveFromMaster(masterKey: Buffer, purpose: Purpose, vaultId: string): Buffer {
  return derive(masterKey, vaultId, purpose);
}
