import { argon2id } from '@noble/hashes/argon2.js';
import { describe, expect, it } from 'vitest';
import {
  KDF_CEILING,
  KDF_FLOOR,
  STANDARD_KDF,
  areAcceptable,
  derivePassphraseKey,
} from '#office/vault/key-derivation.ts';

describe('key derivation', () => {
  it('has an independent implementation that reproduces the Argon2id vector of RFC 9106 § 5.3', () => {
    const tag = argon2id(Buffer.alloc(32, 1), Buffer.alloc(16, 2), {
      t: 3,
      m: 32,
      p: 4,
      dkLen: 32,
      key: Buffer.alloc(8, 3),
      personalization: Buffer.alloc(12, 4),
    });
    expect(Buffer.from(tag).toString('hex')).toBe(
      '0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659',
    );
  });

  it('agrees with that implementation', async () => {
    for (const [text, salt] of [
      ['vier Maler streichen den Flur', Buffer.alloc(16, 7)],
      ['Straße, Öl und 12 Schlüssel', Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex')],
    ] as const) {
      const ours = await derivePassphraseKey(Buffer.from(text), salt, KDF_FLOOR);
      const theirs = argon2id(Buffer.from(text), salt, { t: 2, m: 19_456, p: 1, dkLen: 32 });
      expect(ours.equals(Buffer.from(theirs))).toBe(true);
    }
  });

  it('agrees with the reference implementation at 64 MiB', async () => {
    const key = await derivePassphraseKey(Buffer.from('password'), Buffer.from('somesalt'), {
      ...STANDARD_KDF,
      passes: 2,
    });
    expect(key.toString('hex')).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it('takes the standard, the floor and the ceiling, and nothing cheaper or dearer', () => {
    expect([STANDARD_KDF, KDF_FLOOR, KDF_CEILING].every(areAcceptable)).toBe(true);
    for (const weaker of [{ memoryKiB: 19_455 }, { passes: 1 }, { lanes: 0 }])
      expect(areAcceptable({ ...KDF_FLOOR, ...weaker })).toBe(false);
    for (const dearer of [{ memoryKiB: 1_048_577 }, { passes: 11 }, { lanes: 5 }])
      expect(areAcceptable({ ...KDF_CEILING, ...dearer })).toBe(false);
  });

  it('refuses to derive under the floor', async () => {
    await expect(
      derivePassphraseKey(Buffer.from('x'), Buffer.alloc(16), { ...KDF_FLOOR, memoryKiB: 8 }),
    ).rejects.toThrow(RangeError);
  });
});
