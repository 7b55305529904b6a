import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BundleSource } from '#office/mailbox/bundle-source.ts';
import { bundlesInState } from '#office/store/bundles.ts';
import { telegramCounts } from '#office/store/telegrams.ts';
import { bundleJson, bundleTopic, PullWorkbench } from '../unit/electron/office/services/pull-workbench.ts';

/** A gateway as in the field: it keeps each bundle until it thinks it arrived, and reboots when it likes. */
class FieldGateway {
  readonly name: string;
  readonly sent: { readonly epoch: number; readonly seq: number }[] = [];
  #epoch = 1;
  #nextSeq = 1;

  constructor(name: string) {
    this.name = name;
  }

  reboot(): void {
    this.#epoch += 1;
  }

  async send(bench: PullWorkbench): Promise<void> {
    const bundle = { epoch: this.#epoch, seq: this.#nextSeq++ };
    this.sent.push(bundle);
    await this.#publish(bench, bundle);
  }

  /** An acknowledgement got lost: it sends an old bundle once more, perhaps long after it was pulled and cleared. */
  async resend(bench: PullWorkbench, which: number): Promise<void> {
    const bundle = this.sent[which % Math.max(1, this.sent.length)];
    if (bundle !== undefined) await this.#publish(bench, bundle);
  }

  async #publish(bench: PullWorkbench, { epoch, seq }: { epoch: number; seq: number }): Promise<void> {
    const telegram = seq + (this.name === 'gw-1' ? 0 : 1_000_000);
    await bench.publish(bundleTopic(this.name, epoch, seq), bundleJson(this.name, epoch, seq, telegram));
  }
}

/** The real source, which breaks down after so many requests. */
function failingAfter(source: BundleSource, requests: number): BundleSource {
  let left = requests;
  const spend = (): void => {
    left -= 1;
    if (left < 0) throw new Error('the power failed');
  };
  return {
    id: source.id,
    canClear: source.canClear,
    concurrency: source.concurrency,
    describe: (signal) => source.describe(signal),
    list: (signal) => (spend(), source.list(signal)),
    fetch: (name, signal) => (spend(), source.fetch(name, signal)),
    clear: (name, signal) => (spend(), source.clear(name, signal)),
    close: () => {},
  };
}

type FieldEvent =
  | { readonly kind: 'send' | 'reboot'; readonly gateway: 0 | 1 }
  | { readonly kind: 'resend'; readonly gateway: 0 | 1; readonly which: number }
  | { readonly kind: 'pause' | 'pull'; readonly days: number }
  | { readonly kind: 'crash'; readonly afterRequests: number };

const gateway = fc.constantFrom(0 as const, 1 as const);
const days = fc.nat({ max: 20 });
const event: fc.Arbitrary<FieldEvent> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('send'), gateway }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resend'), gateway, which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reboot'), gateway }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pause'), days }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pull'), days }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('crash'), afterRequests: fc.nat({ max: 12 }) }) },
);

async function live(bench: PullWorkbench, events: readonly FieldEvent[]): Promise<number> {
  const gateways = [new FieldGateway('gw-1'), new FieldGateway('gw-2')] as const;
  const source = bench.openSource();
  for (const happening of events) {
    switch (happening.kind) {
      case 'send':
        await gateways[happening.gateway].send(bench);
        break;
      case 'resend':
        await gateways[happening.gateway].resend(bench, happening.which);
        break;
      case 'reboot':
        gateways[happening.gateway].reboot();
        break;
      case 'pause':
        bench.passDays(happening.days);
        break;
      case 'pull':
        await bench.pull({ source, clearPolicy: { kind: 'afterDays', days: happening.days } });
        break;
      case 'crash':
        await bench
          .pull({
            source: failingAfter(source, happening.afterRequests),
            clearPolicy: { kind: 'afterDays', days: 0 },
          })
          .catch(() => null);
        bench.reopenStore();
        break;
    }
  }
  const last = await bench.pull({ source });
  expect(last).toMatchObject({ quarantined: 0, unreadable: 0, left: 0, gaps: [], failure: null });
  return gateways.reduce((sum, { sent }) => sum + sent.length, 0);
}

describe('whatever happens between gateways, cloud and office', () => {
  it('reboots, resends, crashes and pauses lose no bundle and count none twice', async () => {
    let bundles = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 40 }), async (events) => {
        const bench = await PullWorkbench.start();
        try {
          const sent = await live(bench, events);
          bundles += sent;
          const telegrams = telegramCounts(bench.store).reduce((sum, { telegrams: count }) => sum + count, 0);
          expect([bundlesInState(bench.store, 'stored').length, telegrams]).toEqual([sent, sent]);
        } finally {
          await bench.stop();
        }
      }),
      { numRuns: 25 },
    );
    expect(bundles).toBeGreaterThan(60);
  });
});
