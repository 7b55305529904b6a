/** The pull into the encrypted store against a bare loop of the same requests that throws everything away. */
import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetRetainedMessageCommand, IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { openIotCoreSource } from '#office/mailbox/iot-core-source.ts';
import type { BundleSource } from '#office/mailbox/bundle-source.ts';
import { pullBundles } from '#office/services/pull-bundles.ts';
import { createStoreBundleLedger } from '#office/services/store-bundle-ledger.ts';
import { workInParallel } from '#office/services/work-in-parallel.ts';
import { openStore } from '#office/store/open.ts';
import type { BenchRow } from './bench-row.ts';
import type { PullServerReady } from './pull-server.ts';

const BUNDLES = 600;
const HANDS = 32;
const ROUNDS = 2;
/** The pace of the product is throttled to the account's quota; here it runs free. */
const UNTHROTTLED = { getsPerSecond: 1e6, listsPerSecond: 1e6, clearsPerSecond: 1e6, concurrency: HANDS };

/** Pulls and bare loops take turns, so that a busy machine slows both; the best of each counts. */
export async function run(report: (row: BenchRow) => void): Promise<void> {
  const server = fork(join(import.meta.dirname, 'pull-server.ts'), [String(BUNDLES)]);
  try {
    const [ready] = (await once(server, 'message')) as [PullServerReady];
    const source = openIotCoreSource({ ...ready, extraRoots: [ready.ca], ...UNTHROTTLED });
    const names = await namesOf(source);
    const [bare, pulls] = [[], []] as [number[], number[]];
    const telegrams = { count: 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      bare.push(await timeBareLoop(ready, names));
      pulls.push(await timePull(source, telegrams));
    }
    source.close();
    reportRows(report, Math.min(...bare), Math.min(...pulls), telegrams.count);
  } finally {
    await stop(server);
  }
}

function reportRows(
  report: (row: BenchRow) => void,
  bareSeconds: number,
  seconds: number,
  telegrams: number,
): void {
  const baseline = `bare GETs of the SDK, ${HANDS} at once, nothing stored`;
  const ratio = bareSeconds / seconds;
  const name = 'Datenabruf in den verschlüsselten Speicher';
  report({ name, n: BUNDLES, seconds, rate: BUNDLES / seconds, unit: 'Bündel/s', baseline, ratio });
  report({ name, n: telegrams, seconds, rate: telegrams / seconds, unit: 'Telegramme/s', baseline, ratio });
}

async function namesOf(source: BundleSource): Promise<string[]> {
  const listed = await source.list();
  if (!listed.ok || listed.value.bundles.length !== BUNDLES)
    throw new Error('the server is not as it should be');
  return listed.value.bundles.map(({ name }) => name);
}

async function timeBareLoop(server: PullServerReady, topics: readonly string[]): Promise<number> {
  const client = new IoTDataPlaneClient({
    ...server,
    requestHandler: new NodeHttpHandler({
      httpsAgent: new Agent({ ca: server.ca, keepAlive: true, maxSockets: HANDS }),
    }),
  });
  const started = performance.now();
  let bytes = 0;
  await workInParallel(
    topics,
    HANDS,
    () => true,
    async (topic) => {
      const { payload } = await client.send(new GetRetainedMessageCommand({ topic }));
      bytes += payload?.byteLength ?? 0;
    },
  );
  const seconds = (performance.now() - started) / 1000;
  client.destroy();
  if (bytes === 0) throw new Error('nothing was fetched');
  return seconds;
}

async function timePull(source: BundleSource, telegrams: { count: number }): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'stichtag-bench-'));
  const store = openStore({ file: join(folder, 'store.db'), key: randomBytes(32), mode: 'create' });
  if (!store.ok) throw new Error(store.error.message);
  try {
    const started = performance.now();
    const sheet = await pullBundles({ source, ledger: createStoreBundleLedger(store.value) });
    const seconds = (performance.now() - started) / 1000;
    if (sheet.stored !== BUNDLES) throw new Error('the pull is not complete');
    telegrams.count = sheet.telegrams;
    return seconds;
  } finally {
    store.value.close();
    rmSync(folder, { recursive: true });
  }
}

async function stop(server: ChildProcess): Promise<void> {
  const exited = once(server, 'exit');
  server.disconnect();
  await exited;
}
