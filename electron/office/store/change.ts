/**
 * The only way to change master data: every write leaves an audit entry in the same transaction. The database refuses
 * any other write to these tables (`audit_gate`), so that nobody can forget the entry.
 */
import type { Insertable, Updateable } from 'kysely';
import { canonicalJson, type JsonValue } from '#shared/model/canonical-json.ts';
import type { Result } from '#shared/model/result.ts';
import { appendToAudit } from './audit.ts';
import { useErasureKey } from './erasure-keys.ts';
import type { StoreFailure } from './failures.ts';
import { query } from './query.ts';
import type { Schema } from './schema.ts';
import type { Seals } from './seals.ts';
import type { SqlChange, SqlValue } from './sql-database.ts';
import type { Store } from './store.ts';

/** Who changes something, with which keys and by which clock. */
export interface Desk {
  readonly seals: Seals;
  readonly clock: () => Date;
  /** An employee's id, or `stichtag` for what the program does by itself. */
  readonly actor: string;
}

export interface Act {
  /** `noun.verb`, such as `tenancy.end`. */
  readonly action: string;
  /** Why, in the words of whoever did it. */
  readonly reason?: string;
}

type MasterTable = Exclude<
  keyof Schema,
  'audit' | 'audit_gate' | 'bundles' | 'telegrams' | 'telegram_formats' | 'readings'
>;
type Id<Table extends MasterTable> = Schema[Table]['id'] extends {
  readonly __select__: infer Selected extends number;
}
  ? Selected
  : never;
type Fields = Readonly<Record<string, JsonValue>>;

/** What an audit entry shows instead of the row's own columns, and whose erasure key seals it. */
export interface Showing {
  readonly old?: Fields | null;
  readonly new?: Fields | null;
  /** Sealed under this key, together with the reason: it concerns a person. */
  readonly erasureKeyId?: number;
}

const setGate = query<{ isOpen: 0 | 1 }>()((sql, given) =>
  sql.updateTable('audit_gate').set({ is_open: given.isOpen }),
);

function shownFields(row: Readonly<Record<string, unknown>>): Fields {
  const shown = Object.entries(row)
    .filter(([name]) => name !== 'id')
    .map(([name, value]) => [name, Buffer.isBuffer(value) ? 'sealed' : (value as JsonValue)] as const);
  return Object.fromEntries(shown);
}

function sameValue(a: unknown, b: unknown): boolean {
  return Buffer.isBuffer(a) && Buffer.isBuffer(b) ? a.equals(b) : a === b;
}

/** A change in progress. It exists only inside `changeMasterData`. */
export class Change {
  readonly store: Store;
  readonly seals: Seals;
  /** One instant for everything that belongs together, UTC. */
  readonly at: string;
  /** Who does it: an employee's id, or `stichtag`. */
  readonly actor: string;
  readonly #act: Act;

  constructor(store: Store, desk: Desk, act: Act) {
    this.store = store;
    this.seals = desk.seals;
    this.at = desk.clock().toISOString();
    this.actor = desk.actor;
    this.#act = act;
  }

  /** The id the next row of a table will get; sealed columns are bound to it. */
  nextId<Table extends MasterTable>(table: Table): Id<Table> {
    const last = this.store.prepare('select seq from sqlite_sequence where name = ?').get(table);
    return (((last as { readonly seq: number } | undefined)?.seq ?? 0) + 1) as Id<Table>;
  }

  /** Adds a row and its audit entry; returns its id. */
  insert<Table extends MasterTable>(
    table: Table,
    values: Insertable<Schema[Table]>,
    showing: Showing = {},
  ): Id<Table> {
    const id = this.insertSupporting(table, values) as Id<Table>;
    this.#record(`${table}:${id}`, { old: null, new: shownFields(values), ...showing });
    return id;
  }

  /** Adds a row that only serves another one, whose entry speaks for both (an erasure key, a manual reading). */
  insertSupporting<Table extends MasterTable | 'readings'>(
    table: Table,
    values: Insertable<Schema[Table]>,
  ): number {
    const row = values as Readonly<Record<string, SqlValue>>;
    const columns = Object.keys(row);
    const sql = `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
    return Number(this.#throughGate(sql, Object.values(row)).lastInsertRowid);
  }

  /** Replaces the wrapping around a sealed key whose content stays what it was; one note speaks for all of them. */
  rewrap(table: 'meter_keys' | 'erasure_keys', id: number, sealedKey: Buffer): void {
    this.#throughGate(`update ${table} set sealed_key = ? where id = ?`, [sealedKey, id]);
  }

  /** Changes columns of a row; an entry is written only for what really differs. Throws when there is no such row. */
  update<Table extends MasterTable>(
    table: Table,
    id: Id<Table>,
    patch: Updateable<Schema[Table]>,
    showing: Showing = {},
  ): void {
    const before = this.#rowOf(table, id);
    const changed = Object.entries(patch as Readonly<Record<string, SqlValue>>).filter(
      ([column, value]) => !sameValue(before[column], value),
    );
    if (changed.length === 0) return;
    const assignments = changed.map(([column]) => `${column} = ?`).join(', ');
    const values = changed.map(([, value]) => value);
    this.#throughGate(`update ${table} set ${assignments} where id = ?`, [...values, id]);
    const old = Object.fromEntries(changed.map(([column]) => [column, before[column]]));
    this.#record(`${table}:${id}`, {
      old: shownFields(old),
      new: shownFields(Object.fromEntries(changed)),
      ...showing,
    });
  }

  /** Deletes a row; its last content stays in the audit. Throws when there is no such row. */
  remove<Table extends MasterTable>(table: Table, id: Id<Table>, showing: Showing = {}): void {
    const before = this.#rowOf(table, id);
    this.#throughGate(`delete from ${table} where id = ?`, [id]);
    this.#record(`${table}:${id}`, { old: shownFields(before), new: null, ...showing });
  }

  /** Deletes a reading by hand together with its entry. */
  removeManualEntry(id: number): void {
    this.#throughGate('delete from readings where manual_entry_id = ?', [id]);
    this.remove('manual_entries', id);
  }

  /** Writes an entry about something that is no row: an export, a key shown, a restored backup. */
  note(subject: string, facts: Fields, erasureKeyId?: number): void {
    this.#record(subject, { old: null, new: facts, ...(erasureKeyId === undefined ? {} : { erasureKeyId }) });
  }

  #rowOf(table: MasterTable, id: number): Readonly<Record<string, unknown>> {
    const row = this.store.prepare(`select * from ${table} where id = ?`).get(id);
    if (row === undefined) throw new Error(`there is no row ${id} in ${table}`);
    return row as Readonly<Record<string, unknown>>;
  }

  #throughGate(sql: string, values: readonly SqlValue[]): SqlChange {
    this.store.run(setGate, { isOpen: 1 });
    const done = this.store.prepare(sql).run(...values);
    this.store.run(setGate, { isOpen: 0 });
    return done;
  }

  #record(subject: string, showing: Showing): void {
    const told = canonicalJson({
      old: showing.old ?? null,
      new: showing.new ?? null,
      reason: this.#act.reason ?? null,
    });
    const common = { at: this.at, actor: this.actor, action: this.#act.action, subject };
    const { erasureKeyId } = showing;
    appendToAudit(this.store, this.seals, (seq) => {
      if (erasureKeyId === undefined) return { ...common, payload: told, personal: null, erasureKeyId: null };
      const place = { table: 'audit', row: seq, column: 'personal', version: 1 };
      const personal = useErasureKey(this.store, this.seals, erasureKeyId, (key) =>
        this.seals.sealUnder(key, place, Buffer.from(told, 'utf8')),
      );
      return { ...common, payload: '{}', personal, erasureKeyId };
    });
  }
}

/**
 * Runs `work` as one transaction in which master data may change. All changes and their entries are kept, or none:
 * a failure (disk full, overlap, reference) or a throw inside `work` undoes everything.
 */
export function changeMasterData<T>(
  store: Store,
  desk: Desk,
  act: Act,
  work: (change: Change) => T,
): Result<T, StoreFailure> {
  return store.transact(() => work(new Change(store, desk, act)));
}
