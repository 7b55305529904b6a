/**
 * Keys that exist so that they can be destroyed: a person's details, and what the audit tells of her, are sealed under
 * one. Without it the ciphertext that remains (in the chain, in freed pages, in old files) says nothing.
 */
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Seals } from './seals.ts';
import type { Store } from './store.ts';

const selectKey = query<{ id: number }>()((sql, given) =>
  sql.selectFrom('erasure_keys').select('sealed_key as sealedKey').where('id', '=', given.id),
);

function placeOf(id: number) {
  return { table: 'erasure_keys', row: id, column: 'sealed_key', version: 1 };
}

/** Makes a key; the change that needs it is the one that is recorded. */
export function createErasureKey(change: Change, kind: 'person' | 'bill'): number {
  const id = change.nextId('erasure_keys');
  const key = change.seals.newKey();
  const sealedKey = change.seals.sealEnvelope(placeOf(id), key);
  key.fill(0);
  return change.insertSupporting('erasure_keys', {
    id,
    kind,
    sealed_key: sealedKey,
    created_at: change.at,
    erased_at: null,
  });
}

/** Destroys a key for good; everything sealed under it is gone. */
export function destroyErasureKey(change: Change, id: number): void {
  change.update('erasure_keys', id, { sealed_key: null, erased_at: change.at });
}

/** Opens a key; null when it was destroyed. The caller wipes it. Throws when its envelope is broken. */
export function openErasureKey(store: Store, seals: Seals, id: number): Buffer | null {
  const sealedKey = store.get(selectKey, { id })?.sealedKey ?? null;
  if (sealedKey === null) return null;
  const key = seals.openEnvelope(placeOf(id), sealedKey);
  if (!key.ok) throw new Error(`the erasure key ${id} does not open: ${key.error.code}`);
  return key.value;
}

/** Hands a key to `use` and wipes it afterwards. Throws when it was destroyed. */
export function useErasureKey<T>(store: Store, seals: Seals, id: number, use: (key: Buffer) => T): T {
  const key = openErasureKey(store, seals, id);
  if (key === null) throw new Error(`the erasure key ${id} was destroyed`);
  try {
    return use(key);
  } finally {
    key.fill(0);
  }
}
