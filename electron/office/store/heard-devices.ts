/** The senders in the store, each with its last telegram, found by skipping along the index from sender to sender. */
import type { MeterAddress } from '#shared/model/reading.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** The last telegram of a sender. */
export interface LatestTelegram {
  /** Of the link header: the meter itself or its radio module. */
  readonly sender: Pick<MeterAddress, 'manufacturer' | 'id'>;
  readonly bytes: Buffer;
  readonly receivedAtMs: number;
  /** What decoding came to; null while it waits. */
  readonly outcome: string | null;
  readonly rssiDbm: number | null;
  /** Who heard it; null for telegrams from a file. */
  readonly gateway: string | null;
}

interface LatestRow extends Omit<LatestTelegram, 'sender'> {
  readonly manufacturer: string;
  readonly identification: string;
}

/**
 * One step along the index a sender: grouping would walk over every telegram there is. Only SQLite knows row values
 * in this form, so it is written as SQL.
 */
const LATEST = `
  WITH RECURSIVE senders (id, identification, manufacturer) AS (
    SELECT * FROM (
      SELECT id, identification, manufacturer FROM telegrams WHERE identification IS NOT NULL
      ORDER BY identification, manufacturer LIMIT 1
    )
    UNION ALL
    SELECT next.id, next.identification, next.manufacturer
    FROM senders JOIN telegrams AS next ON next.id = (
      SELECT id FROM telegrams
      WHERE (identification, manufacturer) > (senders.identification, senders.manufacturer)
      ORDER BY identification, manufacturer LIMIT 1
    )
  )
  SELECT latest.manufacturer, latest.identification, latest.bytes, latest.received_at_ms AS receivedAtMs, latest.outcome,
    latest.rssi_dbm AS rssiDbm, bundles.gateway
  FROM senders JOIN telegrams AS latest ON latest.id = (
    SELECT id FROM telegrams
    WHERE identification = senders.identification AND manufacturer = senders.manufacturer
    ORDER BY received_at_ms DESC LIMIT 1
  ) JOIN bundles ON bundles.id = latest.bundle_id`;

/** What a missing or wrong key leaves behind: telegrams that another key may open. */
const KEY_FAILURES = ['NO_KEY', 'WRONG_KEY', 'WRONG_KEY_SUSPECTED', 'MAC_FAILED'];

const requeue = query<{ manufacturer: string; identification: string }>()((sql, given) =>
  sql
    .updateTable('telegrams')
    .set({ outcome: null, verified_by: null, decoded_at_ms: null })
    .where('identification', '=', given.identification)
    .where('manufacturer', '=', given.manufacturer)
    .where('outcome', 'in', KEY_FAILURES),
);
const dropOld = query<{ manufacturer: string; identification: string; before: string }>()((sql, given) =>
  sql
    .deleteFrom('telegrams')
    .where('identification', '=', given.identification)
    .where('manufacturer', '=', given.manufacturer)
    .where('bundle_id', 'in', (old) =>
      old.selectFrom('bundles').select('bundles.id').where('bundles.received_at', '<', given.before),
    )
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('readings')
            .select('readings.id')
            .whereRef('readings.telegram_id', '=', 'telegrams.id'),
        ),
      ),
    ),
);
const countOf = query<{ manufacturer: string; identification: string }>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .select((count) => count.fn.countAll<number>().as('telegrams'))
    .where('identification', '=', given.identification)
    .where('manufacturer', '=', given.manufacturer),
);

type Sender = LatestTelegram['sender'];

function asRow({ manufacturer, id }: Sender): { manufacturer: string; identification: string } {
  return { manufacturer, identification: id };
}

/** The last telegram of every sender that was ever heard. */
export function latestTelegrams(store: Store): LatestTelegram[] {
  const rows = store.prepare(LATEST).all() as readonly LatestRow[];
  return rows.map(({ manufacturer, identification, ...rest }) => ({
    sender: { manufacturer, id: identification },
    ...rest,
  }));
}

/** Sends what no key opened back to be decoded; returns how many. Call it inside a transaction. */
export function requeueUnopenedOf(store: Store, sender: Sender): number {
  return store.run(requeue, asRow(sender));
}

/** How many telegrams of a sender there are. */
export function countTelegramsOf(store: Store, sender: Sender): number {
  return store.get(countOf, asRow(sender))?.telegrams ?? 0;
}

/**
 * Deletes a sender's telegrams that came to the office before an instant and gave no reading; returns how many. When
 * they were sent does not count: a year that is fetched today can still be assigned.
 */
export function dropTelegramsOf(store: Store, sender: Sender, before: Date): number {
  return store.run(dropOld, { ...asRow(sender), before: before.toISOString() });
}
