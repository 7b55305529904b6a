import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASSPHRASE, WindowOffice } from './window-office.ts';

const SECRET = 'wJalrXUtnFEMI-CANARY-bPxRfiCYEXAMPLEKEY';
const SOURCE = {
  region: 'eu-central-1',
  endpoint: 'https://localhost:1',
  access: { kind: 'keys', accessKeyId: 'AKIACANARY', secretAccessKey: SECRET },
} as const;
const WITHOUT_SECRET = { ...SOURCE, access: { ...SOURCE.access, secretAccessKey: null } };

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
      schedule: { kind: 'off' },
      nextAt: null,
      lastQuiet: null,
      foreignDays: 90,
    });
    for (const channel of ['pull.start', 'pull.test'] as const)
      await expect(office.ask(channel, {})).resolves.toMatchObject({ error: { code: 'NO_SOURCE' } });
  });

  it('takes its secret key in and never gives it back, not even after a restart', async () => {
    expect(await office.get('pull.saveSource', SOURCE)).toMatchObject({
      source: { access: { kind: 'keys', accessKeyId: 'AKIACANARY' } },
    });
    await office.restart();
    const status = await office.get('vault.status', {});
    const staffId = status.state === 'locked' ? (status.staff[0]?.id ?? '') : '';
    await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE });
    await office.get('pull.saveSource', { ...WITHOUT_SECRET, region: 'eu-west-1' });
    expect(await office.get('pull.status', {})).toMatchObject({ source: { region: 'eu-west-1' } });
    await office.get('audit.list', { limit: 100 });
    await office.get('history.of', { subject: { kind: 'settings', id: 1 } });
    expect([...office.replies, ...office.told.map((event) => JSON.stringify(event))].join()).not.toContain(
      SECRET,
    );
  });

  it('needs a secret key the first time, and an address that begins with https', async () => {
    await expect(office.ask('pull.saveSource', WITHOUT_SECRET)).resolves.toMatchObject({
      error: { code: 'SECRET_MISSING', field: 'secretAccessKey' },
    });
    for (const endpoint of ['http://localhost:1', 'localhost', 'file:///etc/passwd'])
      await expect(office.ask('pull.saveSource', { ...SOURCE, endpoint })).resolves.toMatchObject({
        error: { code: 'ENDPOINT_INVALID', field: 'endpoint' },
      });
  });
});

describe('a profile as the source', () => {
  it('takes the place of the keys, of which nothing stays', async () => {
    await office.get('pull.saveSource', SOURCE);
    const profile = { ...SOURCE, access: { kind: 'profile', profile: 'messdienst' } } as const;
    expect(await office.get('pull.saveSource', profile)).toMatchObject({
      source: { access: { kind: 'profile', profile: 'messdienst' } },
    });
    await expect(office.ask('pull.saveSource', WITHOUT_SECRET)).resolves.toMatchObject({
      error: { code: 'SECRET_MISSING' },
    });
  });

  it('that this computer does not have is named in the sentence', async () => {
    const profile = { ...SOURCE, access: { kind: 'profile', profile: 'gibt-es-nicht' } } as const;
    await office.get('pull.saveSource', profile);
    await expect(office.ask('pull.test', {})).resolves.toMatchObject({
      error: { code: 'PROFILE_UNUSABLE', message: expect.stringContaining('„gibt-es-nicht“') },
    });
  });
});

/** The titles of the last entries of the audit. */
async function audit(): Promise<unknown[]> {
  const { entries } = await office.get('audit.list', { limit: 2 });
  return entries.map(({ action, reason }) => [action, reason]);
}

describe('the schedule', () => {
  const MINUTE_MS = 60_000;

  function wait(minutes: number): void {
    office.now = new Date(office.now.getTime() + minutes * MINUTE_MS);
    office.beat();
  }

  it('pulls when its time has come, and what fails is a quiet status that is tried again', async () => {
    await office.get('pull.saveSource', SOURCE);
    await office.get('pull.saveSchedule', { kind: 'every', minutes: 60 });
    expect(await office.get('pull.status', {})).toMatchObject({ nextAt: '2026-02-16T10:00:00.000Z' });
    wait(59);
    expect(await office.get('pull.status', {})).toMatchObject({ isRunning: false });
    const before = await audit();
    wait(1);
    expect(await pullEnded()).toMatchObject({ result: { trigger: 'schedule', outcome: 'failed' } });
    expect(await office.get('pull.status', {})).toMatchObject({
      isRunning: false,
      last: null,
      lastQuiet: { outcome: 'failed', message: expect.stringMatching(/Bitte/) },
      nextAt: '2026-02-16T10:15:00.000Z',
    });
    expect(await audit()).toEqual(before);
  });

  it('rests while the office is locked, and makes up for it a minute after unlocking', async () => {
    await office.get('pull.saveSource', SOURCE);
    await office.get('pull.saveSchedule', { kind: 'daily', at: '11:30' });
    expect(await office.get('pull.status', {})).toMatchObject({ nextAt: '2026-02-16T10:30:00.000Z' });
    await office.get('vault.lock', {});
    wait(300);
    const status = await office.get('vault.status', {});
    const staffId = status.state === 'locked' ? (status.staff[0]?.id ?? '') : '';
    await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE });
    expect(office.told.some(({ type }) => type === 'pull.ended')).toBe(false);
    expect(await office.get('pull.status', {})).toMatchObject({ nextAt: '2026-02-16T14:01:00.000Z' });
    wait(1);
    await pullEnded();
  });

  it('notes what it brought, and not that it found nothing more', async () => {
    await office.get('demo.load', {});
    await office.get('pull.saveSchedule', { kind: 'every', minutes: 15 });
    wait(15);
    expect(await pullEnded()).toMatchObject({ result: { outcome: 'complete', trigger: 'schedule' } });
    expect(await audit()).toContainEqual(['Datenabruf', 'Nach Zeitplan']);
    const { entries } = await office.get('audit.list', { limit: 1000 });
    const titles = new Set(entries.map(({ action }) => action));
    expect(titles).not.toContain('Einstellung geändert');
    expect(entries.flatMap(({ details }) => details).filter((told) => /[{}[\]"]|\de-?\d/.test(told))).toEqual(
      [],
    );
    const { last } = await office.get('pull.status', {});
    const before = await audit();
    office.told.length = 0;
    wait(15);
    await pullEnded();
    expect(await office.get('pull.status', {})).toMatchObject({ last, lastQuiet: { outcome: 'complete' } });
    expect(await audit()).toEqual(before);
  });

  it('is off without a source, needs the right to change settings, and can be taken back', async () => {
    expect(await office.get('pull.saveSchedule', { kind: 'every', minutes: 15 })).toMatchObject({
      nextAt: null,
    });
    wait(60);
    expect(await office.get('pull.status', {})).toMatchObject({ isRunning: false });
    await office.get('history.undo', {});
    expect(await office.get('pull.status', {})).toMatchObject({ schedule: { kind: 'off' } });
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
