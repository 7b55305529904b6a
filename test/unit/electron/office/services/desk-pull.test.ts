import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASSPHRASE, WindowOffice } from './window-office.ts';

const SECRET = 'wJalrXUtnFEMI-CANARY-bPxRfiCYEXAMPLEKEY';
const SOURCE = {
  region: 'eu-central-1',
  endpoint: 'https://localhost:1',
  accessKeyId: 'AKIACANARY',
  secretAccessKey: SECRET,
} as const;

let office: WindowOffice;
beforeEach(async () => {
  office = new WindowOffice();
  await office.create();
});
afterEach(() => office.stop());

async function pullEnded(): Promise<unknown> {
  await expect
    .poll(() => office.told.some(({ type }) => type === 'pull.ended'), { timeout: 30_000 })
    .toBe(true);
  return office.told.findLast(({ type }) => type === 'pull.ended');
}

describe('the source of the pull', () => {
  it('must be entered first', async () => {
    expect(await office.get('pull.status', {})).toEqual({
      source: null,
      isRunning: false,
      last: null,
      foreignDays: 90,
    });
    for (const channel of ['pull.start', 'pull.test'] as const)
      await expect(office.ask(channel, {})).resolves.toMatchObject({ error: { code: 'NO_SOURCE' } });
  });

  it('takes its secret key in and never gives it back, not even after a restart', async () => {
    expect(await office.get('pull.saveSource', SOURCE)).toMatchObject({
      source: { accessKeyId: 'AKIACANARY', hasSecretKey: true },
    });
    await office.restart();
    const status = await office.get('vault.status', {});
    const staffId = status.state === 'locked' ? (status.staff[0]?.id ?? '') : '';
    await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE });
    await office.get('pull.saveSource', { ...SOURCE, region: 'eu-west-1', secretAccessKey: null });
    expect(await office.get('pull.status', {})).toMatchObject({ source: { region: 'eu-west-1' } });
    await office.get('audit.list', { limit: 100 });
    await office.get('history.of', { subject: { kind: 'settings', id: 1 } });
    expect([...office.replies, ...office.told.map((event) => JSON.stringify(event))].join()).not.toContain(
      SECRET,
    );
  });

  it('needs a secret key the first time, and an address that begins with https', async () => {
    await expect(office.ask('pull.saveSource', { ...SOURCE, secretAccessKey: null })).resolves.toMatchObject({
      error: { code: 'SECRET_MISSING', field: 'secretAccessKey' },
    });
    for (const endpoint of ['http://localhost:1', 'localhost', 'file:///etc/passwd'])
      await expect(office.ask('pull.saveSource', { ...SOURCE, endpoint })).resolves.toMatchObject({
        error: { code: 'ENDPOINT_INVALID', field: 'endpoint' },
      });
  });
});

describe('a pull', () => {
  it('that nobody answers says so in a sentence and changes nothing', async () => {
    await office.get('pull.saveSource', SOURCE);
    await office.get('pull.start', {});
    expect(await pullEnded()).toMatchObject({
      result: { outcome: 'failed', newTelegrams: 0, message: expect.stringMatching(/Bitte/) },
    });
    expect(await office.get('pull.status', {})).toMatchObject({ isRunning: false });
  });

  it('ends with the lock, and the office opens again as if nothing had been', async () => {
    await office.get('demo.load', {});
    await office.get('pull.start', {});
    await expect.poll(() => office.told.some(({ type }) => type === 'job.progressed')).toBe(true);
    await office.get('vault.lock', {});
    // Long enough for the pull to notice: an end it had not expected would fail the test run.
    await setTimeout(1_000);
    const status = await office.get('vault.status', {});
    const staffId = status.state === 'locked' ? (status.staff[0]?.id ?? '') : '';
    await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE });
    await expect
      .poll(async () => (await office.get('pull.status', {})).isRunning, { timeout: 30_000 })
      .toBe(false);
    office.told.length = 0;
    await office.get('pull.start', {});
    expect(await pullEnded()).toMatchObject({ result: { outcome: 'complete' } });
  });
});
