/** What a step of the schema is. */
import type { SqlDatabase } from '../sql-database.ts';

/** One numbered step. Once released it never changes: files in the field have gone through it. */
export interface Migration {
  readonly version: number;
  apply(database: SqlDatabase): void;
}
