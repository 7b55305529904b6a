/** AES-256-GCM with its associated data: the one way this office encrypts anything outside the database pages. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { RandomSource } from './secret-bytes.ts';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export const KEY_BYTES = 32;
/** What sealing adds to a plaintext: nonce and tag. */
export const SEAL_OVERHEAD_BYTES = NONCE_BYTES + TAG_BYTES;

/** Associated data that cannot be confused: `['a', 'bc']` and `['ab', 'c']` give different bytes. */
export function associatedData(...parts: readonly (string | number)[]): Buffer {
  return Buffer.from(JSON.stringify(parts), 'utf8');
}

/** Encrypts to `nonce ‖ ciphertext ‖ tag` under a 32-byte key with a fresh 96-bit nonce. */
export function encrypt(key: Buffer, bound: Buffer, plaintext: Buffer, random: RandomSource): Buffer {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(bound);
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Undoes `encrypt`; null when the key, the associated data or a single bit is another. */
export function decrypt(key: Buffer, bound: Buffer, sealed: Buffer): Buffer | null {
  if (sealed.length < SEAL_OVERHEAD_BYTES) return null;
  const tagStart = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bound);
  decipher.setAuthTag(sealed.subarray(tagStart));
  const opened = decipher.update(sealed.subarray(NONCE_BYTES, tagStart));
  try {
    decipher.final();
    return opened;
  } catch {
    opened.fill(0);
    return null;
  }
}
