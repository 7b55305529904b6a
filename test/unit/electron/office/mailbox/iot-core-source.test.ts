import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessKey } from '#office/demo/iot-core/signature-v4.ts';
import { startIotCore, type IotCore } from '#office/demo/iot-core/start-iot-core.ts';
import { serviceError, type ServiceError } from '#office/demo/iot-core/service-error.ts';
import { openIotCoreSource, type IotCoreSourceOptions } from '#office/mailbox/iot-core-source.ts';
import type { BundleSource } from '#office/mailbox/bundle-source.ts';

const HOUR_MS = 3_600_000;
const sources: BundleSource[] = [];
let core: IotCore;
let clockAheadMs = 0;
let disturbance: ServiceError | null = null;
const folder = mkdtempSync(path.join(tmpdir(), 'aws-profile-'));
const awsFiles = {
  AWS_CONFIG_FILE: path.join(folder, 'config'),
  AWS_SHARED_CREDENTIALS_FILE: path.join(folder, 'credentials'),
};

beforeAll(async () => {
  core = await startIotCore({
    now: () => new Date(Date.now() + clockAheadMs),
    disturb: () => disturbance,
  });
  Object.assign(process.env, awsFiles);
});

afterAll(async () => {
  for (const source of sources) source.close();
  await core.stop();
  for (const name of Object.keys(awsFiles)) delete process.env[name];
  rmSync(folder, { recursive: true });
});

function open(options: Partial<IotCoreSourceOptions> = {}): BundleSource {
  const { dataEndpoint: endpoint, region, credentials, ca } = core;
  const source = openIotCoreSource({ endpoint, region, credentials, extraRoots: [ca], ...options });
  sources.push(source);
  return source;
}

function writeProfile({ accessKeyId, secretAccessKey }: AccessKey): void {
  writeFileSync(
    awsFiles.AWS_SHARED_CREDENTIALS_FILE,
    `[messdienst]\naws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\naws_account_id = 123456789012\n`,
  );
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

  it.each([
    ['CREDENTIALS_EXPIRED', /abgelaufen/, 'The security token included in the request is expired'],
    ['CLOCK_SKEWED', /60 Minuten nach/, 'Signature not yet current: 1 is still later than 2'],
    ['ACCESS_DENIED', /Rolle/, 'Forbidden'],
  ])('tells %s by what the service answers', async (code, sentence, message) => {
    disturbance = serviceError('ForbiddenException', message);
    clockAheadMs = code === 'CLOCK_SKEWED' ? HOUR_MS : 0;
    const described = await open().describe();
    [disturbance, clockAheadMs] = [null, 0];
    expect(described).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(sentence) } });
  });

  it('is refused the clearing without the right to it', async () => {
    const reader = open({ credentials: core.readerCredentials });
    expect(await reader.clear('wmbus/v1/muc-1/b/20260101/1-1')).toMatchObject({
      ok: false,
      error: { code: 'ACCESS_DENIED' },
    });
  });

  it('reads a profile of this computer anew each time, with the account it names', async () => {
    writeProfile({ accessKeyId: 'AKIAX', secretAccessKey: 'x' });
    const credentials = { profile: 'messdienst' };
    expect(await open({ credentials }).describe()).toMatchObject({
      ok: false,
      error: { code: 'CREDENTIALS_REJECTED', message: expect.stringContaining('„messdienst“') },
    });
    writeProfile(core.credentials);
    expect(await open({ credentials }).describe()).toMatchObject({
      ok: true,
      value: { account: '123456789012' },
    });
    expect(await open().describe()).toMatchObject({ ok: true, value: { account: null } });
  });

  it('tells a profile that is not there from one whose sign-in is over', async () => {
    writeFileSync(
      awsFiles.AWS_CONFIG_FILE,
      '[profile zentrale]\nsso_start_url = https://stichtag.invalid/start\nsso_region = eu-central-1\nsso_account_id = 123456789012\nsso_role_name = Abruf\n',
    );
    expect(await open({ credentials: { profile: 'niemand' } }).describe()).toMatchObject({
      ok: false,
      error: { code: 'PROFILE_UNUSABLE' },
    });
    expect(await open({ credentials: { profile: 'zentrale' } }).describe()).toMatchObject({
      ok: false,
      error: { code: 'CREDENTIALS_EXPIRED', message: expect.stringContaining('--profile zentrale') },
    });
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
