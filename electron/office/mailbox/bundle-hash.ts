/** The fingerprint by which two payloads are the same. */
import { createHash } from 'node:crypto';

/** SHA-256 of a payload, hex. */
export function hashOf(payload: Uint8Array): string {
  return createHash('sha256').update(payload).digest('hex');
}
