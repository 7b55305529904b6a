/** The one place that opens a database file, and the one import of the driver. */
import { existsSync } from 'node:fs';
import { default as Driver } from 'better-sqlite3';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { SqlError, expectedFailure, storeFailure, type StoreFailure } from './failures.ts';
import { migrate, schemaVersionOf, NEWEST_VERSION } from './migrations.ts';
import { applyPragmas } from './pragmas.ts';
import { createPrivateFile, keepPrivate } from './private-file.ts';
import type { SqlChange, SqlDatabase, SqlStatement, SqlValue } from './sql-database.ts';
import { Store } from './store.ts';

const KEY_BYTES = 32;
const BUSY_TIMEOUT_MS = 5_000;

export interface OpenRequest {
  readonly file: string;
  /** The vault's database key, 32 bytes. It stays the caller's. */
  readonly key: Buffer;
  /** `create` makes a new file and refuses an old one; `readWrite` (the default) and `readOnly` need it to exist. */
  readonly mode?: 'create' | 'readWrite' | 'readOnly';
  /** How long to wait for another process that is writing. */
  readonly busyTimeoutMs?: number;
}

/** The driver speaks of a raw key as `x'…'`; given as bytes it never becomes part of an SQL text. */
function withRawKey<T>(key: Buffer, use: (rawKey: Buffer) => T): T {
  const rawKey = Buffer.concat([Buffer.from("x'"), Buffer.from(key.toString('hex')), Buffer.from("'")]);
  try {
    return use(rawKey);
  } finally {
    rawKey.fill(0);
  }
}

function inOurTerms(error: unknown): unknown {
  return error instanceof Driver.SqliteError ? new SqlError(error.code, error.message, error) : error;
}

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw inOurTerms(error);
  }
}

class DriverStatement implements SqlStatement {
  readonly #statement: Driver.Statement;

  constructor(statement: Driver.Statement) {
    this.#statement = statement;
  }

  run(...values: readonly SqlValue[]): SqlChange {
    return translated(() => this.#statement.run(...values));
  }

  get(...values: readonly SqlValue[]): unknown {
    return translated(() => this.#statement.get(...values));
  }

  all(...values: readonly SqlValue[]): unknown[] {
    return translated(() => this.#statement.all(...values));
  }

  *iterate(...values: readonly SqlValue[]): IterableIterator<unknown> {
    try {
      yield* this.#statement.iterate(...values);
    } catch (error) {
      throw inOurTerms(error);
    }
  }
}

/** The driver seen as our own interface. It does not open anything: `connect` does. */
export class DriverDatabase implements SqlDatabase {
  readonly file: string;
  readonly #driver: Driver.Database;

  constructor(driver: Driver.Database) {
    this.file = driver.name;
    this.#driver = driver;
  }

  get isOpen(): boolean {
    return this.#driver.open;
  }

  get inTransaction(): boolean {
    return this.#driver.inTransaction;
  }

  prepare(sql: string): SqlStatement {
    return translated(() => new DriverStatement(this.#driver.prepare(sql)));
  }

  exec(sql: string): void {
    translated(() => this.#driver.exec(sql));
  }

  pragma(source: string): unknown {
    return translated(() => this.#driver.pragma(source, { simple: true }));
  }

  transact<T>(work: () => T): T {
    return translated(() => this.#driver.transaction(work).immediate());
  }

  rekey(key: Buffer): void {
    translated(() => withRawKey(key, (rawKey) => this.#driver.rekey(rawKey)));
  }

  close(): void {
    this.#driver.close();
  }
}

/** Opens the file in SQLCipher's format (AES-256-CBC, HMAC-SHA512, page by page) and proves the key by reading. */
function connect(request: OpenRequest): DriverDatabase {
  const mode = request.mode ?? 'readWrite';
  const driver = translated(
    () =>
      new Driver(request.file, {
        readonly: mode === 'readOnly',
        fileMustExist: mode !== 'create',
        timeout: request.busyTimeoutMs ?? BUSY_TIMEOUT_MS,
      }),
  );
  const database = new DriverDatabase(driver);
  try {
    database.pragma("cipher='sqlcipher'");
    database.pragma('legacy=4');
    withRawKey(request.key, (rawKey) => translated(() => driver.key(rawKey)));
    database.prepare('select count(*) from sqlite_schema').get();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function prepareForUse(database: DriverDatabase, mode: OpenRequest['mode']): Result<Store, StoreFailure> {
  const version = schemaVersionOf(database);
  if (version > NEWEST_VERSION) return storeFailure('STORE_FROM_FUTURE');
  if (mode === 'readOnly' && version < NEWEST_VERSION) return storeFailure('STORE_OUTDATED');
  const missing = applyPragmas(database, mode === 'readOnly' ? 'reading' : 'writing');
  if (missing.length > 0) return storeFailure('STORE_UNSAFE');
  if (mode !== 'readOnly') migrate(database);
  return succeed(new Store(database, mode === 'readOnly'));
}

/**
 * Opens the store and brings its schema up to date. `STORE_KEY_WRONG` when the key does not fit (a file whose first
 * page is damaged looks the same), `STORE_FROM_FUTURE` for a newer schema. Throws a RangeError for a key of another
 * length.
 */
export function openStore(request: OpenRequest): Result<Store, StoreFailure> {
  if (request.key.length !== KEY_BYTES) throw new RangeError('a database key has 32 bytes');
  const exists = existsSync(request.file);
  if (request.mode === 'create' && exists) return storeFailure('STORE_EXISTS');
  if (request.mode !== 'create' && !exists) return storeFailure('STORE_MISSING');
  let database: DriverDatabase | null = null;
  try {
    if (request.mode === 'create') createPrivateFile(request.file);
    else if (request.mode !== 'readOnly') keepPrivate(request.file);
    database = connect(request);
    const store = prepareForUse(database, request.mode);
    if (!store.ok) database.close();
    return store;
  } catch (error) {
    database?.close();
    // The file system's own refusals, before SQLite is asked.
    if (error instanceof Error && 'syscall' in error) return storeFailure('STORE_UNAVAILABLE');
    const failure = expectedFailure(error);
    if (failure === null) throw error;
    return fail(failure);
  }
}

/**
 * Gives a closed copy of a database another key: every page is read with the old one and written with the new one.
 * An interruption leaves a file that neither key opens, so the original must still be there.
 */
export function rekeyCopy(copy: {
  readonly file: string;
  readonly key: Buffer;
  readonly newKey: Buffer;
}): Result<void, StoreFailure> {
  let database: DriverDatabase | null = null;
  try {
    database = connect({ file: copy.file, key: copy.key });
    applyPragmas(database, 'reading');
    database.pragma('journal_mode=DELETE');
    database.rekey(copy.newKey);
    return succeed(undefined);
  } catch (error) {
    const failure = expectedFailure(error);
    if (failure === null) throw error;
    return fail(failure);
  } finally {
    database?.close();
  }
}
