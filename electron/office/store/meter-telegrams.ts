/** The telegrams of one meter, newest first, with the bundles they came in. */
import type { MeterAddress } from '#shared/model/reading.ts';
import { query } from './query.ts';
import type { VerifiedBy } from './schema.ts';
import type { Store } from './store.ts';

type Meter = Pick<MeterAddress, 'manufacturer' | 'id'>;

/** A telegram and every moment of its way that is known. */
export interface TelegramOnItsWay {
  readonly id: number;
  readonly receivedAtMs: number;
  readonly rssiDbm: number | null;
  /** Null while it waits to be decoded. */
  readonly outcome: string | null;
  readonly verifiedBy: VerifiedBy | null;
  readonly decodedAtMs: number | null;
  readonly gateway: string | null;
  /** When its bundle reached the source, UTC; null where the source does not say. */
  readonly atSource: string | null;
  /** When its bundle was stored here, UTC. */
  readonly storedAt: string;
}

interface Wanted {
  readonly manufacturer: string;
  readonly identification: string;
}

/** Outcomes whose readings count. */
const READABLE = ['ok', 'partial'] as const;
const END_OF_TIME_MS = Number.MAX_SAFE_INTEGER;

const WAY_COLUMNS = [
  'telegrams.id',
  'telegrams.received_at_ms as receivedAtMs',
  'telegrams.rssi_dbm as rssiDbm',
  'telegrams.outcome',
  'telegrams.verified_by as verifiedBy',
  'telegrams.decoded_at_ms as decodedAtMs',
  'bundles.gateway',
  'bundles.last_modified as atSource',
  'bundles.received_at as storedAt',
] as const;

const selectPage = query<Wanted & { beforeMs: number; limit: number }>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .innerJoin('bundles', 'bundles.id', 'telegrams.bundle_id')
    .select(WAY_COLUMNS)
    .where('telegrams.identification', '=', given.identification)
    .where('telegrams.manufacturer', '=', given.manufacturer)
    .where('telegrams.received_at_ms', '<', given.beforeMs)
    .orderBy('telegrams.received_at_ms', 'desc')
    .limit(given.limit),
);
const selectNewestRead = query<Wanted>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .innerJoin('bundles', 'bundles.id', 'telegrams.bundle_id')
    .select(WAY_COLUMNS)
    .where('telegrams.identification', '=', given.identification)
    .where('telegrams.manufacturer', '=', given.manufacturer)
    .where('telegrams.outcome', 'in', READABLE)
    .orderBy('telegrams.received_at_ms', 'desc')
    .limit(1),
);
const selectFirstAfter = query<Wanted & { afterMs: number }>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .select((first) => first.fn.min('received_at_ms').as('receivedAtMs'))
    .where('identification', '=', given.identification)
    .where('manufacturer', '=', given.manufacturer)
    .where('received_at_ms', '>', given.afterMs),
);
const selectBytes = query<Wanted & { limit: number }>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .select(['bytes', 'received_at_ms as receivedAtMs'])
    .where('identification', '=', given.identification)
    .where('manufacturer', '=', given.manufacturer)
    .orderBy('received_at_ms', 'desc')
    .limit(given.limit),
);
const selectReceived = query<{ id: number }>()((sql, given) =>
  sql.selectFrom('telegrams').select('received_at_ms as receivedAtMs').where('id', '=', given.id),
);

function wantedOf({ manufacturer, id }: Meter): Wanted {
  return { manufacturer, identification: id };
}

/** Up to `limit` telegrams that were received before an instant. */
export function telegramsOfMeter(
  store: Store,
  meter: Meter,
  limit: number,
  beforeMs: number = END_OF_TIME_MS,
): TelegramOnItsWay[] {
  return store.all(selectPage, { ...wantedOf(meter), beforeMs, limit });
}

/** The newest telegram that could be read; null when none could. */
export function newestReadTelegram(store: Store, meter: Meter): TelegramOnItsWay | null {
  return store.get(selectNewestRead, wantedOf(meter)) ?? null;
}

/** When the first telegram came that no readable one has followed; null when the newest could be read. */
export function unreadableSinceMs(store: Store, meter: Meter): number | null {
  const afterMs = newestReadTelegram(store, meter)?.receivedAtMs ?? -1;
  return store.get(selectFirstAfter, { ...wantedOf(meter), afterMs })?.receivedAtMs ?? null;
}

/** The bytes of the newest telegrams, newest first. */
export function newestTelegramBytes(
  store: Store,
  meter: Meter,
  limit: number,
): { readonly bytes: Buffer; readonly receivedAtMs: number }[] {
  return store.all(selectBytes, { ...wantedOf(meter), limit });
}

/** When a telegram was received, in milliseconds since 1970; null when it is gone. */
export function telegramReceivedMs(store: Store, id: number): number | null {
  return store.get(selectReceived, { id })?.receivedAtMs ?? null;
}
