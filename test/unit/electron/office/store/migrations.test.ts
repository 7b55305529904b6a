import { describe, expect, it } from 'vitest';
import { NEWEST_VERSION, migrate, schemaVersionOf } from '#office/store/migrations.ts';
import { openStore } from '#office/store/open.ts';
import { codeOf, officeFixture } from '../../../../support/office-folder.ts';

describe('migrations', () => {
  it('bring a new file to the newest version, and change nothing when run again', async () => {
    const { store } = await officeFixture();
    const schema = () => store.database.prepare('select name, sql from sqlite_schema order by name').all();
    const before = schema();
    expect(schemaVersionOf(store.database)).toBe(NEWEST_VERSION);
    migrate(store.database);
    expect(schema()).toEqual(before);
  });

  it('refuse a file of a newer program, reading or writing', async () => {
    const { store, vault } = await officeFixture();
    store.database.pragma(`user_version=${NEWEST_VERSION + 1}`);
    for (const mode of ['readWrite', 'readOnly'] as const) {
      const opened = openStore({ file: vault.databaseFile, key: vault.databaseKey, mode });
      expect(codeOf(opened)).toBe('STORE_FROM_FUTURE');
    }
  });

  it('do not run while reading: an older file has to be opened for writing first', async () => {
    const { store, vault } = await officeFixture();
    store.database.pragma('user_version=0');
    const opened = openStore({ file: vault.databaseFile, key: vault.databaseKey, mode: 'readOnly' });
    expect(codeOf(opened)).toBe('STORE_OUTDATED');
  });

  it('leave no half step behind', async () => {
    const { store } = await officeFixture();
    store.database.pragma('user_version=0');
    // Its tables exist, so the first step fails midway; the version must not move.
    expect(() => migrate(store.database)).toThrow('already exists');
    expect(schemaVersionOf(store.database)).toBe(0);
  });
});
