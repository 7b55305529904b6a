/** Proves that a database is whole: pages, references, audit chain, row counts. A backup counts only after this. */
import { succeed, type Result } from '#shared/model/result.ts';
import { checkAudit } from '../store/audit.ts';
import type { StoreFailure } from '../store/failures.ts';
import { schemaVersionOf } from '../store/migrations.ts';
import { storeFailure } from '../store/failures.ts';
import type { Store } from '../store/store.ts';
import type { BackupManifest } from './backup-container.ts';

/** What a whole database says of itself. */
export type DatabaseFacts = Pick<BackupManifest, 'schemaVersion' | 'audit' | 'counts'>;

function countRows(store: Store): Record<string, number> {
  const tables = store.database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .all() as { readonly name: string }[];
  return Object.fromEntries(
    tables.map(({ name }) => {
      const row = store.database.prepare(`select count(*) as rows from "${name}"`).get();
      return [name, (row as { readonly rows: number }).rows];
    }),
  );
}

/** Reads the whole database; `STORE_DAMAGED` for a bad page, a dangling reference or a broken audit chain. */
export function checkDatabase(
  store: Store,
  auditKeys: ReadonlyMap<number, Buffer>,
): Result<DatabaseFacts, StoreFailure> {
  const checked = store.attempt(() => {
    if (store.database.pragma('integrity_check') !== 'ok') return null;
    if (store.database.pragma('foreign_key_check') !== undefined) return null;
    const chain = checkAudit(store, auditKeys);
    if (!chain.ok) return null;
    return {
      schemaVersion: schemaVersionOf(store.database),
      audit: { seq: chain.value.seq, hash: chain.value.hash.toString('hex') },
      counts: countRows(store),
    };
  });
  if (!checked.ok) return checked;
  return checked.value === null ? storeFailure('STORE_DAMAGED') : succeed(checked.value);
}
