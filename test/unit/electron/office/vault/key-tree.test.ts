import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { deriveFromMaster, deriveKeyEncryptionKey, deriveRecoveryKey } from '#office/vault/key-tree.ts';

const VAULT = '00112233445566778899aabbccddeeff';
const MASTER = Buffer.alloc(32, 9);
const PURPOSES = [
  'db/v1',
  'meter-key/v1',
  'audit/v1',
  'audit-archive/v1',
  'backup/v1',
  'vault-file/v1',
] as const;

function oracle(secret: Buffer, label: string): Buffer {
  return Buffer.from(hkdf(sha256, secret, Buffer.from(VAULT, 'hex'), Buffer.from(label), 32));
}

describe('the key tree', () => {
  it('grows every key by HKDF-SHA256 with the vault as salt and the purpose as label', () => {
    for (const purpose of PURPOSES)
      expect(deriveFromMaster(MASTER, purpose, VAULT)).toEqual(oracle(MASTER, purpose));
    expect(deriveRecoveryKey(Buffer.alloc(20, 1), VAULT)).toEqual(oracle(Buffer.alloc(20, 1), 'recovery/v1'));
  });

  it('needs both the passphrase and the device for the key that opens the master key', () => {
    const [passphraseKey, deviceSecret] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    expect(deriveKeyEncryptionKey(passphraseKey, deviceSecret, VAULT)).toEqual(
      oracle(Buffer.concat([passphraseKey, deviceSecret]), 'kek/v1'),
    );
  });

  it('gives another key for every purpose and every vault', () => {
    const keys = PURPOSES.flatMap((purpose) => [
      deriveFromMaster(MASTER, purpose, VAULT).toString('hex'),
      deriveFromMaster(MASTER, purpose, VAULT.replace('00', '01')).toString('hex'),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
