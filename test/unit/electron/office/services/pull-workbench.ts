/** What a test of the pull stands on: a running IoT Core, an encrypted store in its own folder, and the real SDK. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IoTDataPlaneClient, PublishCommand } from '@aws-sdk/client-iot-data-plane';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { startIotCore, type IotCore, type IotCoreOptions } from '#office/demo/iot-core/start-iot-core.ts';
import type { BundleSource } from '#office/mailbox/bundle-source.ts';
import { openIotCoreSource, type IotCoreSourceOptions } from '#office/mailbox/iot-core-source.ts';
import type { PullOptions, PullSheet } from '#office/services/pull-bundles.ts';
import { pullBundles } from '#office/services/pull-bundles.ts';
import { createStoreBundleLedger } from '#office/services/store-bundle-ledger.ts';
import { openStore } from '#office/store/open.ts';
import type { Store } from '#office/store/store.ts';

/** This account has no quotas unless a test sets some. */
const HURRIED = { listsPerSecond: 1_000, getsPerSecond: 10_000, clearsPerSecond: 10_000 };
const HOUR_MS = 3_600_000;

/** A telegram whose bytes differ with its number: enough of a header to be kept, no key will ever fit. */
export function telegramHex(number: number): string {
  return `2E44C514${number.toString(16).padStart(8, '0')}02087A79002025${'5A'.repeat(32)}`.toUpperCase();
}

/** The JSON of a bundle with one telegram. */
export function bundleJson(gateway: string, epoch: number, seq: number, telegram = seq): Buffer {
  const sent = '2026-01-07T03:00:05Z';
  const rows = [['2026-01-07T02:10:02Z', -71, 'C1', telegramHex(telegram)]];
  return Buffer.from(JSON.stringify({ v: 1, gw: gateway, epoch, seq, sent, t: rows }));
}

export function bundleTopic(gateway: string, epoch: number, seq: number, day = '20260107'): string {
  return `wmbus/v1/${gateway}/b/${day}/${epoch}-${seq}`;
}

export class PullWorkbench {
  readonly core: IotCore;
  readonly folder: string;
  readonly #key = randomBytes(32);
  readonly #client: IoTDataPlaneClient;
  readonly #sources: BundleSource[] = [];
  store: Store;
  /** The office's clock; an hour ahead, so that what was just published is old enough to be cleared. */
  now = new Date(Date.now() + HOUR_MS);

  private constructor(core: IotCore) {
    this.core = core;
    this.folder = mkdtempSync(join(tmpdir(), 'stichtag-pull-'));
    this.store = this.#open('create');
    const httpsAgent = new Agent({ ca: core.ca, keepAlive: true });
    this.#client = new IoTDataPlaneClient({
      endpoint: core.dataEndpoint,
      region: core.region,
      credentials: core.credentials,
      requestHandler: new NodeHttpHandler({ httpsAgent }),
    });
  }

  static async start(options: IotCoreOptions = {}): Promise<PullWorkbench> {
    return new PullWorkbench(await startIotCore(options));
  }

  /** What another process needs to open the same store. */
  storeAccess(): { readonly file: string; readonly keyHex: string } {
    return { file: this.store.file, keyHex: this.#key.toString('hex') };
  }

  #open(mode: 'create' | 'readWrite'): Store {
    const opened = openStore({ file: join(this.folder, 'store.db'), key: this.#key, mode });
    if (!opened.ok) throw new Error(opened.error.message);
    return opened.value;
  }

  /** As after a crash: everything that was not on the disk is gone. */
  reopenStore(): void {
    this.store.close();
    this.store = this.#open('readWrite');
  }

  openSource(options: Partial<IotCoreSourceOptions> = {}): BundleSource {
    const { dataEndpoint: endpoint, region, credentials, ca } = this.core;
    const account = { endpoint, region, credentials, extraRoots: [ca] };
    const source = openIotCoreSource({ ...account, ...HURRIED, ...options });
    this.#sources.push(source);
    return source;
  }

  /** Puts a retained message into the account as a gateway would; an empty one clears. */
  async publish(topic: string, payload: Uint8Array): Promise<void> {
    await this.#client.send(new PublishCommand({ topic, payload, qos: 1, retain: true }));
  }

  async publishBundle(gateway: string, epoch: number, seq: number, telegram = seq): Promise<void> {
    await this.publish(bundleTopic(gateway, epoch, seq), bundleJson(gateway, epoch, seq, telegram));
  }

  pull(options: Partial<PullOptions> = {}): Promise<PullSheet> {
    return pullBundles({
      source: options.source ?? this.openSource(),
      ledger: createStoreBundleLedger(this.store),
      now: () => this.now,
      ...options,
    });
  }

  passDays(days: number): void {
    this.now = new Date(this.now.getTime() + days * 24 * HOUR_MS);
  }

  async stop(): Promise<void> {
    for (const source of this.#sources) source.close();
    this.#client.destroy();
    this.store.close();
    await this.core.stop();
    rmSync(this.folder, { recursive: true });
  }
}
