/** Telegrams as they were received, encrypted, and what decoding made of them. */
import { createHash } from 'node:crypto';
import type { Result } from '#shared/model/result.ts';
import type { MeterAddress } from '#shared/model/reading.ts';
import type { StoreFailure } from './failures.ts';
import { query } from './query.ts';
import { deleteReadingsOfTelegram, insertReading, type NewReading } from './readings.ts';
import type { VerifiedBy } from './schema.ts';
import type { Store } from './store.ts';

const DEDUPE_HASH_BYTES = 16;

export interface NewTelegram {
  readonly bytes: Buffer;
  /** From the link header, which is never encrypted; null when there is none. */
  readonly address: MeterAddress | null;
  readonly receivedAt: Date;
  readonly rssiDbm: number | null;
}

/** A telegram that waits to be decoded. */
export interface StoredTelegram {
  readonly id: number;
  readonly bytes: Buffer;
  readonly receivedAtMs: number;
  readonly rssiDbm: number | null;
}

/** What decoding a telegram came to. */
export interface TelegramOutcome {
  readonly telegramId: number;
  /** A code of the decoder, such as `ok` or the layer that failed. */
  readonly outcome: string;
  readonly verifiedBy: VerifiedBy | null;
  readonly readings: readonly NewReading[];
}

const insertTelegram = query<{
  bundleId: number;
  position: number;
  bytes: Buffer;
  manufacturer: string | null;
  identification: string | null;
  version: number | null;
  deviceType: number | null;
  receivedAtMs: number;
  rssiDbm: number | null;
  dedupeHash: Buffer;
}>()((sql, given) =>
  sql
    .insertInto('telegrams')
    .values({
      bundle_id: given.bundleId,
      position: given.position,
      bytes: given.bytes,
      manufacturer: given.manufacturer,
      identification: given.identification,
      version: given.version,
      device_type: given.deviceType,
      received_at_ms: given.receivedAtMs,
      rssi_dbm: given.rssiDbm,
      outcome: null,
      verified_by: null,
      decoded_at_ms: null,
      dedupe_hash: given.dedupeHash,
    })
    .onConflict((conflict) => conflict.column('dedupe_hash').doNothing()),
);

const TELEGRAM_COLUMNS = ['id', 'bytes', 'received_at_ms as receivedAtMs', 'rssi_dbm as rssiDbm'] as const;

const selectUndecoded = query<{ afterId: number; limit: number }>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .select(TELEGRAM_COLUMNS)
    .where('outcome', 'is', null)
    .where('id', '>', given.afterId)
    .orderBy('id')
    .limit(given.limit),
);
const selectTelegram = query<{ id: number }>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .select([...TELEGRAM_COLUMNS, 'outcome', 'verified_by as verifiedBy'])
    .where('id', '=', given.id),
);
const countByOutcome = query()((sql) =>
  sql
    .selectFrom('telegrams')
    .select((count) => ['outcome', count.fn.countAll<number>().as('telegrams')])
    .groupBy('outcome')
    .orderBy('outcome'),
);
const selectLastHeard = query<{ manufacturer: string; identification: string }>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .select((latest) => latest.fn.max('received_at_ms').as('receivedAtMs'))
    .where('identification', '=', given.identification)
    .where('manufacturer', '=', given.manufacturer),
);
const selectDecodedOfMeter = query<{ manufacturer: string; identification: string }>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .select('id')
    .where('identification', '=', given.identification)
    .where('manufacturer', '=', given.manufacturer)
    .where('outcome', 'is not', null),
);
const setOutcome = query<{
  id: number;
  outcome: string | null;
  verifiedBy: VerifiedBy | null;
  decodedAtMs: number | null;
}>()((sql, given) =>
  sql
    .updateTable('telegrams')
    .set({ outcome: given.outcome, verified_by: given.verifiedBy, decoded_at_ms: given.decodedAtMs })
    .where('id', '=', given.id),
);

/** Equal bytes on the same day are one transmission heard twice; on another day they are news of the meter. */
function dedupeHash(telegram: NewTelegram): Buffer {
  return createHash('sha256')
    .update(telegram.receivedAt.toISOString().slice(0, 10))
    .update(telegram.bytes)
    .digest()
    .subarray(0, DEDUPE_HASH_BYTES);
}

/** Adds a bundle's telegrams inside its transaction; returns how many were new. */
export function insertTelegrams(store: Store, bundleId: number, telegrams: readonly NewTelegram[]): number {
  let inserted = 0;
  for (const [position, telegram] of telegrams.entries()) {
    inserted += store.run(insertTelegram, {
      bundleId,
      position,
      bytes: telegram.bytes,
      manufacturer: telegram.address?.manufacturer ?? null,
      identification: telegram.address?.id ?? null,
      version: telegram.address?.version ?? null,
      deviceType: telegram.address?.deviceType ?? null,
      receivedAtMs: telegram.receivedAt.getTime(),
      rssiDbm: telegram.rssiDbm,
      dedupeHash: dedupeHash(telegram),
    });
  }
  return inserted;
}

/** Up to `limit` telegrams without an outcome, in the order they were stored, after the id of the last batch. */
export function undecodedTelegrams(store: Store, afterId: number, limit: number): StoredTelegram[] {
  return store.all(selectUndecoded, { afterId, limit });
}

export function findTelegram(
  store: Store,
  id: number,
): (StoredTelegram & { readonly outcome: string | null; readonly verifiedBy: VerifiedBy | null }) | null {
  return store.get(selectTelegram, { id }) ?? null;
}

/** How many telegrams came to which outcome; null are those that wait. */
export function telegramCounts(
  store: Store,
): { readonly outcome: string | null; readonly telegrams: number }[] {
  return store.all(countByOutcome, {});
}

/** When a meter was last heard, in milliseconds since 1970; null when never. */
export function lastHeardMs(store: Store, meter: Pick<MeterAddress, 'manufacturer' | 'id'>): number | null {
  const wanted = { manufacturer: meter.manufacturer, identification: meter.id };
  return store.get(selectLastHeard, wanted)?.receivedAtMs ?? null;
}

/**
 * Records a batch of outcomes with their readings in one transaction. A telegram decoded before loses its former
 * readings first: decoding again with a corrected key replaces, it does not add.
 */
export function recordOutcomes(
  store: Store,
  outcomes: Iterable<TelegramOutcome>,
  decodedAt: Date,
): Result<void, StoreFailure> {
  const decodedAtMs = decodedAt.getTime();
  return store.transact(() => {
    for (const { telegramId, outcome, verifiedBy, readings } of outcomes) {
      deleteReadingsOfTelegram(store, telegramId);
      store.run(setOutcome, { id: telegramId, outcome, verifiedBy, decodedAtMs });
      for (const reading of readings) insertReading(store, reading, { telegramId });
    }
  });
}

/** Sends a meter's telegrams back to be decoded, as after a corrected key; returns how many. */
export function requeueTelegramsOf(
  store: Store,
  meter: Pick<MeterAddress, 'manufacturer' | 'id'>,
): Result<number, StoreFailure> {
  const wanted = { manufacturer: meter.manufacturer, identification: meter.id };
  return store.transact(() => {
    const decoded = store.all(selectDecodedOfMeter, wanted);
    for (const { id } of decoded) {
      deleteReadingsOfTelegram(store, id);
      store.run(setOutcome, { id, outcome: null, verifiedBy: null, decodedAtMs: null });
    }
    return decoded.length;
  });
}
