/** Brings a database file to the newest schema, one numbered step after the other and never back. */
import { createSchema } from './migrations/0001-create-schema.ts';
import { stopAfterMove } from './migrations/0002-stop-after-move.ts';
import { lifeOfABill } from './migrations/0003-life-of-a-bill.ts';
import { extendMetering } from './migrations/0004-extend-metering.ts';
import { recordUserChanges } from './migrations/0005-record-user-changes.ts';
import { keepUnplacedMeters } from './migrations/0006-keep-unplaced-meters.ts';
import { answerFromIndex } from './migrations/0007-answer-from-index.ts';
import { priceUserChanges } from './migrations/0008-price-user-changes.ts';
import type { Migration } from './migrations/migration.ts';
import type { SqlDatabase } from './sql-database.ts';

const MIGRATIONS: readonly Migration[] = [
  createSchema,
  stopAfterMove,
  lifeOfABill,
  extendMetering,
  recordUserChanges,
  keepUnplacedMeters,
  answerFromIndex,
  priceUserChanges,
];

export const NEWEST_VERSION = MIGRATIONS.length;

/** The schema version of a file; 0 for an empty one. */
export function schemaVersionOf(database: SqlDatabase): number {
  return Number(database.pragma('user_version'));
}

/** Applies what is missing up to `target`; each step with its version number is one transaction. */
export function migrate(database: SqlDatabase, target: number = NEWEST_VERSION): void {
  for (const migration of MIGRATIONS.slice(schemaVersionOf(database), target)) {
    database.transact(() => {
      migration.apply(database);
      database.pragma(`user_version=${migration.version}`);
    });
  }
}
