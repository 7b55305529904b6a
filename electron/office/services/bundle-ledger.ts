/** What the pull asks of the store: to remember which bundles came, and to keep them with their telegrams. */
import type { Failure, Result } from '#shared/model/result.ts';
import type { BundleTopic } from '#office/mailbox/bundle-topic.ts';
import type { ReceivedTelegram } from '#office/mailbox/formats/bundle-format.ts';

/**
 * What became of a bundle. `stored` bundles hold the telegrams that count; `duplicate` is one stored before, byte
 * for byte; `quarantined` has the number of a stored one but other content; `unreadable` has no telegrams that
 * could be read. The last two are kept as they came and never cleared at the source.
 */
export type BundleState = 'stored' | 'duplicate' | 'quarantined' | 'unreadable';

/** What the ledger remembers of a name at a source: the newest message seen there. */
export interface BundleSighting {
  readonly name: string;
  readonly lastModified: Date;
  readonly sizeBytes: number;
  readonly state: BundleState;
  /** When it was stored, or found to be stored already. */
  readonly storedAt: Date;
  readonly clearedAt: Date | null;
}

/** A bundle on its way into the store: as it came, and what was read from it. */
export interface BundleEntry {
  readonly sourceId: string;
  readonly name: string;
  readonly lastModified: Date;
  readonly storedAt: Date;
  readonly state: BundleState;
  /** The key under which only one stored bundle may exist. */
  readonly identity: string;
  /** SHA-256 of the payload, hex. */
  readonly sha256: string;
  readonly payload: Uint8Array;
  /** Gateway, epoch and number, where the bundle has them. */
  readonly numbered: BundleTopic | null;
  readonly sentAt: Date | null;
  /** In the order of the bundle; empty unless the state is `stored`. */
  readonly telegrams: readonly ReceivedTelegram[];
  /** Why it is quarantined or unreadable. */
  readonly problem: Failure | null;
}

/**
 * The store as the pull needs it. Every call is synchronous, so that between looking and storing nobody comes in
 * between; what `store` has succeeded with is on the disk.
 */
export interface BundleLedger {
  /** The newest sighting of each of these names at a source; names never seen are missing. */
  findSightings(sourceId: string, names: readonly string[]): ReadonlyMap<string, BundleSighting>;
  /** The hash of the stored bundle under each of these identities; unknown ones are missing. */
  findHashes(identities: readonly string[]): ReadonlyMap<string, string>;
  /**
   * Stores a batch in one durable transaction, all or nothing: payloads, telegrams and sightings. Of a duplicate it
   * only notes the sighting (its name may be a new one), and so of a quarantined or unreadable bundle whose hash was
   * kept under this name before.
   */
  store(batch: readonly BundleEntry[]): Result<void, Failure>;
  /** Notes that the source has forgotten these names. */
  markCleared(sourceId: string, names: readonly string[], clearedAt: Date): void;
  /** Gateway, epoch and number of every stored bundle of these gateways, whatever its state. */
  findNumbers(gateways: readonly string[]): readonly BundleTopic[];
}
