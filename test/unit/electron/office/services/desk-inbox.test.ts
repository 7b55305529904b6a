import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../../support/small-house.ts';
import { allocator, keyOf, telegramLines } from './key-workbench.ts';
import { WindowOffice } from './window-office.ts';

let office: WindowOffice;
beforeEach(async () => {
  office = new WindowOffice();
  await office.create();
});
afterEach(() => office.stop());

/** Reads a file of telegrams as a user does, up to the result sheet. */
async function readFile(content: string): Promise<unknown> {
  const file = path.join(office.folder, `funk-${office.told.length}.txt`);
  writeFileSync(file, content);
  office.desktop.answers.push(file);
  office.told.length = 0;
  expect(await office.get('pull.readFile', { isFolder: false })).toBe(true);
  await expect.poll(() => office.told.some(({ type }) => type === 'pull.ended')).toBe(true);
  return (await office.get('pull.status', {})).last;
}

const OURS = { manufacturer: 'QDS', id: '00000001' };
const THEIRS = { manufacturer: 'QDS', id: '00000002' };

describe('a file of telegrams', () => {
  it('is read like a pull, with a result by reason, and a second time adds nothing', async () => {
    const lines = telegramLines([allocator(OURS.id), allocator(THEIRS.id)], '2026-01-31T21:00:00Z');
    expect(await readFile(lines)).toMatchObject({
      outcome: 'complete',
      newTelegrams: 2,
      unreadable: 0,
      undecodable: [{ reason: 'NO_KEY', count: 2 }],
    });
    expect(await readFile(lines)).toMatchObject({ newTelegrams: 0 });
  });

  it('that holds no telegram says so, by its name and not by its folder', async () => {
    const sheet = await readFile('Sehr geehrte Damen und Herren');
    expect(sheet).toMatchObject({
      unreadable: 1,
      problems: [{ name: expect.stringMatching(/^funk-\d+\.txt$/) }],
    });
    expect(JSON.stringify(sheet)).not.toContain(office.folder);
  });

  it('is not read when the dialog was closed', async () => {
    expect(await office.get('pull.readFile', { isFolder: true })).toBe(false);
  });
});

describe('the inbox of unknown devices', () => {
  beforeEach(async () => {
    await readFile(telegramLines([allocator(OURS.id), allocator(THEIRS.id)], '2026-01-31T21:00:00Z'));
  });

  it('names who was heard, what it is and how often', async () => {
    expect(await office.get('inbox.list', {})).toMatchObject([
      { ...OURS, kind: 'allocator', telegrams: 1, setAside: null },
      { ...THEIRS, kind: 'allocator', telegrams: 1, setAside: null },
    ]);
  });

  it('puts a device away with a reason, leaves it out of the keys, and takes it back', async () => {
    await office.get('inbox.setAside', { devices: [THEIRS], reason: 'Nachbarhaus' });
    expect(await office.get('inbox.list', {})).toMatchObject([
      { setAside: null },
      { ...THEIRS, setAside: { reason: 'Nachbarhaus' } },
    ]);
    expect((await office.get('keys.list', {})).map(({ serial }) => serial)).toEqual([OURS.id]);
    await office.get('inbox.takeBack', { devices: [THEIRS] });
    await office.get('history.undo', {});
    expect(await office.get('inbox.list', {})).toMatchObject([{}, { setAside: { reason: 'Nachbarhaus' } }]);
  });

  it('makes a meter of a device, reads what it has sent, and takes all of that back', async () => {
    const { id: landlordId } = await office.get('people.create', {
      name: 'Vera Vermieter',
      addressLines: ['Am Markt 1'],
      phone: null,
      email: null,
    });
    const { id: propertyId } = await office.get('properties.create', {
      name: 'Haus L',
      addressLines: ['Am Markt 2'],
      landlordId,
    });
    await office.get('keys.enter', {
      manufacturer: 'QDS',
      serial: OURS.id,
      label: '',
      key: keyOf(OURS.id).toString('hex'),
    });
    const assigned = {
      device: OURS,
      kind: 'allocator' as const,
      propertyId,
      unitId: null,
      roomId: null,
      from: day('2026-01-01'),
    };
    await office.get('inbox.assign', assigned);
    expect((await office.get('inbox.list', {})).map(({ id }) => id)).toEqual([THEIRS.id]);
    expect(await office.get('keys.list', {})).toMatchObject([{ place: 'Haus L', state: 'confirmed' }, {}]);
    await expect(office.ask('inbox.assign', assigned)).resolves.toMatchObject({
      error: { code: 'ALREADY_EXISTS' },
    });
    await expect
      .poll(() => office.told.some((event) => event.type === 'job.progressed' && event.job === 'keys'))
      .toBe(true);
    await office.get('history.undo', {});
    expect((await office.get('inbox.list', {})).map(({ id }) => id)).toEqual([OURS.id, THEIRS.id]);
  });

  it('never decrypts what a device next door sends, not even with a key of the same number', async () => {
    await office.get('inbox.setAside', { devices: [THEIRS], reason: 'Nachbarhaus' });
    const key = keyOf(THEIRS.id).toString('hex');
    await office.get('keys.enter', { manufacturer: '', serial: THEIRS.id, label: '', key });
    const more = telegramLines([allocator(THEIRS.id)], '2026-02-28T21:00:00Z');
    expect(await readFile(more)).toMatchObject({
      newTelegrams: 1,
      undecodable: expect.arrayContaining([expect.objectContaining({ reason: 'NO_KEY' })]),
    });
    await office.get('inbox.takeBack', { devices: [THEIRS] });
    const last = telegramLines([allocator(THEIRS.id)], '2026-03-31T21:00:00Z');
    expect(await readFile(last)).toMatchObject({ newTelegrams: 1, undecodable: [] });
  });

  it('keeps what was sent long ago and fetched today, so that it can still be assigned', async () => {
    const old = telegramLines([allocator('00000003')], '2024-01-31T21:00:00Z');
    const rows = `Zeit;Telegramm\n2024-01-31T21:00:00Z;${old}\n`;
    expect(await readFile(rows)).toMatchObject({ newTelegrams: 1, dropped: 0 });
    expect((await office.get('inbox.list', {})).map(({ id }) => id)).toContain('00000003');
  });

  it('forgets what foreign devices sent when its time is over, and nothing of ours', async () => {
    await office.get('keys.enter', {
      manufacturer: 'QDS',
      serial: OURS.id,
      label: '',
      key: keyOf(OURS.id).toString('hex'),
    });
    office.now = new Date('2027-06-01T09:00:00Z');
    expect(await office.get('pull.saveForeignDays', { days: null })).toMatchObject({ foreignDays: null });
    expect(await readFile('xx')).toMatchObject({ dropped: 0 });
    await office.get('pull.saveForeignDays', { days: 30 });
    expect(await readFile('yy')).toMatchObject({ dropped: 1 });
    expect((await office.get('inbox.list', {})).map(({ id }) => id)).toEqual([OURS.id]);
  });
});
