/** The meters' AES keys: each in an envelope of its own, opened only to decrypt a telegram or for an audited reveal. */
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Seals } from './seals.ts';
import type { Store } from './store.ts';

const KEY_BYTES = 16;

/** A key without its bytes, as lists show it. */
export interface MeterKeyInfo {
  readonly id: number;
  /** Null when the delivery list did not say. */
  readonly manufacturer: string | null;
  /** Eight digits. */
  readonly identification: string;
  /** Where it came from, such as the name of the delivery list. */
  readonly label: string;
  /** Counts the keys this entry has held. */
  readonly version: number;
}

/** A key with its bytes; whoever asked for it wipes it. */
export interface OpenMeterKey extends MeterKeyInfo {
  readonly key: Buffer;
}

const INFO_COLUMNS = ['id', 'manufacturer', 'identification', 'label', 'version'] as const;

const selectInfos = query()((sql) => sql.selectFrom('meter_keys').select(INFO_COLUMNS).orderBy('id'));
const selectSealed = query()((sql) =>
  sql
    .selectFrom('meter_keys')
    .select([...INFO_COLUMNS, 'sealed_key as sealedKey'])
    .orderBy('id'),
);
const selectSealedAfter = query<{ afterId: number; limit: number }>()((sql, given) =>
  sql
    .selectFrom('meter_keys')
    .select([...INFO_COLUMNS, 'sealed_key as sealedKey'])
    .where('id', '>', given.afterId)
    .orderBy('id')
    .limit(given.limit),
);
const selectSealedOne = query<{ id: number }>()((sql, given) =>
  sql
    .selectFrom('meter_keys')
    .select([...INFO_COLUMNS, 'sealed_key as sealedKey'])
    .where('id', '=', given.id),
);
const selectForMeter = query<{ manufacturer: string; identification: string }>()((sql, given) =>
  sql
    .selectFrom('meter_keys')
    .select([...INFO_COLUMNS, 'sealed_key as sealedKey'])
    .where('identification', '=', given.identification)
    .where((where) =>
      where.or([where('manufacturer', 'is', null), where('manufacturer', '=', given.manufacturer)]),
    )
    .orderBy('id'),
);
const selectVersion = query<{ id: number }>()((sql, given) =>
  sql.selectFrom('meter_keys').select('version').where('id', '=', given.id),
);

function placeOf(id: number, version: number) {
  return { table: 'meter_keys', row: id, column: 'sealed_key', version };
}

interface SealedMeterKey extends MeterKeyInfo {
  readonly sealedKey: Buffer;
}

function open(seals: Seals, { sealedKey, ...info }: SealedMeterKey): Result<OpenMeterKey, Failure> {
  const key = seals.openEnvelope(placeOf(info.id, info.version), sealedKey);
  return key.ok ? succeed({ ...info, key: key.value }) : key;
}

function openAll(seals: Seals, rows: readonly SealedMeterKey[]): Result<OpenMeterKey[], Failure> {
  const keys: OpenMeterKey[] = [];
  for (const row of rows) {
    const key = open(seals, row);
    if (!key.ok) {
      for (const opened of keys) opened.key.fill(0);
      return fail(key.error);
    }
    keys.push(key.value);
  }
  return succeed(keys);
}

export function listMeterKeys(store: Store): MeterKeyInfo[] {
  return store.all(selectInfos, {});
}

/** The candidate keys of one meter, including those of lists without a manufacturer. The caller wipes them. */
export function openKeysOfMeter(
  store: Store,
  seals: Seals,
  meter: { readonly manufacturer: string; readonly id: string },
): Result<OpenMeterKey[], Failure> {
  const wanted = { manufacturer: meter.manufacturer, identification: meter.id };
  return openAll(seals, store.all(selectForMeter, wanted));
}

/** All keys, to compare with others. The caller wipes them. */
export function openAllMeterKeys(store: Store, seals: Seals): Result<OpenMeterKey[], Failure> {
  return openAll(seals, store.all(selectSealed, {}));
}

/** The `limit` keys that follow an entry, for whoever goes through thousands in turns. The caller wipes them. */
export function openMeterKeysAfter(
  store: Store,
  seals: Seals,
  afterId: number,
  limit: number,
): Result<OpenMeterKey[], Failure> {
  return openAll(seals, store.all(selectSealedAfter, { afterId, limit }));
}

export interface NewMeterKey {
  readonly manufacturer: string | null;
  readonly identification: string;
  readonly label: string;
  /** 16 bytes; stays the caller's. */
  readonly key: Buffer;
}

/** Adds a key; a meter may have several. Throws a RangeError for anything but 16 bytes. */
export function addMeterKey(change: Change, { key, ...info }: NewMeterKey): number {
  if (key.length !== KEY_BYTES) throw new RangeError('a meter key has 16 bytes');
  const id = change.nextId('meter_keys');
  const sealedKey = change.seals.sealEnvelope(placeOf(id, 1), key);
  return change.insert('meter_keys', { id, ...info, version: 1, sealed_key: sealedKey });
}

/** Puts a corrected key in the place of an old one, which is gone afterwards. */
export function replaceMeterKey(change: Change, id: number, key: Buffer): void {
  if (key.length !== KEY_BYTES) throw new RangeError('a meter key has 16 bytes');
  const row = change.store.get(selectVersion, { id });
  if (row === undefined) throw new Error(`there is no meter key ${id}`);
  const version = row.version + 1;
  const sealedKey = change.seals.sealEnvelope(placeOf(id, version), key);
  change.update('meter_keys', id, { version, sealed_key: sealedKey });
}

/** A key in its envelope as it lay in the store, so that a step can be taken back without opening it. */
export interface RemovedMeterKey extends MeterKeyInfo {
  readonly sealedKey: Buffer;
}

/** Forgets a key; its envelope is overwritten in the file. What is returned opens only in its old place. */
export function removeMeterKey(change: Change, id: number): RemovedMeterKey {
  const row = change.store.get(selectSealedOne, { id });
  if (row === undefined) throw new Error(`there is no meter key ${id}`);
  change.remove('meter_keys', id);
  return row;
}

/** Puts a forgotten key back under its own number: its envelope is bound to it. */
export function restoreMeterKey(change: Change, { sealedKey, ...info }: RemovedMeterKey): void {
  change.insert('meter_keys', { ...info, sealed_key: sealedKey });
}

/** One key with its bytes; null when there is none of this number. The caller wipes it. */
export function openMeterKey(store: Store, seals: Seals, id: number): Result<OpenMeterKey | null, Failure> {
  const row = store.get(selectSealedOne, { id });
  return row === undefined ? succeed(null) : open(seals, row);
}
