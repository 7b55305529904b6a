/** Bytes nobody else may see: where they come from and how they go. */
import { randomBytes } from 'node:crypto';

/** Gives `length` unpredictable bytes; only the demo and tests put another source in its place. */
export type RandomSource = (length: number) => Buffer;

export const systemRandom: RandomSource = (length) => randomBytes(length);

/**
 * Overwrites secrets with zeros. It reaches the bytes we hold, not copies the engine may have made (a garbage
 * collection, the heap of a WASM module): docs/SECURITY.md names that residue.
 */
export function wipe(...secrets: readonly Buffer[]): void {
  for (const secret of secrets) secret.fill(0);
}

/**
 * The bytes of a passphrase as people type it, composed as NFC: the same word typed on a Mac and on Windows must
 * open the same vault. The caller wipes them.
 */
export function passphraseBytes(text: string): Buffer {
  return Buffer.from(text.normalize('NFC'), 'utf8');
}
