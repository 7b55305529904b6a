/** Where bundles come from: IoT Core and files today. A source moves bytes and knows nothing of telegrams. */
import type { Failure, Result } from '#shared/model/result.ts';

/** The one source of all files, however they came: a file is known again by its place. */
export const FILES_SOURCE = 'files';

/** Why a source could not do what was asked; the first group stops a pull, the second concerns one bundle. */
export type SourceFailureCode =
  | 'CREDENTIALS_REJECTED'
  | 'CREDENTIALS_EXPIRED'
  | 'PROFILE_UNUSABLE'
  | 'ACCESS_DENIED'
  | 'CLOCK_SKEWED'
  | 'WRONG_REGION'
  | 'OFFLINE'
  | 'ENDPOINT_UNREACHABLE'
  | 'ENDPOINT_NOT_TRUSTED'
  | 'SERVICE_FAILED'
  | 'THROTTLED'
  | 'CANCELLED'
  | 'NOT_READABLE'
  | 'TOO_LARGE'
  | 'VANISHED';

export type SourceFailure = Failure<SourceFailureCode>;

/** One bundle as a list shows it, without its payload. */
export interface BundleListing {
  /** The name that finds it again: an MQTT topic or a file's path. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly lastModified: Date;
}

/** One bundle with its payload, byte for byte as it was sent. */
export interface FetchedBundle extends BundleListing {
  readonly payload: Uint8Array;
}

/** A list of everything a source holds, gathered over all its pages. */
export interface BundleList {
  readonly bundles: readonly BundleListing[];
  /** What else lies there and is no bundle: status messages, other applications' topics. */
  readonly others: number;
}

/** What a source says of itself in a connection test. */
export interface SourceDescription {
  /** Where it is, for people: the endpoint's host or the folder. */
  readonly place: string;
  /** How far this computer's clock is ahead of the source's, if the source has one. */
  readonly clockAheadMs: number | null;
  /** The account's number, where the credentials themselves name it; it is never asked for. */
  readonly account: string | null;
}

/** A place that holds bundles until they are cleared. */
export interface BundleSource {
  /** Stays the same between pulls; remembers which source a bundle was seen at. */
  readonly id: string;
  /** Whether the source forgets a bundle when told so; files are left alone. */
  readonly canClear: boolean;
  /** How many bundles may sensibly be fetched at once. */
  readonly concurrency: number;
  describe(signal?: AbortSignal): Promise<Result<SourceDescription, SourceFailure>>;
  /** Lists all pages before it returns; the order of the bundles is arbitrary. */
  list(signal?: AbortSignal): Promise<Result<BundleList, SourceFailure>>;
  fetch(name: string, signal?: AbortSignal): Promise<Result<FetchedBundle, SourceFailure>>;
  /** Makes the source forget a bundle. Call it only when the bundle is durably stored. */
  clear(name: string, signal?: AbortSignal): Promise<Result<void, SourceFailure>>;
  /** Lets go of sockets; the source is of no use afterwards. */
  close(): void;
}
