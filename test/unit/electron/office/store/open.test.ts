import { execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '#office/store/open.ts';
import {
  codeOf,
  officeFixture,
  storeOf,
  temporaryFolder,
  valueOf,
} from '../../../../support/office-folder.ts';

const KEY = Buffer.alloc(32, 3);

function newStore() {
  const file = join(temporaryFolder(), 'stichtag.db');
  valueOf(openStore({ file, key: KEY, mode: 'create' })).close();
  return file;
}

describe('opening the store', () => {
  it('creates a file that is no readable SQLite file', () => {
    const bytes = readFileSync(newStore());
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(bytes.includes('CREATE TABLE')).toBe(false);
  });

  it('runs under the protections it promises, reading or writing', () => {
    const file = newStore();
    for (const mode of ['readWrite', 'readOnly'] as const) {
      const store = valueOf(openStore({ file, key: KEY, mode }));
      const settings = ['temp_store', 'secure_delete', 'foreign_keys', 'trusted_schema', 'cell_size_check'];
      expect(settings.map((name) => store.database.pragma(name))).toEqual([2, 1, 1, 0, 1]);
      expect(store.database.pragma('cache_size')).toBe(-65536);
      expect(store.database.pragma('journal_mode')).toBe('wal');
      expect(store.database.pragma('cipher')).toBe('sqlcipher');
      expect(store.isReadOnly).toBe(mode === 'readOnly');
      if (mode === 'readWrite') expect(store.database.pragma('synchronous')).toBe(2);
      store.close();
    }
  });

  it('is readable by nobody with another key, and unharmed by his trying', () => {
    const file = newStore();
    expect(codeOf(openStore({ file, key: Buffer.alloc(32, 4) }))).toBe('STORE_KEY_WRONG');
    valueOf(openStore({ file, key: KEY })).close();
    expect(() => openStore({ file, key: Buffer.alloc(31) })).toThrow(RangeError);
  });

  it('neither makes a file unasked nor overwrites one', () => {
    const file = newStore();
    expect(codeOf(openStore({ file, key: KEY, mode: 'create' }))).toBe('STORE_EXISTS');
    expect(codeOf(openStore({ file: `${file}.other`, key: KEY }))).toBe('STORE_MISSING');
    const nowhere = join(temporaryFolder(), 'no', 'folder', 'stichtag.db');
    expect(codeOf(openStore({ file: nowhere, key: KEY, mode: 'create' }))).toBe('STORE_UNAVAILABLE');
  });

  it('does not take scrap for a database', () => {
    const file = join(temporaryFolder(), 'stichtag.db');
    writeFileSync(file, Buffer.alloc(8192, 0x41));
    expect(codeOf(openStore({ file, key: KEY }))).toBe('STORE_KEY_WRONG');
  });

  it('does not write when it was opened for reading', async () => {
    const { vault, store } = await officeFixture();
    const reader = storeOf(vault, 'readOnly');
    const written = reader.attempt(() =>
      reader.database.exec("insert into telegram_formats values ('ABC', 1, 1, x'00')"),
    );
    expect(codeOf(written)).toBe('STORE_READ_ONLY');
    expect(store.database.prepare('select count(*) as n from telegram_formats').get()).toEqual({ n: 0 });
  });

  it('tells the second writer that somebody else is writing', async () => {
    const file = newStore();
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, '../../../../support/hold-write-lock.ts'), file, KEY.toString('hex')],
      {
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    );
    onTestFinished(() => void child.kill('SIGKILL'));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const store = valueOf(openStore({ file, key: KEY, busyTimeoutMs: 50 }));
    expect(codeOf(store.transact(() => 1))).toBe('STORE_BUSY');
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.stdin.end();
    await exited;
    expect(store.transact(() => 1)).toEqual({ ok: true, value: 1 });
    store.close();
  });

  it('is a file the sqlcipher format describes: a raw key opens it in another process', () => {
    const file = newStore();
    const script = `
      import { default as Driver } from 'better-sqlite3';
      const db = new Driver(process.argv[1], { readonly: true });
      db.pragma("cipher='sqlcipher'"); db.pragma('legacy=4'); db.pragma("key=\\"x'${KEY.toString('hex')}'\\"");
      console.log(db.pragma('user_version', { simple: true }));`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script, file], {
      encoding: 'utf8',
    });
    expect(Number(out)).toBeGreaterThan(0);
  });
});
