import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBackup, listBackups } from '#office/services/backup.ts';
import { openManifest, readBackupHeader } from '#office/services/backup-container.ts';
import { auditEntries } from '#office/store/audit.ts';
import { systemFiles } from '#office/vault/files.ts';
import { NOW, codeOf, valueOf } from '../../../../support/office-folder.ts';
import { sessionFixture } from '../../../../support/session.ts';

describe('a backup', () => {
  it('is one file that names its day and says what is in it only to the vault', async () => {
    const { session, backups } = await sessionFixture();
    const made = valueOf(createBackup(session, backups));
    expect(made.name).toBe('stichtag-20260302T093000000Z.sicherung');
    expect(readdirSync(backups)).toEqual([made.name]);
    const header = valueOf(readBackupHeader(systemFiles, join(backups, made.name)));
    expect(header.createdAt).toEqual(NOW);
    const manifest = valueOf(openManifest(header, session.vault.backupKey));
    expect(manifest.counts).toMatchObject({ persons: 2, units: 1, meters: 1, meter_keys: 1, tenancies: 1 });
    expect(codeOf(openManifest(header, Buffer.alloc(32)))).toBe('BACKUP_KEY_WRONG');
    expect(statSync(join(backups, made.name)).mode & 0o777).toBe(0o600);
  });

  it('is noted in the audit', async () => {
    const { session, backups } = await sessionFixture();
    const { name } = valueOf(createBackup(session, backups));
    const last = [...auditEntries(session.store)].at(-1);
    expect([last?.action, last?.payload]).toEqual([
      'backup.create',
      `{"new":{"backup":"${name}"},"old":null,"reason":null}`,
    ]);
  });

  it('is listed with others, newest first, and nothing else is', async () => {
    let now = NOW.getTime();
    const { session, backups } = await sessionFixture(() => new Date(now));
    const first = valueOf(createBackup(session, backups));
    now += 60_000;
    const second = valueOf(createBackup(session, backups));
    writeFileSync(join(backups, 'notes.txt'), 'x');
    writeFileSync(join(backups, 'stichtag-20200101T000000000Z.sicherung'), 'no backup');
    expect(listBackups(backups)).toEqual([second, first]);
    expect(listBackups(join(backups, 'nowhere'))).toEqual([]);
  });

  it('lets outdated generations go', async () => {
    let now = NOW.getTime();
    const { session, backups } = await sessionFixture(() => new Date(now));
    for (let day = 0; day < 9; day += 1) {
      valueOf(createBackup(session, backups));
      now += 86_400_000;
    }
    // Monday 2 March to Tuesday 10 March: seven days, and the Sunday is among them; the Monday week is its own.
    expect(listBackups(backups).map(({ takenAt }) => takenAt.getUTCDate())).toEqual([10, 9, 8, 7, 6, 5, 4]);
  });

  it("carries neither names nor keys nor the database's plain pages", async () => {
    const { session, backups } = await sessionFixture();
    const { name } = valueOf(createBackup(session, backups));
    const bytes = readFileSync(join(backups, name));
    for (const secret of ['Becker', 'Reichel', 'Stadtpark', 'CREATE TABLE', 'SQLite format'])
      expect(bytes.includes(secret)).toBe(false);
  });

  it('is refused while the database is damaged', async () => {
    const { session, backups } = await sessionFixture();
    session.store.database.exec('pragma foreign_keys = off');
    session.store.database.transact(() => {
      session.store.database.exec('update audit_gate set is_open = 1');
      session.store.database.exec('update tenancies set unit_id = 99');
    });
    expect(codeOf(createBackup(session, backups))).toBe('STORE_DAMAGED');
    expect(readdirSync(backups)).toEqual([]);
  });

  it('says so when its folder cannot be written', async () => {
    const { session, backups } = await sessionFixture();
    writeFileSync(join(backups, 'file'), '');
    expect(codeOf(createBackup(session, join(backups, 'file')))).toBe('BACKUP_NOT_WRITTEN');
  });
});
