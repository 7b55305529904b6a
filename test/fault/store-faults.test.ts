import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBackup, listBackups } from '#office/services/backup.ts';
import { auditEntries, auditHead, checkAudit } from '#office/store/audit.ts';
import { insertBundles, type NewBundle } from '#office/store/bundles.ts';
import { changeMasterData } from '#office/store/change.ts';
import { writeSetting } from '#office/store/settings.ts';
import { NOW, codeOf, temporaryFolder, valueOf } from '../support/office-folder.ts';
import { sessionFixture } from '../support/session.ts';

/** `nobody`: somebody without rights, when the tests run as root, whom no write protection stops. */
const NOBODY = 65_534;

function bundle(size: number): NewBundle {
  return {
    source: 'file',
    topic: `${size}`,
    key: null,
    payload: Buffer.alloc(size, 1),
    receivedAt: NOW,
    lastModified: null,
    state: 'stored',
    telegrams: [{ bytes: Buffer.from('t'), address: null, receivedAt: NOW, rssiDbm: null }],
  };
}

describe('a full disk', () => {
  it('keeps nothing of a transaction it cannot keep, and goes on when there is room', async () => {
    const { office } = await sessionFixture();
    const { store } = office;
    const pages = Number(store.database.pragma('page_count'));
    store.database.pragma(`max_page_count=${pages + 5}`);
    const head = auditHead(store);
    expect(codeOf(insertBundles(store, [bundle(100), bundle(1_000_000)]))).toBe('STORE_FULL');
    const changed = changeMasterData(store, office.desk, { action: 'test.fill' }, (change) => {
      for (let i = 0; i < 1_000; i += 1) writeSetting(change, `setting ${i}`, 'x'.repeat(1_000));
    });
    expect(codeOf(changed)).toBe('STORE_FULL');
    expect(auditHead(store)).toEqual(head);
    for (const table of ['bundles', 'telegrams', 'settings'])
      expect(store.database.prepare(`select count(*) as n from ${table}`).get()).toEqual({ n: 0 });
    store.database.pragma('max_page_count=1000000');
    valueOf(insertBundles(store, [bundle(100), bundle(1_000_000)]));
    expect(store.database.pragma('integrity_check')).toBe('ok');
  });
});

describe('a write-protected folder', () => {
  it('is told as such, reading too: the write-ahead log needs its folder', async () => {
    const { session, office } = await sessionFixture();
    session.store.close();
    const folder = join(temporaryFolder(), 'protected');
    mkdirSync(folder);
    const file = join(folder, 'stichtag-1.db');
    cpSync(session.store.file, file);
    const isRoot = process.getuid?.() === 0;
    if (isRoot) for (const path of [file, folder]) chownSync(path, NOBODY, NOBODY);
    chmodSync(file, 0o400);
    chmodSync(folder, 0o500);
    chmodSync(join(folder, '..'), 0o755);
    onTestFinished(() => chmodSync(folder, 0o700));
    const answers = execFileSync(
      process.execPath,
      [
        join(import.meta.dirname, '../support/try-to-write.ts'),
        file,
        office.vault.databaseKey.toString('hex'),
      ],
      { encoding: 'utf8', ...(isRoot ? { uid: NOBODY, gid: NOBODY } : {}) },
    );
    const { writing, reading } = JSON.parse(answers) as { writing: string; reading: string };
    expect(['STORE_READ_ONLY', 'STORE_UNAVAILABLE']).toContain(writing);
    expect(['STORE_READ_ONLY', 'STORE_UNAVAILABLE']).toContain(reading);
  });
});

describe('a clock that jumps back', () => {
  it('puts nothing into disorder: the audit counts, backups keep their own day', async () => {
    let now = NOW.getTime();
    const { session, office, backups } = await sessionFixture(() => new Date(now));
    const desk = { ...office.desk, clock: () => new Date(now) };
    const write = (value: number) =>
      valueOf(
        changeMasterData(session.store, desk, { action: 'test.write' }, (change) =>
          writeSetting(change, 'x', value),
        ),
      );
    write(1);
    const today = valueOf(createBackup(session, backups));
    now -= 400 * 86_400_000;
    write(2);
    const earlier = valueOf(createBackup(session, backups));
    expect(listBackups(backups).map(({ name }) => name)).toEqual([today.name, earlier.name]);
    const entries = [...auditEntries(session.store)].slice(-3);
    expect(entries.map(({ action }) => action)).toEqual(['backup.create', 'test.write', 'backup.create']);
    expect((entries[1]?.at ?? '') < (entries[0]?.at ?? '')).toBe(true);
    expect(checkAudit(session.store, office.vault.auditKeys).ok).toBe(true);
  });
});
