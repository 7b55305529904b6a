import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startIotCore, type IotCore } from '#office/demo/iot-core/start-iot-core.ts';
import { openIotCoreSource, type IotCoreSourceOptions } from '#office/mailbox/iot-core-source.ts';
import type { BundleSource } from '#office/mailbox/bundle-source.ts';

const HOUR_MS = 3_600_000;
const sources: BundleSource[] = [];
let core: IotCore;
let clockAheadMs = 0;

beforeAll(async () => {
  core = await startIotCore({ now: () => new Date(Date.now() + clockAheadMs) });
});

afterAll(async () => {
  for (const source of sources) source.close();
  await core.stop();
});

function open(options: Partial<IotCoreSourceOptions> = {}): BundleSource {
  const { dataEndpoint: endpoint, region, credentials, ca } = core;
  const source = openIotCoreSource({ endpoint, region, credentials, extraRoots: [ca], ...options });
  sources.push(source);
  return source;
}

describe('the mailbox in IoT Core', () => {
  it('describes itself by its host and its clock', async () => {
    const described = await open().describe();
    expect(described).toMatchObject({ ok: true, value: { place: `localhost:${core.dataPort}` } });
    expect(Math.abs((described.ok && described.value.clockAheadMs) || 0)).toBeLessThan(5_000);
  });

  it('works with a computer whose clock is an hour off, and says so', async () => {
    clockAheadMs = HOUR_MS;
    const described = await open().describe();
    clockAheadMs = 0;
    if (!described.ok) throw new Error(described.error.message);
    expect(Math.round((described.value.clockAheadMs ?? 0) / 60_000)).toBe(-60);
  });

  it.each<[string, () => Partial<IotCoreSourceOptions>]>([
    ['CREDENTIALS_REJECTED', () => ({ credentials: { ...core.credentials, secretAccessKey: 'guessed' } })],
    ['CREDENTIALS_REJECTED', () => ({ credentials: { accessKeyId: 'AKIAX', secretAccessKey: 'x' } })],
    ['WRONG_REGION', () => ({ region: 'us-east-1' })],
    ['ENDPOINT_NOT_TRUSTED', () => ({ extraRoots: [] })],
    ['ENDPOINT_UNREACHABLE', () => ({ endpoint: 'https://localhost:1' })],
  ])('says %s within seconds', async (code, options) => {
    const started = performance.now();
    expect(await open(options()).describe()).toMatchObject({ ok: false, error: { code } });
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('stops waiting when it is cancelled, also for its turn', async () => {
    const source = open({ getsPerSecond: 1 });
    const stopper = new AbortController();
    const requests = Array.from({ length: 30 }, (_, number) => source.fetch(`t/${number}`, stopper.signal));
    setTimeout(() => stopper.abort(), 200);
    const outcomes = await Promise.all(requests);
    expect(
      outcomes.filter((outcome) => !outcome.ok && outcome.error.code === 'CANCELLED').length,
    ).toBeGreaterThan(25);
  });

  it('keeps to its own pace', async () => {
    const source = open({ getsPerSecond: 50 });
    const started = performance.now();
    await Promise.all(Array.from({ length: 55 }, (_, number) => source.fetch(`t/${number}`)));
    // A burst of five, then fifty at fifty a second.
    expect(performance.now() - started).toBeGreaterThan(900);
  });
});
