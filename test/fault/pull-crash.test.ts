import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { BundleLedger } from '#office/services/bundle-ledger.ts';
import { createStoreBundleLedger } from '#office/services/store-bundle-ledger.ts';
import { bundlesInState } from '#office/store/bundles.ts';
import { telegramCounts } from '#office/store/telegrams.ts';
import { PullWorkbench } from '../unit/electron/office/services/pull-workbench.ts';
import type { PullChildJob } from './pull-child.ts';

const AT_ONCE = { kind: 'afterDays', days: 0 } as const;
const BUNDLES = 400;

let bench: PullWorkbench;

afterEach(() => bench.stop());

async function startWith(bundles: number): Promise<void> {
  bench = await PullWorkbench.start();
  await Promise.all(Array.from({ length: bundles }, (_, seq) => bench.publishBundle('gw-1', 1, seq)));
}

function storedBundles(): number {
  return bundlesInState(bench.store, 'stored').length;
}

function storedTelegrams(): number {
  return telegramCounts(bench.store).reduce((sum, { telegrams }) => sum + telegrams, 0);
}

function breakDown(): never {
  throw new Error('the power failed');
}

/** The real ledger, which breaks down just before or after one of its calls. */
function breakingLedger(method: 'store' | 'markCleared', moment: 'before' | 'after'): BundleLedger {
  const ledger = createStoreBundleLedger(bench.store);
  return {
    findKnown: (sourceId) => ledger.findKnown(sourceId),
    findTwins: (sourceId, identities) => ledger.findTwins(sourceId, identities),
    findUncleared: (sourceId, storedUpTo) => ledger.findUncleared(sourceId, storedUpTo),
    findNumbers: (sourceId) => ledger.findNumbers(sourceId),
    store: (batch) => {
      if (method === 'store' && moment === 'before') breakDown();
      const stored = ledger.store(batch);
      return method === 'store' ? breakDown() : stored;
    },
    markCleared: (sourceId, names, clearedAt) => {
      if (method === 'markCleared' && moment === 'before') breakDown();
      const marked = ledger.markCleared(sourceId, names, clearedAt);
      return method === 'markCleared' ? breakDown() : marked;
    },
  };
}

describe('a crash during a pull', () => {
  it.each([
    ['store', 'before'],
    ['store', 'after'],
    ['markCleared', 'before'],
    ['markCleared', 'after'],
  ] as const)('in %s, %s it was done, loses nothing and stores nothing twice', async (method, moment) => {
    await startWith(150);
    const crashed = bench.pull({ ledger: breakingLedger(method, moment), clearPolicy: AT_ONCE });
    await expect(crashed).rejects.toThrow('the power failed');
    bench.reopenStore();
    expect(storedBundles() + bench.core.retainedCount()).toBeGreaterThanOrEqual(150);
    const redone = await bench.pull({ clearPolicy: AT_ONCE });
    expect(redone).toMatchObject({ quarantined: 0, left: 0, gaps: [], failure: null });
    expect([storedBundles(), storedTelegrams(), bench.core.retainedCount()]).toEqual([150, 150, 0]);
  });
});

/** Pulls in a child that is killed when it says `cue`; resolves with what it had said by then. */
function pullAndKill(job: PullChildJob, cue: string): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'pull-child.ts'), JSON.stringify(job)]);
  let said = '';
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes(cue)) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => {
      if (code === null || code === 0) resolve(said);
      else reject(new Error(complaints));
    });
  });
}

describe('a process killed during a pull', () => {
  it.each(['listing', 'fetching 100', 'fetching 300', 'clearing'])(
    'at “%s” leaves a store that opens, and nothing is lost',
    async (cue) => {
      await startWith(BUNDLES);
      const { core, now } = bench;
      const said = await pullAndKill(
        {
          endpoint: core.dataEndpoint,
          region: core.region,
          ca: core.ca,
          credentials: core.credentials,
          nowIso: now.toISOString(),
          ...bench.storeAccess(),
        },
        cue,
      );
      expect(said).toContain(cue);
      bench.reopenStore();
      expect(bench.store.database.pragma('integrity_check')).toBe('ok');
      const redone = await bench.pull({ clearPolicy: AT_ONCE });
      expect(redone).toMatchObject({ quarantined: 0, left: 0, gaps: [], failure: null });
      expect([storedBundles(), storedTelegrams(), core.retainedCount()]).toEqual([BUNDLES, BUNDLES, 0]);
    },
  );
});
