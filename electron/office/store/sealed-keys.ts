/** All keys that lie in envelopes of the vault: a new master key wraps each of them anew. */
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { SealedPlace } from './seals.ts';
import type { Store } from './store.ts';

const selectMeterKeys = query()((sql) =>
  sql.selectFrom('meter_keys').select(['id', 'version', 'sealed_key as sealed']).orderBy('id'),
);
const selectErasureKeys = query()((sql) =>
  sql
    .selectFrom('erasure_keys')
    .select(['id', 'sealed_key as sealed'])
    .where('sealed_key', 'is not', null)
    .orderBy('id'),
);

export interface SealedKey {
  readonly table: 'meter_keys' | 'erasure_keys';
  readonly id: number;
  readonly place: SealedPlace;
  readonly sealed: Buffer;
}

export function listSealedKeys(store: Store): SealedKey[] {
  const meterKeys = store.all(selectMeterKeys, {}).map(({ id, version, sealed }): SealedKey => {
    const place = { table: 'meter_keys', row: id, column: 'sealed_key', version };
    return { table: 'meter_keys', id, place, sealed };
  });
  const erasureKeys = store.all(selectErasureKeys, {}).flatMap(({ id, sealed }): SealedKey[] => {
    const place = { table: 'erasure_keys', row: id, column: 'sealed_key', version: 1 };
    return sealed === null ? [] : [{ table: 'erasure_keys', id, place, sealed }];
  });
  return [...meterKeys, ...erasureKeys];
}

/** Replaces every envelope by what `rewrap` makes of it; returns how many. */
export function rewrapSealedKeys(change: Change, rewrap: (key: SealedKey) => Buffer): number {
  const keys = listSealedKeys(change.store);
  for (const key of keys) change.rewrap(key.table, key.id, rewrap(key));
  return keys.length;
}
