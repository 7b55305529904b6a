/** The audit table: appending inside a change's transaction, reading, checking, exporting. Nothing here alters it. */
import type { Result } from '#shared/model/result.ts';
import {
  EMPTY_HEAD,
  checkChain,
  hashOf,
  type AuditEntry,
  type AuditHead,
  type ChainBreak,
  type ChainedEntry,
} from './audit-chain.ts';
import { query } from './query.ts';
import type { Seals } from './seals.ts';
import type { Store } from './store.ts';

const ENTRY_COLUMNS = [
  'seq',
  'at',
  'actor',
  'action',
  'subject',
  'payload',
  'personal',
  'erasure_key_id as erasureKeyId',
  'key_generation as keyGeneration',
  'prev_hash as prevHash',
  'hash',
] as const;

const selectHead = query()((sql) =>
  sql.selectFrom('audit').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1),
);
const insertEntry = query<ChainedEntry>()((sql, given) =>
  sql.insertInto('audit').values({
    seq: given.seq,
    at: given.at,
    actor: given.actor,
    action: given.action,
    subject: given.subject,
    payload: given.payload,
    personal: given.personal,
    erasure_key_id: given.erasureKeyId,
    key_generation: given.keyGeneration,
    prev_hash: given.prevHash,
    hash: given.hash,
  }),
);
const selectEntries = query<{ afterSeq: number }>()((sql, given) =>
  sql.selectFrom('audit').select(ENTRY_COLUMNS).where('seq', '>', given.afterSeq).orderBy('seq'),
);
const selectEntry = query<{ seq: number }>()((sql, given) =>
  sql.selectFrom('audit').select(ENTRY_COLUMNS).where('seq', '=', given.seq),
);
const selectPage = query<{ afterSeq: number; limit: number }>()((sql, given) =>
  sql
    .selectFrom('audit')
    .select(ENTRY_COLUMNS)
    .where('seq', '>', given.afterSeq)
    .orderBy('seq')
    .limit(given.limit),
);
const selectBefore = query<{ beforeSeq: number; limit: number }>()((sql, given) =>
  sql
    .selectFrom('audit')
    .select(ENTRY_COLUMNS)
    .where('seq', '<', given.beforeSeq)
    .orderBy('seq', 'desc')
    .limit(given.limit),
);
const selectOfSubject = query<{ subject: string }>()((sql, given) =>
  sql.selectFrom('audit').select(ENTRY_COLUMNS).where('subject', '=', given.subject).orderBy('seq'),
);

/** The newest entry's number and hash; number 0 and a hash of zeros while there is none. */
export function auditHead(store: Store): AuditHead {
  return store.get(selectHead, {}) ?? EMPTY_HEAD;
}

/** Appends an entry to the chain. Only `Change` calls it, inside the transaction of what the entry describes. */
export function appendToAudit(
  store: Store,
  seals: Seals,
  describe: (seq: number) => Omit<AuditEntry, 'seq' | 'keyGeneration'>,
): void {
  const { seq: lastSeq, hash: prevHash } = auditHead(store);
  const seq = lastSeq + 1;
  const entry: AuditEntry = { ...describe(seq), seq, keyGeneration: seals.generation };
  store.run(insertEntry, { ...entry, prevHash, hash: hashOf(seals.auditKey, prevHash, entry) });
}

/** All entries after a number, oldest first, row by row. */
export function auditEntries(store: Store, afterSeq = 0): IterableIterator<ChainedEntry> {
  return store.iterate(selectEntries, { afterSeq });
}

/** Up to `limit` entries after a number, oldest first. */
export function auditPage(store: Store, afterSeq: number, limit: number): ChainedEntry[] {
  return store.all(selectPage, { afterSeq, limit });
}

/** Up to `limit` entries before a number, newest first, as people read a log. */
export function auditPageBefore(store: Store, beforeSeq: number, limit: number): ChainedEntry[] {
  return store.all(selectBefore, { beforeSeq, limit });
}

export function findAuditEntry(store: Store, seq: number): ChainedEntry | null {
  return store.get(selectEntry, { seq }) ?? null;
}

/** What happened to one subject, such as `meters:12`, oldest first. */
export function auditOf(store: Store, subject: string): ChainedEntry[] {
  return store.all(selectOfSubject, { subject });
}

/** Recomputes the whole chain without a pause; services/audit-check.ts does it beside other work. */
export function checkAudit(store: Store, keys: Seals['auditKeys']): Result<AuditHead, ChainBreak> {
  return checkChain(auditEntries(store), keys);
}

/** An entry as one JSON line, for a check by strangers: docs/verify-audit.mjs. */
export function auditLine(entry: ChainedEntry): string {
  const { personal, prevHash, hash, ...plain } = entry;
  return JSON.stringify({
    ...plain,
    personal: personal?.toString('base64') ?? null,
    prevHash: prevHash.toString('hex'),
    hash: hash.toString('hex'),
  });
}
