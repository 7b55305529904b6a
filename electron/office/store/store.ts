/** The open store: runs built queries as cached statements, synchronously, and turns SQLite's refusals into values. */
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import { expectedFailure, type StoreFailure } from './failures.ts';
import { bind, type Query } from './query.ts';
import type { SqlDatabase, SqlStatement } from './sql-database.ts';

export class Store {
  readonly database: SqlDatabase;
  readonly isReadOnly: boolean;
  readonly #statements = new Map<string, SqlStatement>();
  #closedBecause: Failure<'ROLLED_BACK'> | null = null;

  constructor(database: SqlDatabase, isReadOnly: boolean) {
    this.database = database;
    this.isReadOnly = isReadOnly;
  }

  get file(): string {
    return this.database.file;
  }

  /** Why nothing may be changed for now; null when it may. */
  get closedBecause(): Failure<'ROLLED_BACK'> | null {
    return this.#closedBecause;
  }

  /**
   * Lets this connection only read until `openToChanges`: every transaction is answered with the reason, and a write
   * past all transactions is refused by SQLite itself.
   */
  closeToChanges(because: Failure<'ROLLED_BACK'>): void {
    this.#closedBecause = because;
    this.database.pragma('query_only=ON');
  }

  openToChanges(): void {
    this.#closedBecause = null;
    this.database.pragma('query_only=OFF');
  }

  /** The prepared form of an SQL text, kept for the next time. */
  prepare(sql: string): SqlStatement {
    const kept = this.#statements.get(sql);
    if (kept) return kept;
    const statement = this.database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #statement(query: Query<never, unknown>): SqlStatement {
    return this.prepare(query.sql);
  }

  /** Runs a query that answers nothing; returns how many rows it changed. */
  run<Given extends object>(query: Query<Given, unknown>, values: Given): number {
    return this.#statement(query).run(...bind(query, values)).changes;
  }

  /** The first row, or undefined. */
  get<Given extends object, Row>(query: Query<Given, Row>, values: Given): Row | undefined {
    return this.#statement(query).get(...bind(query, values)) as Row | undefined;
  }

  all<Given extends object, Row>(query: Query<Given, Row>, values: Given): Row[] {
    return this.#statement(query).all(...bind(query, values)) as Row[];
  }

  /** Row after row without holding them all; the connection can do nothing else until it ends. */
  iterate<Given extends object, Row>(query: Query<Given, Row>, values: Given): IterableIterator<Row> {
    return this.#statement(query).iterate(...bind(query, values)) as IterableIterator<Row>;
  }

  /**
   * Runs `work` as one transaction: all of it is on the medium afterwards, or nothing. What SQLite may rightly refuse
   * (disk full, busy, constraint) comes back as a failure; inside another transaction it ends that one too.
   */
  transact<T>(work: () => T): Result<T, StoreFailure> {
    // Not a savepoint: under an open one SQLite walks its whole statement journal after every insert.
    if (this.database.inTransaction) return succeed(work());
    if (this.#closedBecause !== null) return fail(this.#closedBecause);
    return this.attempt(() => this.database.transact(work));
  }

  /** Runs `work`, usually reading, and returns SQLite's refusals as failures. Bugs throw. */
  attempt<T>(work: () => T): Result<T, StoreFailure> {
    try {
      return succeed(work());
    } catch (error) {
      const failure = expectedFailure(error);
      if (failure === null) throw error;
      return fail(failure.code === 'STORE_READ_ONLY' ? (this.#closedBecause ?? failure) : failure);
    }
  }

  close(): void {
    this.#statements.clear();
    this.database.close();
  }
}
