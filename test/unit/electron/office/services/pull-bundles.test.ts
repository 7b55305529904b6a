import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { publishFleet } from '#office/demo/fleet/publish-fleet.ts';
import type { IotCoreOptions } from '#office/demo/iot-core/start-iot-core.ts';
import { serviceError } from '#office/demo/iot-core/service-error.ts';
import { SeededRandom } from '#office/demo/seeded-random.ts';
import { openFileSource } from '#office/mailbox/file-source.ts';
import { createStoreBundleLedger } from '#office/services/store-bundle-ledger.ts';
import { bundlePayload, bundlesInState } from '#office/store/bundles.ts';
import { lastHeardMs, telegramCounts } from '#office/store/telegrams.ts';
import { allocators, heatMeter, waterMeter } from '../demo/fleet/sample-meters.ts';
import { bundleJson, bundleTopic, PullWorkbench, telegramHex } from './pull-workbench.ts';

const AT_ONCE = { kind: 'afterDays', days: 0 } as const;

let bench: PullWorkbench;

async function start(options: IotCoreOptions = {}): Promise<PullWorkbench> {
  bench = await PullWorkbench.start(options);
  return bench;
}

afterEach(() => bench.stop());

function storedTelegrams(): number {
  return telegramCounts(bench.store).reduce((sum, { telegrams }) => sum + telegrams, 0);
}

function storedPayloads(): string[] {
  return bundlesInState(bench.store, 'stored').map(({ id }) => String(bundlePayload(bench.store, id)));
}

describe('a pull', () => {
  it('brings a fleet’s telegrams from the gateways into the encrypted store, and tells of its progress', async () => {
    const { core } = await start();
    const meters = [...allocators(20, 'gw-1'), ...allocators(7, 'gw-2', 61_400_000), waterMeter, heatMeter];
    const gateways = await Promise.all(
      ['gw-1', 'gw-2'].map(async (id) => ({ id, certificate: await core.issueGatewayCertificate(id) })),
    );
    const instants = [1, 2, 3].map((day) => new Date(Date.UTC(2026, 0, day, 3)));
    const broker = { port: core.mqttPort, ca: core.ca };
    const random = new SeededRandom('1');
    const sent = await publishFleet({ gateways, meters, instants, broker, random, gzip: true });
    expect(sent).toMatchObject({ bundles: 6, telegrams: 3 * 29, done: 6, total: 6 });

    const phases: string[] = [];
    const sheet = await bench.pull({ onProgress: ({ phase }) => phases.push(phase) });
    expect(sheet).toMatchObject({ listed: 6, others: 2, stored: 6, telegrams: 87, left: 0, failure: null });
    expect(sheet).toMatchObject({ duplicates: 0, quarantined: 0, unreadable: 0, gaps: [], cleared: 0 });
    expect(new Set(phases)).toEqual(new Set(['listing', 'fetching']));
    expect(storedTelegrams()).toBe(87);
    // Long headers show the meter behind the radio adapter without any key.
    expect(lastHeardMs(bench.store, heatMeter.address)).not.toBeNull();
  });

  it('turns all pages of the list before it fetches', async () => {
    await start();
    await Promise.all(Array.from({ length: 450 }, (_, seq) => bench.publishBundle('gw-1', 1, seq)));
    expect(await bench.pull()).toMatchObject({ listed: 450, stored: 450, telegrams: 450, gaps: [] });
  });

  it('does not fetch again what it knows', async () => {
    let fetched = 0;
    await start({
      disturb: ({ operation }) => {
        if (operation === 'GetRetainedMessage') fetched += 1;
        return null;
      },
    });
    await bench.publishBundle('gw-1', 1, 1);
    await bench.pull();
    await bench.publishBundle('gw-1', 1, 2);
    expect(await bench.pull()).toMatchObject({ listed: 2, stored: 1, duplicates: 0 });
    expect(await bench.pull()).toMatchObject({ listed: 2, stored: 0, telegrams: 0 });
    expect(fetched).toBe(2);
  });

  it('also takes what arrives while it reads', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    const arrivals: Promise<void>[] = [];
    const onProgress = ({ phase }: { phase: string }) => {
      if (phase === 'fetching' && arrivals.length === 0) arrivals.push(bench.publishBundle('gw-1', 1, 2));
    };
    expect(await bench.pull({ onProgress })).toMatchObject({ stored: 2, listed: 2 });
    await Promise.all(arrivals);
  });

  it('counts a telegram once that two gateways heard', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1, 4711);
    await bench.publishBundle('gw-2', 1, 1, 4711);
    expect(await bench.pull()).toMatchObject({ stored: 2, telegrams: 1 });
  });

  it('names the bundles that never came, until they come', async () => {
    await start();
    for (const seq of [4709, 4710, 4712]) await bench.publishBundle('gw-1', 1, seq);
    expect(await bench.pull()).toMatchObject({ gaps: [{ gateway: 'gw-1', first: 4711, last: 4711 }] });
    await bench.publishBundle('gw-1', 1, 4711);
    expect(await bench.pull()).toMatchObject({ gaps: [] });
  });
});

describe('what is odd about a bundle', () => {
  it('a repetition, even under another topic, is a duplicate and stored once', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    await bench.pull();
    await bench.publishBundle('gw-1', 1, 1);
    await bench.publish(bundleTopic('gw-1', 1, 1, '20260108'), bundleJson('gw-1', 1, 1));
    expect(await bench.pull()).toMatchObject({ stored: 0, duplicates: 2, telegrams: 0 });
    expect(storedPayloads()).toHaveLength(1);
  });

  it('twins in one pull: the first is stored, the other a duplicate', async () => {
    await start();
    await bench.publish(bundleTopic('gw-1', 1, 1, '20260107'), bundleJson('gw-1', 1, 1));
    await bench.publish(bundleTopic('gw-1', 1, 1, '20260108'), bundleJson('gw-1', 1, 1));
    expect(await bench.pull()).toMatchObject({ stored: 1, duplicates: 1 });
  });

  it('other content under a number that was used is put aside, kept and never cleared', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1, 100);
    await bench.pull();
    await bench.publishBundle('gw-1', 1, 1, 200);
    bench.passDays(30);
    const sheet = await bench.pull({ clearPolicy: AT_ONCE });
    expect(sheet).toMatchObject({ quarantined: 1, cleared: 0, telegrams: 0, failure: null });
    expect(sheet.problems).toMatchObject([
      { name: bundleTopic('gw-1', 1, 1), failure: { code: 'BUNDLE_NUMBER_REUSED' } },
    ]);
    expect(bundlesInState(bench.store, 'quarantined')).toHaveLength(1);
    expect(await bench.pull({ clearPolicy: AT_ONCE })).toMatchObject({ cleared: 0, failure: null });
    expect(bundlesInState(bench.store, 'quarantined')).toHaveLength(1);
    expect(bench.core.retainedCount()).toBe(1);
    expect(storedPayloads()).toEqual([bundleJson('gw-1', 1, 1, 100).toString()]);
  });

  it('a bundle that claims another gateway than its topic is put aside', async () => {
    await start();
    await bench.publish(bundleTopic('gw-1', 1, 1), bundleJson('gw-2', 1, 1));
    const sheet = await bench.pull();
    expect(sheet).toMatchObject({ quarantined: 1, stored: 0, telegrams: 0 });
    expect(sheet.problems).toMatchObject([{ failure: { code: 'BUNDLE_SENDER_CONTRADICTS' } }]);
  });

  it('what cannot be read is kept as it came, does not hold up the others and is never cleared', async () => {
    await start();
    const garbage = Buffer.from([0, 159, 146, 150]);
    await bench.publish(bundleTopic('gw-1', 1, 1), garbage);
    await bench.publish(bundleTopic('gw-1', 1, 2), Buffer.from('<muc MUC_ID="9872f"></muc>'));
    await bench.publishBundle('gw-1', 1, 3);
    bench.passDays(30);
    const sheet = await bench.pull({ clearPolicy: AT_ONCE });
    expect(sheet).toMatchObject({ stored: 1, unreadable: 2, cleared: 1, gaps: [], failure: null });
    expect(sheet.problems.map(({ failure }) => failure.code)).toEqual(['UNKNOWN_FORMAT', 'DECODED_ONLY']);
    const [first] = bundlesInState(bench.store, 'unreadable');
    expect(bundlePayload(bench.store, first?.id ?? 0)).toEqual(garbage);
    await bench.publish(bundleTopic('gw-1', 1, 1), garbage);
    expect(await bench.pull({ clearPolicy: AT_ONCE })).toMatchObject({
      unreadable: 1,
      cleared: 0,
      failure: null,
    });
    expect(bench.core.retainedCount()).toBe(2);
  });

  it('rows without a telegram are counted, the others kept', async () => {
    await start();
    const rows = [{ hex: telegramHex(1) }, { hex: 'nonsense' }];
    const json = JSON.stringify({ gw: 'gw-1', epoch: 1, seq: 1, t: rows });
    await bench.publish(bundleTopic('gw-1', 1, 1), Buffer.from(json));
    expect(await bench.pull()).toMatchObject({ stored: 1, telegrams: 1, skippedRows: 1 });
  });

  it('other messages of the account are left alone', async () => {
    await start();
    await bench.publish('some/other/application', Buffer.from('x'));
    await bench.publish('wmbus/v1/gw-1/status', Buffer.from('{}'));
    bench.passDays(30);
    expect(await bench.pull({ clearPolicy: AT_ONCE })).toMatchObject({ listed: 0, others: 2, cleared: 0 });
    expect(bench.core.retainedCount()).toBe(2);
  });
});

describe('clearing', () => {
  it('waits fourteen days unless told otherwise, so that the cloud is a backup', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    expect(await bench.pull()).toMatchObject({ stored: 1, cleared: 0 });
    bench.passDays(13);
    expect(await bench.pull()).toMatchObject({ stored: 0, cleared: 0 });
    bench.passDays(1);
    expect(await bench.pull()).toMatchObject({ stored: 0, cleared: 1 });
    expect(bench.core.retainedCount()).toBe(0);
  });

  it('happens at once, in the same pull, when told so', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    expect(await bench.pull({ clearPolicy: AT_ONCE })).toMatchObject({ stored: 1, cleared: 1 });
    expect(bench.core.retainedCount()).toBe(0);
    expect(await bench.pull({ clearPolicy: AT_ONCE })).toMatchObject({ listed: 0, stored: 0 });
  });

  it('never happens when told so', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    bench.passDays(1000);
    expect(await bench.pull({ clearPolicy: { kind: 'never' } })).toMatchObject({ stored: 1, cleared: 0 });
  });

  it('spares what is younger than a minute: its gateway may still be repeating it', async () => {
    await start();
    bench.now = new Date();
    await bench.publishBundle('gw-1', 1, 1);
    expect(await bench.pull({ clearPolicy: AT_ONCE })).toMatchObject({ stored: 1, cleared: 0 });
    bench.now = new Date(Date.now() + 61_000);
    expect(await bench.pull({ clearPolicy: AT_ONCE })).toMatchObject({ stored: 0, cleared: 1 });
  });

  it('is repeated for a bundle that a resend brought back to life', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    await bench.pull({ clearPolicy: AT_ONCE });
    await bench.publishBundle('gw-1', 1, 1);
    expect(await bench.pull({ clearPolicy: AT_ONCE })).toMatchObject({
      duplicates: 1,
      cleared: 1,
      telegrams: 0,
    });
    expect(bench.core.retainedCount()).toBe(0);
  });

  it('is repeated when the source still lists what it was told to forget', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    const source = bench.openSource();
    await bench.pull({ source });
    createStoreBundleLedger(bench.store).markCleared(source.id, [bundleTopic('gw-1', 1, 1)], bench.now);
    expect(await bench.pull({ source })).toMatchObject({ stored: 0, cleared: 1 });
    expect(bench.core.retainedCount()).toBe(0);
  });

  it('is refused to a role that may only read, which costs no bundle', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    const source = bench.openSource({ credentials: bench.core.readerCredentials });
    const sheet = await bench.pull({ source, clearPolicy: AT_ONCE });
    expect(sheet).toMatchObject({ stored: 1, cleared: 0, failure: { code: 'ACCESS_DENIED' } });
    expect(bench.core.retainedCount()).toBe(1);
  });
});

describe('a pull that is disturbed', () => {
  it('keeps what is complete when it is cancelled, and goes on from there', async () => {
    await start();
    await Promise.all(Array.from({ length: 300 }, (_, seq) => bench.publishBundle('gw-1', 1, seq)));
    const stopper = new AbortController();
    const cancelled = await bench.pull({
      clearPolicy: AT_ONCE,
      signal: stopper.signal,
      onProgress: ({ fetched }) => {
        if (fetched > 0) stopper.abort();
      },
    });
    expect(cancelled).toMatchObject({ failure: { code: 'CANCELLED' }, cleared: 0 });
    expect(cancelled.stored).toBeGreaterThanOrEqual(50);
    expect(cancelled.left).toBe(300 - cancelled.stored);
    expect(storedPayloads()).toHaveLength(cancelled.stored);
    expect(await bench.pull()).toMatchObject({ stored: cancelled.left, left: 0, failure: null });
    expect(storedTelegrams()).toBe(300);
  });

  it('ends at once when it was cancelled before it began', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    const sheet = await bench.pull({ signal: AbortSignal.abort() });
    expect(sheet).toMatchObject({ stored: 0, failure: { code: 'CANCELLED' } });
  });

  it('loses no bundle to a quota far below its pace', async () => {
    await start({ quotas: { perSecond: { GetRetainedMessage: 100, ListRetainedMessages: 4 } } });
    await Promise.all(Array.from({ length: 250 }, (_, seq) => bench.publishBundle('gw-1', 1, seq)));
    const source = bench.openSource({ getsPerSecond: 400, listsPerSecond: 8 });
    const sheet = await bench.pull({ source });
    expect(sheet).toMatchObject({ stored: 250, telegrams: 250, left: 0, gaps: [], failure: null });
  });

  it('tries once more after a 403 without a reason, and gives up at the second', async () => {
    let refusals = 1;
    await start({
      disturb: () => (refusals-- > 0 ? serviceError('ForbiddenException', 'Forbidden') : null),
    });
    refusals = 0;
    await bench.publishBundle('gw-1', 1, 1);
    refusals = 1;
    expect(await bench.pull()).toMatchObject({ stored: 1, failure: null });
    refusals = 2;
    expect(await bench.pull()).toMatchObject({ failure: { code: 'ACCESS_DENIED' } });
  });

  it('says that the service fails, and leaves everything where it was', async () => {
    let isDown = false;
    await start({ disturb: () => (isDown ? serviceError('ServiceUnavailableException', 'x') : null) });
    await bench.publishBundle('gw-1', 1, 1);
    isDown = true;
    const sheet = await bench.pull({ source: bench.openSource({ maxAttempts: 2 }) });
    expect(sheet).toMatchObject({ stored: 0, failure: { code: 'SERVICE_FAILED' } });
    isDown = false;
    expect(await bench.pull()).toMatchObject({ stored: 1, failure: null });
  });

  it('does not mind a bundle that vanished between list and fetch', async () => {
    await start({
      disturb: async ({ operation, subject }) => {
        const vanishes = operation === 'GetRetainedMessage' && subject.endsWith('-1');
        if (vanishes) await bench.publish(subject, Buffer.alloc(0));
        return null;
      },
    });
    await bench.publishBundle('gw-1', 1, 1);
    await bench.publishBundle('gw-1', 1, 2);
    expect(await bench.pull()).toMatchObject({ stored: 1, left: 0, problems: [], failure: null });
  });
});

describe('an import of files', () => {
  it('takes bundles and logs of a folder once, and leaves the files alone', async () => {
    await start();
    const inbox = join(bench.folder, 'inbox', 'deeper');
    mkdirSync(inbox, { recursive: true });
    writeFileSync(join(inbox, 'bundle.json'), bundleJson('gw-1', 1, 1));
    writeFileSync(join(inbox, 'same-bundle.json'), bundleJson('gw-1', 1, 1));
    writeFileSync(join(inbox, 'log.txt'), `telegram=|${telegramHex(50)}|+1\n`);
    writeFileSync(join(inbox, 'same-log.txt'), `telegram=|${telegramHex(50)}|+1\n`);
    writeFileSync(join(inbox, 'letter.pdf'), '%PDF-1.7');
    writeFileSync(join(inbox, '.hidden'), telegramHex(51));
    const source = openFileSource([join(bench.folder, 'inbox')]);
    const sheet = await bench.pull({ source, clearPolicy: AT_ONCE });
    expect(sheet).toMatchObject({
      listed: 5,
      stored: 2,
      duplicates: 2,
      unreadable: 1,
      telegrams: 2,
      cleared: 0,
    });
    expect(await bench.pull({ source })).toMatchObject({
      stored: 0,
      unreadable: 1,
      telegrams: 0,
      failure: null,
    });
  });

  it('stores nothing of a file that is no bundle, which may be a list of keys, and says so each time', async () => {
    await start();
    const keys = join(bench.folder, 'keys.txt');
    writeFileSync(keys, `${'A1'.repeat(16)}\n${'B2'.repeat(16)}\n`);
    const source = openFileSource([keys]);
    for (const sheet of [await bench.pull({ source }), await bench.pull({ source })])
      expect(sheet).toMatchObject({
        unreadable: 1,
        telegrams: 0,
        problems: [{ failure: { code: 'PERHAPS_KEYS' } }],
      });
    expect(bundlesInState(bench.store, 'unreadable')).toEqual([]);
  });

  it('knows a bundle that IoT Core has brought already', async () => {
    await start();
    await bench.publishBundle('gw-1', 1, 1);
    await bench.pull();
    const file = join(bench.folder, 'bundle.json');
    writeFileSync(file, bundleJson('gw-1', 1, 1));
    expect(await bench.pull({ source: openFileSource([file]) })).toMatchObject({ stored: 0, duplicates: 1 });
  });

  it('says when a file is missing', async () => {
    await start();
    const source = openFileSource([join(bench.folder, 'nowhere')]);
    expect(await bench.pull({ source })).toMatchObject({ failure: { code: 'VANISHED' } });
  });
});
