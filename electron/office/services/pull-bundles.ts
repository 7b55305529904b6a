/** The lossless pull: list everything, fetch what is new, store it durably, and only then clear it at the source. */
import type { Failure } from '#shared/model/result.ts';
import {
  FILES_SOURCE,
  type BundleList,
  type BundleListing,
  type BundleSource,
  type FetchedBundle,
  type SourceFailure,
  type SourceFailureCode,
} from '#office/mailbox/bundle-source.ts';
import { findSequenceGaps, type SequenceGap } from '#office/mailbox/sequence-gaps.ts';
import type { BundleEntry, BundleLedger, BundleVerdict, KnownBundle, StoredTwin } from './bundle-ledger.ts';
import { examineBundle, judgeBundle, type ExaminedBundle } from './judge-bundle.ts';
import { inChunks, workInParallel } from './work-in-parallel.ts';

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
  /** New ones; what was heard twice counts once. */
  readonly telegrams: number;
  /** Rows of bundles that hold no telegram. */
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

/** Bundles stored in one transaction: enough to be fast, few enough that the office answers in between. */
const BATCH_SIZE = 50;
/** What is stored in one transaction at most: the office answers nobody meanwhile, and a commit takes the longer part. */
const BATCH_BYTES = 64 * 1024;
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

interface JudgedBundle extends ExaminedBundle {
  readonly verdict: BundleVerdict;
  readonly problem: Failure | null;
  /** When it is stored, or was the first time. */
  readonly storedAt: Date;
}

class Pull {
  readonly #source: BundleSource;
  readonly #ledger: BundleLedger;
  readonly #clearPolicy: ClearPolicy;
  readonly #now: () => Date;
  readonly #onProgress: (progress: PullProgress) => void;
  readonly #signal: AbortSignal | undefined;

  readonly #verdicts: Record<BundleVerdict, number> = {
    stored: 0,
    duplicate: 0,
    quarantined: 0,
    unreadable: 0,
  };
  readonly #sums = { telegrams: 0, skippedRows: 0, bytes: 0, cleared: 0, fetched: 0, toFetch: 0 };
  readonly #problems: PullProblem[] = [];
  /** What the ledger knows, kept up to date while we add to it. */
  readonly #known: Map<string, KnownBundle>;
  /** Names under which something came that was stored before, and when that was. */
  readonly #duplicates = new Map<string, Date>();
  #arrived: FetchedBundle[] = [];
  #failure: Failure | null = null;

  constructor(options: PullOptions) {
    this.#source = options.source;
    this.#ledger = options.ledger;
    this.#clearPolicy = options.clearPolicy ?? DEFAULT_CLEAR_POLICY;
    this.#now = options.now ?? (() => new Date());
    this.#onProgress = options.onProgress ?? (() => {});
    this.#signal = options.signal;
    this.#known = new Map(this.#ledger.findKnown(this.#source.id));
  }

  async run(): Promise<PullSheet> {
    const list = await this.#fetchUntilNothingIsNew();
    if (this.#failure === null) await this.#clearWhatIsDue(list.bundles);
    return {
      listed: list.bundles.length,
      others: list.others,
      stored: this.#verdicts.stored,
      duplicates: this.#verdicts.duplicate,
      quarantined: this.#verdicts.quarantined,
      unreadable: this.#verdicts.unreadable,
      telegrams: this.#sums.telegrams,
      skippedRows: this.#sums.skippedRows,
      bytes: this.#sums.bytes,
      cleared: this.#sums.cleared,
      left: this.#findNews(list.bundles).length,
      problems: this.#problems,
      gaps: findSequenceGaps(this.#ledger.findNumbers(this.#source.id)),
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
    return list;
  }

  /** What the ledger does not know in the form it is listed with, in the order of the names. */
  #findNews(listed: readonly BundleListing[]): BundleListing[] {
    return listed.filter((bundle) => !this.#isKnown(bundle)).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }

  #isKnown({ name, lastModified }: BundleListing): boolean {
    return this.#known.get(name)?.lastModified?.getTime() === lastModified.getTime();
  }

  async #fetchAll(bundles: readonly BundleListing[]): Promise<void> {
    this.#report('fetching');
    try {
      await this.#inParallel(bundles, async ({ name }) => {
        const fetched = await this.#source.fetch(name, this.#signal);
        if (!fetched.ok) return this.#noteFailure(name, fetched.error);
        this.#arrived.push(fetched.value);
        if (this.#hasArrivedEnough()) this.#storeArrived();
      });
    } finally {
      // What has arrived whole is kept, whatever became of the rest.
      this.#storeArrived();
    }
  }

  #hasArrivedEnough(): boolean {
    const bytes = this.#arrived.reduce((sum, { payload }) => sum + payload.byteLength, 0);
    return this.#arrived.length >= BATCH_SIZE || bytes >= BATCH_BYTES;
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
    const judged = this.#judge(examined);
    const entries = judged.flatMap((bundle) => toEntry(bundle, this.#source.id));
    const stored = this.#ledger.store(entries);
    if (!stored.ok) {
      this.#failure ??= stored.error;
      return;
    }
    this.#sums.telegrams += stored.value;
    for (const bundle of judged) this.#note(bundle);
    this.#report('fetching');
  }

  /** Judges a batch in its order, for the twin of a bundle may be in the same batch. */
  #judge(examined: readonly ExaminedBundle[]): JudgedBundle[] {
    const now = this.#now();
    const twins = this.#ledger.findTwins(this.#source.id, examined);
    const inBatch = new Map<string, StoredTwin>();
    return examined.map((bundle, index) => {
      const identity = JSON.stringify(bundle.numbered ?? bundle.sha256);
      const twin = twins[index] ?? inBatch.get(identity) ?? null;
      const { verdict, problem } = judgeBundle(bundle, twin?.sha256 ?? null);
      if (verdict === 'stored') inBatch.set(identity, { sha256: bundle.sha256, storedAt: now });
      return { ...bundle, verdict, problem, storedAt: verdict === 'duplicate' && twin ? twin.storedAt : now };
    });
  }

  #note({ fetched, verdict, problem, storedAt, parsed }: JudgedBundle): void {
    const { name, lastModified, payload } = fetched;
    this.#verdicts[verdict] += 1;
    this.#sums.fetched += 1;
    this.#sums.bytes += payload.byteLength;
    this.#sums.skippedRows += parsed.ok ? parsed.value.skippedRows : 0;
    const isStored = verdict === 'stored' || verdict === 'duplicate';
    this.#known.set(name, { lastModified, clearedAt: null, isStored });
    if (verdict === 'duplicate') this.#duplicates.set(name, storedAt);
    if (problem !== null) this.#problems.push({ name, failure: problem });
  }

  /** Clears what is durably stored in exactly the form that is listed, when its time has come. */
  async #clearWhatIsDue(listed: readonly BundleListing[]): Promise<void> {
    for (const chunk of inChunks(this.#findDue(listed), BATCH_SIZE)) {
      const cleared: string[] = [];
      await this.#inParallel(chunk, async ({ name }) => {
        const answer = await this.#source.clear(name, this.#signal);
        if (answer.ok) cleared.push(name);
        else this.#noteFailure(name, answer.error);
      });
      this.#sums.cleared += cleared.length;
      const noted = this.#ledger.markCleared(this.#source.id, cleared, this.#now());
      if (!noted.ok) this.#failure ??= noted.error;
      this.#report('clearing');
    }
  }

  #findDue(listed: readonly BundleListing[]): BundleListing[] {
    const policy = this.#clearPolicy;
    if (policy.kind === 'never' || !this.#source.canClear) return [];
    const nowMs = this.#now().getTime();
    const storedUpTo = new Date(nowMs - policy.days * DAY_MS);
    const uncleared = this.#ledger.findUncleared(this.#source.id, storedUpTo);
    return listed.filter((bundle) => {
      const known = this.#known.get(bundle.name);
      const duplicateSince = this.#duplicates.get(bundle.name);
      const isDue =
        uncleared.has(bundle.name) ||
        // It was cleared and is still listed: the source has not let go of it.
        (known?.clearedAt ?? null) !== null ||
        (duplicateSince !== undefined && duplicateSince <= storedUpTo);
      const isOldEnough = bundle.lastModified.getTime() + MIN_CLEAR_AGE_MS <= nowMs;
      return known?.isStored === true && this.#isKnown(bundle) && isDue && isOldEnough;
    });
  }

  /** A failure of the pull lets all hands rest. */
  #inParallel(
    bundles: readonly BundleListing[],
    work: (bundle: BundleListing) => Promise<void>,
  ): Promise<void> {
    return workInParallel(bundles, this.#source.concurrency, () => this.#failure === null, work);
  }

  #report(phase: PullProgress['phase']): void {
    const { fetched, toFetch, telegrams } = this.#sums;
    this.#onProgress({ phase, fetched, toFetch, telegrams });
  }
}

/**
 * A duplicate is stored already and makes no entry. Nor does a file that is no bundle: it stays where it is, and it may
 * be anything, even a list of keys.
 */
function toEntry(bundle: JudgedBundle, sourceId: string): BundleEntry[] {
  const { fetched, parsed, verdict, numbered, sha256, storedAt } = bundle;
  if (verdict === 'duplicate' || (verdict === 'unreadable' && sourceId === FILES_SOURCE)) return [];
  const { name, lastModified, payload } = fetched;
  const telegrams = parsed.ok && verdict === 'stored' ? parsed.value.telegrams : [];
  return [{ sourceId, name, lastModified, storedAt, verdict, numbered, sha256, payload, telegrams }];
}
