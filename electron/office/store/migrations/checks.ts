/** SQL snippets the migrations share. Released migrations rely on them: add new ones, change none. */

/** A day that exists, as `YYYY-MM-DD`. */
export const isDay = (column: string): string => `CHECK (date(${column}) IS ${column})`;

/** A day by its look alone: for tables of millions of rows, where `isDay` takes a third of the time. */
export const looksLikeDay = (column: string): string =>
  `CHECK (${column} GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]')`;

/** An exact decimal of zero or more, as shared/model/decimal-text.ts writes it. */
export const isDecimal = (column: string): string =>
  `CHECK (${column} GLOB '[0-9]*' AND ${column} NOT GLOB '*[^0-9.]*' AND ${column} NOT GLOB '*.*.*' AND ${column} NOT GLOB '*.')`;

/** An instant in UTC, as `Date.toISOString` writes it. */
export const isInstant = (column: string): string =>
  `CHECK (strftime('%Y-%m-%dT%H:%M:%fZ', ${column}) IS ${column})`;

export const isOneOf = (column: string, ...values: readonly string[]): string =>
  `CHECK (${column} IN (${values.map((value) => `'${value}'`).join(', ')}))`;

export const isFlag = (column: string): string => `CHECK (${column} IN (0, 1))`;

export const isFilled = (column: string): string => `CHECK (length(trim(${column})) > 0)`;

/** Refuses two rows of a table whose days overlap while `sameWhen` holds for both; `to_day` null is open-ended. */
export function forbidOverlap(
  table: string,
  raised: string,
  sameColumns: readonly string[],
  onlyWhen = '1',
): string {
  const same = sameColumns.map((column) => `other.${column} IS NEW.${column}`).join(' AND ');
  const body = `WHEN ${onlyWhen} AND EXISTS (
      SELECT 1 FROM ${table} AS other
      WHERE other.id <> NEW.id AND ${same}
        AND other.from_day <= coalesce(NEW.to_day, '9999-12-31')
        AND coalesce(other.to_day, '9999-12-31') >= NEW.from_day)
    BEGIN SELECT RAISE(ABORT, '${raised}'); END;`;
  const name = `${table}_${raised.toLowerCase()}`;
  return `
    CREATE TRIGGER ${name}_inserted AFTER INSERT ON ${table} ${body}
    CREATE TRIGGER ${name}_updated AFTER UPDATE ON ${table} ${body}`;
}

/** Refuses changes of a table unless an audited change is under way (`audit_gate`). */
export function guardByAudit(
  table: string,
  onlyWhen: 'always' | { readonly row: string } = 'always',
): string {
  return (['INSERT', 'UPDATE', 'DELETE'] as const)
    .map((event) => {
      const row = event === 'DELETE' ? 'OLD' : 'NEW';
      const condition = onlyWhen === 'always' ? '' : `${onlyWhen.row.replaceAll('ROW.', `${row}.`)} AND`;
      return `
    CREATE TRIGGER ${table}_audited_${event.toLowerCase()} BEFORE ${event} ON ${table}
    WHEN ${condition} (SELECT is_open FROM audit_gate) = 0
    BEGIN SELECT RAISE(ABORT, 'CHANGE_NOT_AUDITED'); END;`;
    })
    .join('');
}
