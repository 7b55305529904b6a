/** What the store asks of an SQL database: a narrow view, so that one file alone knows the driver. */

export type SqlValue = number | bigint | string | Buffer | null;

export interface SqlChange {
  readonly changes: number;
  readonly lastInsertRowid: number | bigint;
}

export interface SqlStatement {
  run(...values: readonly SqlValue[]): SqlChange;
  get(...values: readonly SqlValue[]): unknown;
  all(...values: readonly SqlValue[]): unknown[];
  iterate(...values: readonly SqlValue[]): IterableIterator<unknown>;
}

export interface SqlDatabase {
  readonly file: string;
  readonly isOpen: boolean;
  readonly inTransaction: boolean;
  prepare(sql: string): SqlStatement;
  exec(sql: string): void;
  /** The value a pragma answers with, or undefined when it is silent. */
  pragma(source: string): unknown;
  /** Runs `work` in an immediate transaction (a savepoint inside another one); a throw rolls it back. */
  transact<T>(work: () => T): T;
  /** Replaces the file's key; outside WAL only. */
  rekey(key: Buffer): void;
  close(): void;
}
