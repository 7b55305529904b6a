/**
 * Typed SQL that is built once: Kysely compiles a query, the store prepares and runs it. Kysely never executes
 * (docs/adr): an asynchronous transaction of its own beside a prepared statement loses rows on rollback.
 */
import {
  Kysely,
  DummyDriver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
} from 'kysely';
import type { Schema } from './schema.ts';
import type { SqlValue } from './sql-database.ts';

const builder = new Kysely<Schema>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

export type QueryBuilder = typeof builder;

/** Stands in a query where a value will be given at each run. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Whatever property is asked for, a slot of that name. */
const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) });

type Argument = { readonly slot: string } | { readonly value: SqlValue };

declare const given: unique symbol;
declare const row: unique symbol;

/** A compiled query: `Given` names the values each run needs, `Row` is what it answers with. */
export interface Query<Given, Row> {
  readonly sql: string;
  readonly arguments: readonly Argument[];
  readonly [given]?: (values: Given) => void;
  readonly [row]?: Row;
}

/**
 * Builds a query: `query<{ id: UnitId }>()((sql, given) => sql.selectFrom('units')…where('id', '=', given.id))`.
 * The types promise that a value takes each slot's place before the query runs.
 */
export function query<Given extends object = Readonly<Record<string, never>>>() {
  return <Row>(build: (sql: QueryBuilder, given: Given) => Compilable<Row>): Query<Given, Row> => {
    const compiled = build(builder, slots as Given).compile();
    return {
      sql: compiled.sql,
      arguments: compiled.parameters.map((parameter) =>
        parameter instanceof Slot ? { slot: parameter.name } : { value: parameter as SqlValue },
      ),
    };
  };
}

/** The values of one run in the order of the query's placeholders. Throws when one was forgotten. */
export function bind<Given extends object>(built: Query<Given, unknown>, values: Given): SqlValue[] {
  const byName = values as Readonly<Record<string, SqlValue | undefined>>;
  return built.arguments.map((argument) => {
    if ('value' in argument) return argument.value;
    const value = byName[argument.slot];
    if (value === undefined) throw new TypeError(`the query needs a value for ${argument.slot}`);
    return value;
  });
}
