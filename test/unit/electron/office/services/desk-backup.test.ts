import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PASSPHRASE, WindowOffice } from './window-office.ts';

let office: WindowOffice;
let backups = '';
beforeEach(async () => {
  office = new WindowOffice();
  await office.create();
  backups = path.join(office.folder, 'Sicherungen');
  mkdirSync(backups);
});
afterEach(() => office.stop());

async function addPerson(name: string): Promise<void> {
  await office.get('people.create', { name, addressLines: [], phone: null, email: null });
}

async function unlock(): Promise<unknown> {
  const status = await office.get('vault.status', {});
  const staffId = status.state === 'locked' ? (status.staff[0]?.id ?? '') : '';
  return await office.get('vault.unlock', { staffId, passphrase: PASSPHRASE });
}

async function chooseFolder(): Promise<void> {
  office.desktop.answers.push(backups);
  await office.get('backup.chooseFolder', {});
}

describe('backups', () => {
  it('need a folder, and say so', async () => {
    await expect(office.ask('backup.create', {})).resolves.toMatchObject({
      error: { code: 'NO_BACKUP_FOLDER' },
    });
    expect(await office.get('backup.list', {})).toEqual({ folder: null, files: [] });
  });

  it('finish the first start, and are listed as read back', async () => {
    await chooseFolder();
    const file = await office.get('backup.create', {});
    expect(file.verifiedAt).not.toBeNull();
    expect(await office.get('backup.list', {})).toEqual({ folder: backups, files: [file] });
    expect(await office.get('vault.status', {})).toMatchObject({ setup: ['recoverySheet'] });
    expect((await office.get('overview.worklist', {})).lastBackupAt).toBe(file.takenAt);
  });

  it('are proved by restoring them, and a flipped byte is noticed', async () => {
    await addPerson('Timo Becker');
    await chooseFolder();
    const { name } = await office.get('backup.create', {});
    await office.get('backup.verify', { name, passphrase: PASSPHRASE });
    const file = path.join(backups, name);
    const bytes = readFileSync(file);
    bytes[bytes.length - 5_000] = (bytes[bytes.length - 5_000] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(office.ask('backup.verify', { name, passphrase: PASSPHRASE })).resolves.toMatchObject({
      ok: false,
      error: { code: 'BACKUP_DAMAGED' },
    });
  });

  it('are named, never reached by a path', async () => {
    await chooseFolder();
    await expect(
      office.ask('backup.verify', { name: '../data/bestand/vault.json', passphrase: PASSPHRASE }),
    ).resolves.toMatchObject({ error: { code: 'GONE' } });
  });

  it('bring an empty office back to where it was', async () => {
    await addPerson('Timo Becker');
    await chooseFolder();
    const { name } = await office.get('backup.create', {});
    await office.get('vault.lock', {});
    rmSync(path.join(office.folder, 'data'), { recursive: true });
    await office.restart();
    expect(await office.get('vault.status', {})).toEqual({ state: 'empty' });
    office.desktop.answers.push(path.join(backups, name));
    expect(
      await office.get('vault.restore', { initials: 'AA', passphrase: PASSPHRASE, recoveryCode: null }),
    ).toMatchObject({ state: 'open', session: { name: 'Anna Amsel' } });
    expect((await office.get('people.list', {})).map((person) => person.name)).toEqual(['Timo Becker']);
  });

  it('do not open for initials that had no access, nor over an office that is there', async () => {
    await chooseFolder();
    const { name } = await office.get('backup.create', {});
    office.desktop.answers.push(path.join(backups, name), path.join(backups, name));
    await expect(
      office.ask('vault.restore', { initials: 'XX', passphrase: PASSPHRASE, recoveryCode: null }),
    ).resolves.toMatchObject({ error: { code: 'STAFF_UNKNOWN', field: 'initials' } });
    await expect(
      office.ask('vault.restore', { initials: 'AA', passphrase: PASSPHRASE, recoveryCode: null }),
    ).resolves.toMatchObject({ error: { code: 'FOLDER_NOT_EMPTY' } });
  });
});

describe('an office whose files were put back to an older day', () => {
  it('says so, can be read and not changed, until somebody accepts it with a reason', async () => {
    const data = path.join(office.folder, 'data', 'bestand');
    await addPerson('Timo Becker');
    await office.get('vault.lock', {});
    cpSync(data, path.join(office.folder, 'old'), { recursive: true });
    await unlock();
    await addPerson('Sagar Mehta');
    await office.get('vault.lock', {});
    rmSync(data, { recursive: true });
    cpSync(path.join(office.folder, 'old'), data, { recursive: true });

    expect(await unlock()).toMatchObject({ state: 'open', warnings: [{ code: 'ROLLED_BACK' }] });
    expect(await office.get('people.list', {})).toHaveLength(1);
    await expect(
      office.ask('people.create', { name: 'Neu', addressLines: [], phone: null, email: null }),
    ).resolves.toMatchObject({ error: { code: 'ROLLED_BACK' } });
    await office.get('vault.lock', {});
    expect(await unlock()).toMatchObject({ warnings: [{ code: 'ROLLED_BACK' }] });

    expect(await office.get('vault.acceptRollback', { reason: 'Platte getauscht' })).toMatchObject({
      warnings: [],
    });
    await addPerson('Sagar Mehta');
    const { entries } = await office.get('audit.list', { limit: 10 });
    expect(entries.some(({ reason }) => reason === 'Platte getauscht')).toBe(true);
    await office.get('vault.lock', {});
    expect(await unlock()).toMatchObject({ warnings: [] });
  });
});

describe('the audit', () => {
  it('lists the newest first, pages on, and holds', async () => {
    for (const name of ['Eins', 'Zwei', 'Drei']) await addPerson(name);
    const { entries, total } = await office.get('audit.list', { limit: 2 });
    expect(entries.map(({ seq }) => seq)).toEqual([total, total - 1]);
    const next = await office.get('audit.list', { before: total - 1, limit: 2 });
    expect(next.entries.map(({ seq }) => seq)).toEqual([total - 2, total - 3]);
    expect(await office.get('audit.verify', {})).toMatchObject({
      holds: true,
      entries: total,
      firstBreak: null,
    });
  });
});

describe('what lies beside the vault', () => {
  it('names nobody', async () => {
    await addPerson('Timo Becker');
    await office.get('appearance.save', {
      language: 'de',
      theme: 'dark',
      density: 'compact',
      zoomPercent: 120,
      sidebarCollapsed: true,
    });
    await office.restart();
    expect(await office.get('appearance.get', {})).toMatchObject({ theme: 'dark', zoomPercent: 120 });
    const data = path.join(office.folder, 'data');
    for (const entry of readdirSync(data, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const bytes = readFileSync(path.join(entry.parentPath, entry.name));
      for (const canary of ['Timo Becker', 'Anna Amsel', 'Messdienst Ilmtal', PASSPHRASE])
        expect([entry.name, bytes.includes(canary)]).toEqual([entry.name, false]);
    }
  });
});
