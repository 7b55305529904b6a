/** What the pull asks of the store: to remember which bundles came, and to keep them with their telegrams. */
import type { Failure, Result } from '#shared/model/result.ts';
import type { BundleTopic } from '#office/mailbox/bundle-topic.ts';
import type { ReceivedTelegram } from '#office/mailbox/formats/bundle-format.ts';

/**
 * What becomes of a bundle that has arrived. `stored` bundles hold the telegrams that count; `duplicate` is one
 * stored before, byte for byte; `quarantined` has the number of a stored one but other content; `unreadable` has no
 * telegrams that could be read. The last two are kept as they came and never cleared at the source.
 */
export type BundleVerdict = 'stored' | 'duplicate' | 'quarantined' | 'unreadable';

/** What the ledger remembers of a name at a source. */
export interface KnownBundle {
  /** As the source listed it when the bundle was kept. */
  readonly lastModified: Date | null;
  readonly clearedAt: Date | null;
  /** False for a bundle that was put aside: it must never be cleared. */
  readonly isStored: boolean;
}

/** A bundle already stored under the number, or without one with the content, of a bundle that has arrived. */
export interface StoredTwin {
  readonly sha256: string;
  readonly storedAt: Date;
}

/** What tells one bundle from another: its number, or its content where it has none. */
export interface BundleIdentity {
  /** Gateway, epoch and number, where the bundle has them. */
  readonly numbered: BundleTopic | null;
  /** SHA-256 of the payload, hex. */
  readonly sha256: string;
}

/** A bundle on its way into the store: as it came, and what was read from it. */
export interface BundleEntry extends BundleIdentity {
  readonly sourceId: string;
  readonly name: string;
  readonly lastModified: Date;
  readonly storedAt: Date;
  readonly verdict: Exclude<BundleVerdict, 'duplicate'>;
  readonly payload: Uint8Array;
  /** In the order of the bundle; empty unless the verdict is `stored`. */
  readonly telegrams: readonly ReceivedTelegram[];
}

/**
 * The store as the pull needs it. Every call is synchronous, so that between looking and storing nobody comes in
 * between; what `store` has succeeded with is on the disk.
 */
export interface BundleLedger {
  /** Every bundle kept from a source, by its name there. */
  findKnown(sourceId: string): ReadonlyMap<string, KnownBundle>;
  /**
   * For each identity the stored bundle with the same number or, where it has none, with the same content from that
   * source; null where there is none.
   */
  findTwins(sourceId: string, identities: readonly BundleIdentity[]): readonly (StoredTwin | null)[];
  /**
   * Stores a batch durably and returns how many of its telegrams were new: what two gateways hear, or one sends
   * twice, counts once. Each bundle is kept whole or not at all; one kept before under its name is left as it is.
   */
  store(batch: readonly BundleEntry[]): Result<number, Failure>;
  /** The names of stored bundles of a source that it still holds and that were stored up to an instant. */
  findUncleared(sourceId: string, storedUpTo: Date): ReadonlySet<string>;
  /** Notes that the source has forgotten these names. */
  markCleared(sourceId: string, names: readonly string[], clearedAt: Date): Result<void, Failure>;
  /** The numbers of all bundles kept from a source, whatever became of them. */
  findNumbers(sourceId: string): readonly BundleTopic[];
}
