import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkAnchor, moveAnchor } from '#office/services/audit-anchor.ts';
import { checkDatabase } from '#office/services/backup-check.ts';
import { openStore } from '#office/store/open.ts';
import { writeSetting } from '#office/store/settings.ts';
import { listProperties } from '#office/store/properties.ts';
import { codeOf, valueOf } from '../support/office-folder.ts';
import { sessionFixture, type SessionFixture } from '../support/session.ts';
import { changed } from '../support/small-house.ts';

const PAGE = 4096;

/** The closed database file of a session with enough in it to have many kinds of pages. */
async function closedDatabase(): Promise<
  SessionFixture & { file: string; bytes: Buffer; examine: () => string }
> {
  const fixture = await sessionFixture();
  for (let i = 0; i < 40; i += 1)
    changed(fixture.office, (change) => writeSetting(change, `setting ${i}`, 'x'.repeat(500)));
  const { file } = fixture.session.store;
  fixture.session.store.close();
  /** What somebody who opens and reads everything is told. */
  const examine = (): string => {
    const opened = openStore({ file, key: fixture.session.vault.databaseKey });
    if (!opened.ok) return opened.error.code;
    const checked = checkDatabase(opened.value, fixture.session.vault.auditKeys);
    opened.value.close();
    return checked.ok ? 'whole' : checked.error.code;
  };
  return { ...fixture, file, bytes: readFileSync(file), examine };
}

describe('tampering with the database file', () => {
  it('is noticed after one flipped bit on any page', async () => {
    const { file, bytes, examine } = await closedDatabase();
    expect(examine()).toBe('whole');
    const pages = bytes.length / PAGE;
    expect(pages).toBeGreaterThan(20);
    for (let page = 0; page < pages; page += 1) {
      const bent = Buffer.from(bytes);
      const at = page * PAGE + ((page * 997) % PAGE);
      bent.writeUInt8(bent.readUInt8(at) ^ (1 << (page % 8)), at);
      writeFileSync(file, bent);
      expect([page, examine()]).not.toEqual([page, 'whole']);
    }
    writeFileSync(file, bytes);
    expect(examine()).toBe('whole');
  });

  it('is noticed when two pages change places or one is blank', async () => {
    const { file, bytes, examine } = await closedDatabase();
    const pageAt = (page: number) => Buffer.from(bytes.subarray(page * PAGE, (page + 1) * PAGE));
    for (const [a, b] of [
      [1, 2],
      [3, 10],
      [5, 15],
    ] as const) {
      const swapped = Buffer.from(bytes);
      pageAt(a).copy(swapped, b * PAGE);
      pageAt(b).copy(swapped, a * PAGE);
      writeFileSync(file, swapped);
      expect(examine()).toBe('STORE_DAMAGED');
      const blank = Buffer.from(bytes);
      blank.fill(0, a * PAGE, (a + 1) * PAGE);
      writeFileSync(file, blank);
      expect(examine()).not.toBe('whole');
    }
  });

  it('is noticed when the end is cut off', async () => {
    const { file, bytes, examine } = await closedDatabase();
    for (const length of [bytes.length - 1, bytes.length - PAGE, PAGE * 3, PAGE, 100]) {
      writeFileSync(file, bytes);
      truncateSync(file, length);
      expect([length, examine()]).not.toEqual([length, 'whole']);
    }
  });

  it('is noticed in the write-ahead log: a bent frame is never taken over', async () => {
    const fixture = await sessionFixture();
    const { store, vault } = fixture.session;
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    changed(fixture.office, (change) => writeSetting(change, 'in the log', 1));
    const [main, log] = [readFileSync(store.file), readFileSync(`${store.file}-wal`)];
    const head = listProperties(store);
    store.close();
    for (let at = 40; at < log.length; at += 1_031) {
      const bent = Buffer.from(log);
      bent.writeUInt8(bent.readUInt8(at) ^ 0x10, at);
      writeFileSync(store.file, main);
      writeFileSync(`${store.file}-wal`, bent);
      const opened = openStore({ file: store.file, key: vault.databaseKey });
      if (!opened.ok) continue;
      // Frames from the bent one on are dropped: an older state, which the anchor would report; never another value.
      const read = opened.value.attempt(() => listProperties(opened.value));
      expect(read.ok ? read.value : head).toEqual(head);
      opened.value.close();
    }
  });

  it('by putting back the whole older file is noticed by the anchor alone', async () => {
    const fixture = await sessionFixture();
    const { store, vault } = fixture.session;
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(store.file, `${store.file}.old`);
    changed(fixture.office, (change) => writeSetting(change, 'later', 1));
    moveAnchor(fixture.session, fixture.anchors);
    store.close();
    copyFileSync(`${store.file}.old`, store.file);
    const old = valueOf(openStore({ file: store.file, key: vault.databaseKey }));
    expect(checkDatabase(old, vault.auditKeys).ok).toBe(true);
    expect(codeOf(checkAnchor({ ...fixture.session, store: old }, fixture.anchors))).toBe('ROLLED_BACK');
    old.close();
  });

  it('by putting back a single older page is a documented limit: nothing notices it', async () => {
    const fixture = await sessionFixture();
    const { store, vault } = fixture.session;
    changed(fixture.office, (change) => writeSetting(change, 'rent', 'old'));
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    const before = readFileSync(store.file);
    store.database.transact(() => {
      store.database.exec('update audit_gate set is_open = 1');
      store.database.exec(`update settings set value = '"new"' where name = 'rent'`);
      store.database.exec('update audit_gate set is_open = 0');
    });
    store.database.pragma('wal_checkpoint(TRUNCATE)');
    store.close();
    const after = readFileSync(store.file);
    const replayed = Buffer.from(after);
    for (let page = 1; page < after.length / PAGE; page += 1) {
      const [from, to] = [page * PAGE, (page + 1) * PAGE];
      if (!before.subarray(from, to).equals(after.subarray(from, to))) before.copy(replayed, from, from, to);
    }
    writeFileSync(store.file, replayed);
    const opened = valueOf(openStore({ file: store.file, key: vault.databaseKey }));
    expect(checkDatabase(opened, vault.auditKeys).ok).toBe(true);
    expect(opened.database.prepare("select value from settings where name = 'rent'").get()).toEqual({
      value: '"old"',
    });
    opened.close();
  });
});
