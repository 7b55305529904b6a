/** The mailbox in AWS IoT Core: bundles are retained messages, read and cleared over the HTTPS data plane. */
import { Agent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSecureContext, getCACertificates } from 'node:tls';
import type * as Sdk from '@aws-sdk/client-iot-data-plane';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type {
  BundleList,
  BundleListing,
  BundleSource,
  FetchedBundle,
  SourceDescription,
  SourceFailure,
} from './bundle-source.ts';
import { isBundleTopic } from './bundle-topic.ts';
import { credentialsFor, type IotCoreCredentials } from './iot-core-credentials.ts';
import { toIotCoreFailure } from './iot-core-failure.ts';
import { TokenBucket } from './token-bucket.ts';

/** The operator's account. Rates are calls per second and stay below the quotas AWS gives by default. */
export interface IotCoreSourceOptions {
  /** `https://….iot.eu-central-1.amazonaws.com`, the account's own data endpoint. */
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: IotCoreCredentials;
  /** Root certificates to trust besides the built-in and the system's, PEM. */
  readonly extraRoots?: readonly string[];
  readonly concurrency?: number;
  readonly getsPerSecond?: number;
  readonly listsPerSecond?: number;
  readonly clearsPerSecond?: number;
  readonly maxAttempts?: number;
}

interface Opened {
  readonly sdk: typeof Sdk;
  readonly client: Sdk.IoTDataPlaneClient;
}

const PAGE_SIZE = 200;
const CONNECT_TIMEOUT_MS = 5_000;
const REQUEST_TIMEOUT_MS = 20_000;
const FIRST_CONTACT_ATTEMPTS = 3;
const DEFAULTS = {
  concurrency: 32,
  getsPerSecond: 400,
  listsPerSecond: 8,
  clearsPerSecond: 200,
  maxAttempts: 10,
};

/** Opens the mailbox; the first request goes out with the first call. */
export function openIotCoreSource(options: IotCoreSourceOptions): BundleSource {
  return new IotCoreSource(options);
}

class IotCoreSource implements BundleSource {
  readonly id: string;
  readonly canClear = true;
  readonly concurrency: number;
  readonly #options: IotCoreSourceOptions & typeof DEFAULTS;
  readonly #host: string;
  readonly #gets: TokenBucket;
  readonly #lists: TokenBucket;
  readonly #clears: TokenBucket;
  #opened: Promise<Opened> | null = null;
  #clockAheadMs: number | null = null;

  constructor(options: IotCoreSourceOptions) {
    this.#options = { ...DEFAULTS, ...options };
    this.#host = new URL(options.endpoint).host;
    this.id = `iot-core:${this.#host}`;
    this.concurrency = this.#options.concurrency;
    // A burst of a tenth of a second keeps the connections busy without ever looking like an attack.
    this.#gets = new TokenBucket(this.#options.getsPerSecond, Math.max(1, this.#options.getsPerSecond / 10));
    this.#lists = new TokenBucket(this.#options.listsPerSecond, 1);
    this.#clears = new TokenBucket(
      this.#options.clearsPerSecond,
      Math.max(1, this.#options.clearsPerSecond / 10),
    );
  }

  async describe(signal?: AbortSignal): Promise<Result<SourceDescription, SourceFailure>> {
    const page = await this.#page(undefined, 1, signal);
    if (!page.ok) return page;
    return succeed({
      place: this.#host,
      clockAheadMs: this.#clockAheadMs,
      account: this.#opened === null ? null : await accountOf(await this.#opened),
    });
  }

  async list(signal?: AbortSignal): Promise<Result<BundleList, SourceFailure>> {
    const bundles: BundleListing[] = [];
    let others = 0;
    let nextToken: string | undefined;
    do {
      const page = await this.#page(nextToken, PAGE_SIZE, signal);
      if (!page.ok) return page;
      for (const { topic = '', payloadSize = 0, lastModifiedTime = 0 } of page.value.topics)
        if (isBundleTopic(topic))
          bundles.push({ name: topic, sizeBytes: payloadSize, lastModified: new Date(lastModifiedTime) });
        else others += 1;
      nextToken = page.value.nextToken;
      // An empty page is not the last one as long as it carries a token.
    } while (nextToken !== undefined);
    return succeed({ bundles, others });
  }

  async fetch(name: string, signal?: AbortSignal): Promise<Result<FetchedBundle, SourceFailure>> {
    const answer = await this.#call(
      this.#gets,
      ({ sdk, client }) =>
        client.send(new sdk.GetRetainedMessageCommand({ topic: name }), signal && { abortSignal: signal }),
      signal,
    );
    if (!answer.ok) return answer;
    const { payload = new Uint8Array(), lastModifiedTime = 0 } = answer.value;
    return succeed({
      name,
      payload,
      sizeBytes: payload.byteLength,
      lastModified: new Date(lastModifiedTime),
    });
  }

  async clear(name: string, signal?: AbortSignal): Promise<Result<void, SourceFailure>> {
    const emptyRetained = { topic: name, qos: 1, retain: true, payload: new Uint8Array() };
    const answer = await this.#call(
      this.#clears,
      ({ sdk, client }) =>
        client.send(new sdk.PublishCommand(emptyRetained), signal && { abortSignal: signal }),
      signal,
    );
    return answer.ok ? succeed(undefined) : answer;
  }

  close(): void {
    this.#opened?.then(
      ({ client }) => client.destroy(),
      // What was never opened need not be closed; whoever opened it has been told.
      () => {},
    );
  }

  async #page(
    nextToken: string | undefined,
    maxResults: number,
    signal: AbortSignal | undefined,
  ): Promise<Result<{ topics: Sdk.RetainedMessageSummary[]; nextToken: string | undefined }, SourceFailure>> {
    const answer = await this.#call(
      this.#lists,
      ({ sdk, client }) =>
        client.send(
          new sdk.ListRetainedMessagesCommand({ nextToken, maxResults }),
          signal && { abortSignal: signal },
        ),
      signal,
    );
    if (!answer.ok) return answer;
    return succeed({ topics: answer.value.retainedTopics ?? [], nextToken: answer.value.nextToken });
  }

  /** Waits for its turn, calls, and tries once more after a 403, which the service sometimes gives for no reason. */
  async #call<T>(
    bucket: TokenBucket,
    request: (opened: Opened) => Promise<T>,
    signal: AbortSignal | undefined,
  ): Promise<Result<T, SourceFailure>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const waitMs = bucket.reserve();
        if (waitMs > 0) await sleep(waitMs, undefined, signal && { signal });
        this.#opened ??= this.#open();
        return succeed(await request(await this.#opened));
      } catch (error) {
        const { region, credentials } = this.#options;
        const profile = 'profile' in credentials ? credentials.profile : null;
        const context = { host: this.#host, region, profile, clockAheadMs: this.#clockAheadMs };
        const failure = toIotCoreFailure(error, context);
        if (failure.code !== 'ACCESS_DENIED' || attempt > 1) return fail(failure);
      }
    }
  }

  /** The SDK is loaded here and not before: it costs a moment and most starts of the program pull nothing. */
  async #open(): Promise<Opened> {
    const [sdk, { NodeHttpHandler }] = await Promise.all([
      import('@aws-sdk/client-iot-data-plane'),
      import('@smithy/node-http-handler'),
    ]);
    const { endpoint, region, credentials, extraRoots = [], concurrency, maxAttempts } = this.#options;
    const roots = [...getCACertificates('bundled'), ...getCACertificates('system'), ...extraRoots];
    const requestHandler = new NodeHttpHandler({
      connectionTimeout: CONNECT_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      // One context for all connections: reading hundreds of certificates for each would cost more than the TLS.
      httpsAgent: new Agent({
        secureContext: createSecureContext({ ca: roots }),
        keepAlive: true,
        maxSockets: concurrency,
      }),
    });
    const client = new sdk.IoTDataPlaneClient({
      endpoint,
      region,
      credentials: await credentialsFor(credentials, requestHandler),
      // Until the service has answered once, a few attempts are enough to say that nobody is there.
      maxAttempts: () => Promise.resolve(this.#clockAheadMs === null ? FIRST_CONTACT_ATTEMPTS : maxAttempts),
      requestHandler,
    });
    client.middlewareStack.add(
      (next) => async (args) => {
        const output = await next(args);
        this.#noteClock(output.response);
        return output;
      },
      { step: 'deserialize', priority: 'low', name: 'noteClock' },
    );
    return { sdk, client };
  }

  #noteClock(response: unknown): void {
    const { headers = {} } = Object(response) as { headers?: Record<string, string> };
    const serverMs = Date.parse(headers['date'] ?? '');
    if (!Number.isNaN(serverMs)) this.#clockAheadMs = Date.now() - serverMs;
  }
}

/** What the credentials in use say of their account; typed keys say nothing. */
async function accountOf({ client }: Opened): Promise<string | null> {
  const { accountId } = await client.config.credentials();
  return accountId ?? null;
}
