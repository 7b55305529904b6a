/** The pull's ledger on the encrypted store; gives each telegram the address its header shows in clear. */
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import { parseBundleTopic, type BundleTopic } from '#office/mailbox/bundle-topic.ts';
import {
  findBundle,
  insertBundles,
  knownTopics,
  markCleared,
  unclearedBundles,
  type NewBundle,
  type StoredBundle,
} from '#office/store/bundles.ts';
import type { Store } from '#office/store/store.ts';
import { decodeTelegram, type DecodeContext } from '#office/telegram/decode-telegram.ts';
import type { BundleEntry, BundleIdentity, BundleLedger, KnownBundle, StoredTwin } from './bundle-ledger.ts';

/** After every instant a bundle can have been stored at. */
const END_OF_TIME = new Date('9999-12-31T23:59:59.999Z');

export function createStoreBundleLedger(store: Store): BundleLedger {
  return new StoreBundleLedger(store);
}

class StoreBundleLedger implements BundleLedger {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  findKnown(sourceId: string): ReadonlyMap<string, KnownBundle> {
    const known = new Map<string, KnownBundle>();
    for (const [name, { lastModified, clearedAt, state }] of knownTopics(this.#store, sourceId))
      known.set(name, {
        lastModified: toDate(lastModified),
        clearedAt: toDate(clearedAt),
        isStored: state === 'stored',
      });
    return known;
  }

  findTwins(sourceId: string, identities: readonly BundleIdentity[]): readonly (StoredTwin | null)[] {
    const hasUnnumbered = identities.some(({ numbered }) => numbered === null);
    const byContent = hasUnnumbered ? this.#unnumberedByHash(sourceId) : new Map<string, StoredBundle>();
    return identities.map(({ numbered, sha256 }) => {
      const twin = numbered === null ? byContent.get(sha256) : findBundle(this.#store, numbered);
      return twin ? { sha256: toHex(twin.sha256), storedAt: new Date(twin.receivedAt) } : null;
    });
  }

  store(batch: readonly BundleEntry[]): Result<number, Failure> {
    const bundles = batch.map(toNewBundle);
    const atOnce = insertBundles(this.#store, bundles);
    if (atOnce.ok) return succeed(atOnce.value.telegrams);
    return atOnce.error.code === 'ALREADY_EXISTS' ? this.#storeOneByOne(bundles) : atOnce;
  }

  findUncleared(sourceId: string, storedUpTo: Date): ReadonlySet<string> {
    const before = new Date(storedUpTo.getTime() + 1);
    return new Set(unclearedBundles(this.#store, sourceId, before).map(({ topic }) => topic));
  }

  markCleared(sourceId: string, names: readonly string[], clearedAt: Date): Result<void, Failure> {
    return markCleared(this.#store, sourceId, names, clearedAt);
  }

  findNumbers(sourceId: string): readonly BundleTopic[] {
    return [...knownTopics(this.#store, sourceId).keys()]
      .map(parseBundleTopic)
      .filter((topic) => topic !== null);
  }

  /** For a batch in which something is known already, as is what was put aside before and came again. */
  #storeOneByOne(bundles: readonly NewBundle[]): Result<number, Failure> {
    let telegrams = 0;
    for (const bundle of bundles) {
      const report = insertBundles(this.#store, [bundle]);
      if (report.ok) telegrams += report.value.telegrams;
      else if (report.error.code !== 'ALREADY_EXISTS') return report;
    }
    return succeed(telegrams);
  }

  #unnumberedByHash(sourceId: string): Map<string, StoredBundle> {
    const unnumbered = unclearedBundles(this.#store, sourceId, END_OF_TIME).filter(
      ({ gateway }) => gateway === null,
    );
    return new Map(unnumbered.map((bundle) => [toHex(bundle.sha256), bundle]));
  }
}

function toHex(hash: Buffer): string {
  return hash.toString('hex');
}

function toDate(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}

function toNewBundle(entry: BundleEntry): NewBundle {
  return {
    source: entry.sourceId,
    topic: entry.name,
    key: entry.numbered,
    payload: Buffer.from(entry.payload),
    receivedAt: entry.storedAt,
    lastModified: entry.lastModified,
    state: entry.verdict,
    telegrams: entry.telegrams.map(({ bytes, receivedAt, rssi }) => ({
      bytes: Buffer.from(bytes),
      address: addressOf(bytes),
      receivedAt,
      rssiDbm: rssi,
    })),
  };
}

/** The meter's address as far as it can be seen without a key; a radio adapter's where the meter's cannot. */
function addressOf(bytes: Uint8Array): MeterAddress | null {
  const { meter, sender } = decodeTelegram(bytes, WITHOUT_KEYS);
  return meter ?? sender;
}

/** Nothing is decrypted on the way in, and nothing learned: telegrams are decoded from the store, later. */
const WITHOUT_KEYS: DecodeContext = {
  keysFor: () => [],
  formats: { get: () => undefined, put: () => {} },
};
