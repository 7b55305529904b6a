/**
 * The audit chain as arithmetic: each entry's hash is an HMAC over the hash before it and the entry's one spelling.
 * docs/verify-audit.mjs states the same rule in thirty lines of its own.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { fail, succeed, type Result } from '#shared/model/result.ts';

export interface AuditEntry {
  /** 1, 2, 3 … without a gap. */
  readonly seq: number;
  /** UTC. */
  readonly at: string;
  /** Who: an employee's id, or the program's. */
  readonly actor: string;
  /** `noun.verb`. */
  readonly action: string;
  /** What it concerns: table and row, as in `meters:12`. */
  readonly subject: string;
  /** Canonical JSON. */
  readonly payload: string;
  /** What concerns a person, sealed under her erasure key: the chain survives her being erased. */
  readonly personal: Buffer | null;
  readonly erasureKeyId: number | null;
  readonly keyGeneration: number;
}

export interface ChainedEntry extends AuditEntry {
  readonly prevHash: Buffer;
  readonly hash: Buffer;
}

/** The end of the chain: whoever knows it notices a chain that was cut or replaced. */
export interface AuditHead {
  readonly seq: number;
  readonly hash: Buffer;
}

export const EMPTY_HEAD: AuditHead = { seq: 0, hash: Buffer.alloc(32) };

/** The text an entry's hash covers. */
export function spellingOf(entry: AuditEntry): string {
  const { seq, at, actor, action, subject, payload, personal, erasureKeyId, keyGeneration } = entry;
  const sealed = personal === null ? null : personal.toString('base64');
  return JSON.stringify([seq, at, actor, action, subject, payload, sealed, erasureKeyId, keyGeneration]);
}

/** HMAC-SHA256 over the previous hash and the entry. */
export function hashOf(key: Buffer, prevHash: Buffer, entry: AuditEntry): Buffer {
  return createHmac('sha256', key).update(prevHash).update(spellingOf(entry)).digest();
}

/** Where a chain first fails: the entry and what is wrong with it. */
export interface ChainBreak {
  readonly seq: number;
  readonly kind: 'missing' | 'disconnected' | 'altered' | 'keyUnknown';
}

/** Walks a chain on from `start`; returns its head, or the first break. Costs one HMAC an entry. */
export function checkChain(
  entries: Iterable<ChainedEntry>,
  keys: ReadonlyMap<number, Buffer>,
  start: AuditHead = EMPTY_HEAD,
): Result<AuditHead, ChainBreak> {
  let head = start;
  for (const entry of entries) {
    const { seq } = entry;
    if (seq !== head.seq + 1) return fail({ seq: head.seq + 1, kind: 'missing' });
    if (!entry.prevHash.equals(head.hash)) return fail({ seq, kind: 'disconnected' });
    const key = keys.get(entry.keyGeneration);
    if (key === undefined) return fail({ seq, kind: 'keyUnknown' });
    const expected = hashOf(key, entry.prevHash, entry);
    if (entry.hash.length !== expected.length || !timingSafeEqual(entry.hash, expected))
      return fail({ seq, kind: 'altered' });
    head = { seq, hash: entry.hash };
  }
  return succeed(head);
}
