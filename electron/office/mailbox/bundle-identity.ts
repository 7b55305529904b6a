/** What makes two bundles the same one, no matter when or under which name they arrive. */
import { createHash } from 'node:crypto';
import type { BundleTopic } from './bundle-topic.ts';

/** SHA-256 of a payload, hex. */
export function hashOf(payload: Uint8Array): string {
  return createHash('sha256').update(payload).digest('hex');
}

/** The key under which a bundle may exist once: gateway, epoch and number; its content where it has none. */
export function identityOf(numbered: BundleTopic | null, sha256: string): string {
  return numbered === null
    ? `content/${sha256}`
    : `gateway/${numbered.gateway}/${numbered.epoch}/${numbered.seq}`;
}
