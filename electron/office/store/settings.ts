/** The office's settings: small JSON values by name, each change in the audit. */
import type { JsonValue } from '#shared/model/canonical-json.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const selectSetting = query<{ name: string }>()((sql, given) =>
  sql.selectFrom('settings').select(['id', 'value']).where('name', '=', given.name),
);

const selectName = query<{ id: number }>()((sql, given) =>
  sql.selectFrom('settings').select('name').where('id', '=', given.id),
);

/** The value of a setting as it was set, or undefined; whoever reads it checks its shape. */
export function readSetting(store: Store, name: string): unknown {
  const row = store.get(selectSetting, { name });
  return row === undefined ? undefined : JSON.parse(row.value);
}

/** What the setting in a row is called; null for a row that is gone. */
export function nameOfSetting(store: Store, id: number): string | null {
  return store.get(selectName, { id })?.name ?? null;
}

export function writeSetting(change: Change, name: string, value: JsonValue): void {
  const row = change.store.get(selectSetting, { name });
  if (row === undefined) change.insert('settings', { name, value: JSON.stringify(value) });
  else change.update('settings', row.id, { value: JSON.stringify(value) });
}

/** Takes a setting away; nothing happens when it was never set. */
export function removeSetting(change: Change, name: string): void {
  const row = change.store.get(selectSetting, { name });
  if (row !== undefined) change.remove('settings', row.id);
}
