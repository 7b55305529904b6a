/** Bundles as gateways sent them, byte for byte, and whether their source has let go of them. */
import { createHash } from 'node:crypto';
import type { Result } from '#shared/model/result.ts';
import type { StoreFailure } from './failures.ts';
import { query } from './query.ts';
import type { BundleState } from './schema.ts';
import type { Store } from './store.ts';
import { insertTelegrams, type NewTelegram } from './telegrams.ts';

export interface BundleKey {
  readonly gateway: string;
  /** The gateway's boot counter or installation id. */
  readonly epoch: string;
  readonly seq: number;
}

export interface NewBundle {
  /** The source's id: an endpoint or a folder. */
  readonly source: string;
  /** The name the source knows it by: MQTT topic or file path. */
  readonly topic: string;
  /** Null for payloads that name none, such as log files. */
  readonly key: BundleKey | null;
  readonly payload: Buffer;
  readonly receivedAt: Date;
  readonly lastModified: Date | null;
  /** `quarantined`: its key came before with another content; `unreadable`: no telegrams could be found in it. */
  readonly state: BundleState;
  readonly telegrams: readonly NewTelegram[];
}

/** A bundle without its payload. */
export interface StoredBundle {
  readonly id: number;
  readonly source: string;
  readonly topic: string;
  readonly gateway: string | null;
  readonly epoch: string | null;
  readonly seq: number | null;
  readonly sha256: Buffer;
  readonly receivedAt: string;
  readonly clearedAt: string | null;
  readonly state: BundleState;
}

/** What an insert did: telegrams heard twice are kept once. */
export interface BundleReport {
  readonly bundles: number;
  readonly telegrams: number;
  readonly repeatedTelegrams: number;
}

const BUNDLE_COLUMNS = [
  'id',
  'source',
  'topic',
  'gateway',
  'epoch',
  'seq',
  'sha256',
  'received_at as receivedAt',
  'cleared_at as clearedAt',
  'state',
] as const;

const selectByKey = query<BundleKey>()((sql, given) =>
  sql
    .selectFrom('bundles')
    .select(BUNDLE_COLUMNS)
    .where('gateway', '=', given.gateway)
    .where('epoch', '=', given.epoch)
    .where('seq', '=', given.seq)
    .where('state', '=', 'stored'),
);
const selectTopics = query<{ source: string }>()((sql, given) =>
  sql
    .selectFrom('bundles')
    .select(['topic', 'last_modified as lastModified', 'cleared_at as clearedAt', 'state'])
    .where('source', '=', given.source),
);
const selectInState = query<{ state: BundleState }>()((sql, given) =>
  sql.selectFrom('bundles').select(BUNDLE_COLUMNS).where('state', '=', given.state).orderBy('id'),
);
const selectPayload = query<{ id: number }>()((sql, given) =>
  sql.selectFrom('bundles').select('payload').where('id', '=', given.id),
);
const selectUncleared = query<{ source: string; before: string }>()((sql, given) =>
  sql
    .selectFrom('bundles')
    .select(BUNDLE_COLUMNS)
    .where('source', '=', given.source)
    .where('state', '=', 'stored')
    .where('cleared_at', 'is', null)
    .where('received_at', '<', given.before)
    .orderBy('id'),
);
const insertBundle = query<{
  source: string;
  topic: string;
  gateway: string | null;
  epoch: string | null;
  seq: number | null;
  sha256: Buffer;
  payload: Buffer;
  receivedAt: string;
  lastModified: string | null;
  state: BundleState;
}>()((sql, given) =>
  sql
    .insertInto('bundles')
    .values({
      source: given.source,
      topic: given.topic,
      gateway: given.gateway,
      epoch: given.epoch,
      seq: given.seq,
      sha256: given.sha256,
      payload: given.payload,
      received_at: given.receivedAt,
      last_modified: given.lastModified,
      cleared_at: null,
      state: given.state,
    })
    .returning('id'),
);
const setCleared = query<{ source: string; topic: string; clearedAt: string }>()((sql, given) =>
  sql
    .updateTable('bundles')
    .set({ cleared_at: given.clearedAt })
    .where('source', '=', given.source)
    .where('topic', '=', given.topic)
    .where('state', '=', 'stored'),
);

/** The stored bundle of a gateway's counter, or null. The same key with another hash belongs into quarantine. */
export function findBundle(store: Store, key: BundleKey): StoredBundle | null {
  return store.get(selectByKey, key) ?? null;
}

/** What is already here from a source, by topic: a pull skips what it knows. */
export function knownTopics(
  store: Store,
  source: string,
): Map<
  string,
  { readonly lastModified: string | null; readonly clearedAt: string | null; readonly state: BundleState }
> {
  return new Map(store.all(selectTopics, { source }).map(({ topic, ...rest }) => [topic, rest]));
}

/** The number of the bundle that came last; 0 while there was none. It only ever grows, whatever is deleted. */
export function lastBundleId(store: Store): number {
  const last = store.prepare("select seq from sqlite_sequence where name = 'bundles'").get();
  return (last as { readonly seq: number } | undefined)?.seq ?? 0;
}

export function bundlesInState(store: Store, state: BundleState): StoredBundle[] {
  return store.all(selectInState, { state });
}

/** The bundle's bytes as they came; null when there is no such bundle. */
export function bundlePayload(store: Store, id: number): Buffer | null {
  return store.get(selectPayload, { id })?.payload ?? null;
}

/** Bundles of a source that it still holds and that arrived before an instant. */
export function unclearedBundles(store: Store, source: string, before: Date): StoredBundle[] {
  return store.all(selectUncleared, { source, before: before.toISOString() });
}

/**
 * Stores bundles with their telegrams in one transaction: on success everything is on the medium and the source may
 * forget it. `ALREADY_EXISTS` when a stored bundle has the same key, or the same topic and content.
 */
export function insertBundles(
  store: Store,
  bundles: readonly NewBundle[],
): Result<BundleReport, StoreFailure> {
  return store.transact(() => {
    let telegrams = 0;
    let repeatedTelegrams = 0;
    for (const bundle of bundles) {
      const row = store.get(insertBundle, {
        source: bundle.source,
        topic: bundle.topic,
        gateway: bundle.key?.gateway ?? null,
        epoch: bundle.key?.epoch ?? null,
        seq: bundle.key?.seq ?? null,
        sha256: createHash('sha256').update(bundle.payload).digest(),
        payload: bundle.payload,
        receivedAt: bundle.receivedAt.toISOString(),
        lastModified: bundle.lastModified?.toISOString() ?? null,
        state: bundle.state,
      });
      if (row === undefined) throw new Error('an inserted bundle has an id');
      const inserted = insertTelegrams(store, row.id, bundle.telegrams);
      telegrams += inserted;
      repeatedTelegrams += bundle.telegrams.length - inserted;
    }
    return { bundles: bundles.length, telegrams, repeatedTelegrams };
  });
}

/** Notes that the source has forgotten these topics; quarantined bundles are never cleared. */
export function markCleared(
  store: Store,
  source: string,
  topics: readonly string[],
  clearedAt: Date,
): Result<void, StoreFailure> {
  return store.transact(() => {
    for (const topic of topics) store.run(setCleared, { source, topic, clearedAt: clearedAt.toISOString() });
  });
}
