import { gcm } from '@noble/ciphers/aes.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEAL_OVERHEAD_BYTES, associatedData, decrypt, encrypt } from '#office/vault/authenticated-cipher.ts';
import { systemRandom } from '#office/vault/secret-bytes.ts';

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));
const anyBytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array));

describe('authenticated encryption', () => {
  it('gives back what it sealed', () => {
    fc.assert(
      fc.property(bytes(32), anyBytes, anyBytes, (key, bound, plaintext) => {
        const sealed = encrypt(key, bound, plaintext, systemRandom);
        expect(sealed).toHaveLength(plaintext.length + SEAL_OVERHEAD_BYTES);
        expect(decrypt(key, bound, sealed)).toEqual(plaintext);
      }),
    );
  });

  it('is AES-256-GCM as an independent implementation understands it', () => {
    fc.assert(
      fc.property(bytes(32), anyBytes, anyBytes, (key, bound, plaintext) => {
        const sealed = encrypt(key, bound, plaintext, systemRandom);
        const opened = gcm(key, sealed.subarray(0, 12), bound).decrypt(sealed.subarray(12));
        expect(Buffer.from(opened)).toEqual(plaintext);
      }),
    );
  });

  it('opens nothing after any single bit has changed', () => {
    fc.assert(
      fc.property(bytes(32), anyBytes, fc.nat(), (key, plaintext, bit) => {
        const bound = associatedData('here');
        const sealed = encrypt(key, bound, plaintext, systemRandom);
        const at = bit % (sealed.length * 8);
        sealed.writeUInt8(sealed.readUInt8(at >> 3) ^ (1 << (at & 7)), at >> 3);
        expect(decrypt(key, bound, sealed)).toBeNull();
      }),
    );
  });

  it('opens nothing that is too short to be sealed', () => {
    for (let length = 0; length < SEAL_OVERHEAD_BYTES; length += 1)
      expect(decrypt(Buffer.alloc(32), Buffer.alloc(0), Buffer.alloc(length))).toBeNull();
  });

  it('never uses a nonce twice', () => {
    const key = systemRandom(32);
    const nonces = Array.from({ length: 5_000 }, () =>
      encrypt(key, Buffer.alloc(0), Buffer.alloc(1), systemRandom).toString('hex', 0, 12),
    );
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  it('tells associated data apart that would read the same run together', () => {
    expect(associatedData('a', 'bc')).not.toEqual(associatedData('ab', 'c'));
    expect(associatedData('1')).not.toEqual(associatedData(1));
  });
});
