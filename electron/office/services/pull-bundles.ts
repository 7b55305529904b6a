/** The lossless pull: list everything, fetch what is new, store it durably, and only then clear it at the source. */
import type { Failure } from '#shared/model/result.ts';
import type {
  BundleList,
  BundleListing,
  BundleSource,
  FetchedBundle,
  SourceFailure,
  SourceFailureCode,
} from '#office/mailbox/bundle-source.ts';
import { findSequenceGaps, type SequenceGap } from '#office/mailbox/sequence-gaps.ts';
import type { BundleEntry, BundleLedger, BundleSighting, BundleState } from './bundle-ledger.ts';
import { examineBundle, judgeBundle, toBundleEntry } from './judge-bundle.ts';

/** When a stored bundle is cleared at its source: some days later by default, for the cloud is a free backup. */
export type ClearPolicy = { readonly kind: 'never' } | { readonly kind: 'afterDays'; readonly days: number };

export const DEFAULT_CLEAR_POLICY: ClearPolicy = { kind: 'afterDays', days: 14 };

/** How far a pull has come; `toFetch` grows when a further pass finds more. */
export interface PullProgress {
  readonly phase: 'listing' | 'fetching' | 'clearing';
  readonly fetched: number;
  readonly toFetch: number;
  readonly telegrams: number;
}

/** What a pull needs; `now` is a parameter so that a test can wait two weeks. */
export interface PullOptions {
  readonly source: BundleSource;
  readonly ledger: BundleLedger;
  readonly clearPolicy?: ClearPolicy;
  readonly now?: () => Date;
  readonly onProgress?: (progress: PullProgress) => void;
  readonly signal?: AbortSignal;
}

/** One bundle that needs somebody's eye. */
export interface PullProblem {
  readonly name: string;
  readonly failure: Failure;
}

/** The result sheet of a pull. */
export interface PullSheet {
  /** Bundles the last list showed, and what else lay there. */
  readonly listed: number;
  readonly others: number;
  readonly stored: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly unreadable: number;
  readonly telegrams: number;
  readonly skippedRows: number;
  readonly bytes: number;
  readonly cleared: number;
  /** Bundles still to be fetched because something failed; the next pull takes them. */
  readonly left: number;
  /** The quarantined, the unreadable and the left ones with a reason of their own. */
  readonly problems: readonly PullProblem[];
  readonly gaps: readonly SequenceGap[];
  /** Why the pull ended early, `CANCELLED` included; null when it came to its end. */
  readonly failure: Failure | null;
}

/** Bundles stored in one transaction: enough to be fast, few enough that a cancel waits for nothing. */
const BATCH_SIZE = 100;
/** Names asked of the ledger at once. */
const LOOKUP_SIZE = 500;
/** A pass that finds something new is followed by another, but a gateway that never rests shall not hold us. */
const MAX_PASSES = 5;
/** A gateway may still be repeating a message this young; clearing it would only bring it back. */
const MIN_CLEAR_AGE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Failures of one bundle; every other one would meet the next bundle too and ends the pull. */
const CONCERNS_ONE_BUNDLE: ReadonlySet<SourceFailureCode> = new Set([
  'VANISHED',
  'NOT_READABLE',
  'TOO_LARGE',
  'THROTTLED',
]);

/**
 * Pulls everything a source holds into the ledger. A crash or a cancel at any point loses nothing: what was
 * stored stays, what was not is still at the source. Expected failures, of the source or the store, are on the sheet.
 */
export function pullBundles(options: PullOptions): Promise<PullSheet> {
  return new Pull(options).run();
}

class Pull {
  readonly #source: BundleSource;
  readonly #ledger: BundleLedger;
  readonly #clearPolicy: ClearPolicy;
  readonly #now: () => Date;
  readonly #onProgress: (progress: PullProgress) => void;
  readonly #signal: AbortSignal | undefined;

  readonly #counts: Record<BundleState, number> = { stored: 0, duplicate: 0, quarantined: 0, unreadable: 0 };
  readonly #sums = { telegrams: 0, skippedRows: 0, bytes: 0, cleared: 0, fetched: 0, toFetch: 0 };
  readonly #problems: PullProblem[] = [];
  readonly #gateways = new Set<string>();
  #arrived: FetchedBundle[] = [];
  #failure: Failure | null = null;
  #left = 0;

  constructor(options: PullOptions) {
    this.#source = options.source;
    this.#ledger = options.ledger;
    this.#clearPolicy = options.clearPolicy ?? DEFAULT_CLEAR_POLICY;
    this.#now = options.now ?? (() => new Date());
    this.#onProgress = options.onProgress ?? (() => {});
    this.#signal = options.signal;
  }

  async run(): Promise<PullSheet> {
    const list = await this.#fetchUntilNothingIsNew();
    if (this.#failure === null) await this.#clearWhatIsDue(list.bundles);
    return {
      listed: list.bundles.length,
      others: list.others,
      stored: this.#counts.stored,
      duplicates: this.#counts.duplicate,
      quarantined: this.#counts.quarantined,
      unreadable: this.#counts.unreadable,
      telegrams: this.#sums.telegrams,
      skippedRows: this.#sums.skippedRows,
      bytes: this.#sums.bytes,
      cleared: this.#sums.cleared,
      left: this.#left,
      problems: this.#problems,
      gaps: findSequenceGaps(this.#ledger.findNumbers([...this.#gateways])),
      failure: this.#failure,
    };
  }

  /** Repeats list and fetch, for new bundles come in while we read; nothing is cleared while pages are turned. */
  async #fetchUntilNothingIsNew(): Promise<BundleList> {
    let list: BundleList = { bundles: [], others: 0 };
    for (let pass = 0; pass < MAX_PASSES && this.#failure === null; pass += 1) {
      this.#report('listing');
      const listing = await this.#source.list(this.#signal);
      if (!listing.ok) {
        this.#failure = listing.error;
        break;
      }
      list = listing.value;
      const news = this.#findNews(list.bundles);
      if (news.length === 0) break;
      this.#sums.toFetch = this.#sums.fetched + news.length;
      await this.#fetchAll(news);
    }
    this.#left = this.#findNews(list.bundles).length;
    return list;
  }

  /** What the ledger does not know in the form it is listed with, in the order of the names. */
  #findNews(listed: readonly BundleListing[]): BundleListing[] {
    const sorted = listed.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    return this.#withSightings(sorted)
      .filter(([bundle, sighting]) => sighting === undefined || !isSame(bundle, sighting))
      .map(([bundle]) => bundle);
  }

  #withSightings(listed: readonly BundleListing[]): [BundleListing, BundleSighting | undefined][] {
    return inChunks(listed, LOOKUP_SIZE).flatMap((chunk) => {
      const sightings = this.#ledger.findSightings(
        this.#source.id,
        chunk.map(({ name }) => name),
      );
      return chunk.map((bundle): [BundleListing, BundleSighting | undefined] => [
        bundle,
        sightings.get(bundle.name),
      ]);
    });
  }

  async #fetchAll(bundles: readonly BundleListing[]): Promise<void> {
    try {
      await this.#inParallel(bundles, async ({ name }) => {
        const fetched = await this.#source.fetch(name, this.#signal);
        if (!fetched.ok) return this.#noteFailure(name, fetched.error);
        this.#arrived.push(fetched.value);
        if (this.#arrived.length >= BATCH_SIZE) this.#storeArrived();
      });
    } finally {
      // What has arrived whole is kept, whatever became of the rest.
      this.#storeArrived();
    }
  }

  #noteFailure(name: string, failure: SourceFailure): void {
    if (!CONCERNS_ONE_BUNDLE.has(failure.code)) this.#failure ??= failure;
    else if (failure.code !== 'VANISHED') this.#problems.push({ name, failure });
  }

  #storeArrived(): void {
    const batch = this.#arrived;
    this.#arrived = [];
    if (batch.length === 0) return;
    const examined = batch.map((bundle) => examineBundle(bundle));
    const known = new Map(this.#ledger.findHashes(examined.map(({ identity }) => identity)));
    const entries = examined.map((bundle) =>
      toBundleEntry(bundle, judgeBundle(bundle, known), this.#source.id, this.#now()),
    );
    const stored = this.#ledger.store(entries);
    if (!stored.ok) {
      this.#failure ??= stored.error;
      return;
    }
    for (const entry of entries) this.#count(entry);
    this.#sums.skippedRows += examined.reduce(
      (sum, { parsed }) => sum + (parsed.ok ? parsed.value.skippedRows : 0),
      0,
    );
    this.#report('fetching');
  }

  #count({ name, state, numbered, payload, telegrams, problem }: BundleEntry): void {
    this.#counts[state] += 1;
    this.#sums.fetched += 1;
    this.#sums.bytes += payload.byteLength;
    this.#sums.telegrams += telegrams.length;
    if (numbered !== null) this.#gateways.add(numbered.gateway);
    if (problem !== null) this.#problems.push({ name, failure: problem });
  }

  /** Clears what is durably stored in exactly the form that is listed, when its time has come. */
  async #clearWhatIsDue(listed: readonly BundleListing[]): Promise<void> {
    const policy = this.#clearPolicy;
    if (policy.kind === 'never' || !this.#source.canClear) return;
    const nowMs = this.#now().getTime();
    const due = this.#withSightings(listed)
      .filter(
        ([bundle, sighting]) =>
          sighting !== undefined &&
          isSame(bundle, sighting) &&
          (sighting.state === 'stored' || sighting.state === 'duplicate') &&
          sighting.storedAt.getTime() + policy.days * DAY_MS <= nowMs &&
          bundle.lastModified.getTime() + MIN_CLEAR_AGE_MS <= nowMs,
      )
      .map(([bundle]) => bundle);
    for (const chunk of inChunks(due, BATCH_SIZE)) {
      const cleared: string[] = [];
      await this.#inParallel(chunk, async ({ name }) => {
        const answer = await this.#source.clear(name, this.#signal);
        if (answer.ok) cleared.push(name);
        else this.#noteFailure(name, answer.error);
      });
      this.#ledger.markCleared(this.#source.id, cleared, this.#now());
      this.#sums.cleared += cleared.length;
      this.#report('clearing');
    }
  }

  /** Works through the items with as many hands as the source likes; a failure of the pull lets all of them rest. */
  async #inParallel(
    items: readonly BundleListing[],
    work: (item: BundleListing) => Promise<void>,
  ): Promise<void> {
    const queue = items.values();
    let isBroken = false;
    const takeNext = async (): Promise<void> => {
      for (const item of queue) {
        if (this.#failure !== null || isBroken) return;
        await work(item);
      }
    };
    const hands = Array.from({ length: this.#source.concurrency }, () =>
      takeNext().catch((error: unknown) => {
        isBroken = true;
        throw error;
      }),
    );
    await Promise.all(hands);
  }

  #report(phase: PullProgress['phase']): void {
    const { fetched, toFetch, telegrams } = this.#sums;
    this.#onProgress({ phase, fetched, toFetch, telegrams });
  }
}

function isSame(listed: BundleListing, sighting: BundleSighting): boolean {
  return (
    listed.lastModified.getTime() === sighting.lastModified.getTime() &&
    listed.sizeBytes === sighting.sizeBytes
  );
}

function inChunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
