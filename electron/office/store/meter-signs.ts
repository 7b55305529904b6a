/**
 * The newest signs of life of all meters at once, for lists of thousands: what was heard last, how often, what the
 * register showed. Each meter costs a few seeks in an index, however many telegrams are stored.
 */
import { sql as rawSql } from 'kysely';
import type { MeterId } from '#shared/model/meter.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { RegisterUnit, RegisterValue } from '#shared/model/reading.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** The newest telegram of a meter and the way it came. */
export interface NewestTelegram {
  readonly meterId: MeterId;
  readonly bytes: Buffer;
  readonly receivedAtMs: number;
  readonly rssiDbm: number | null;
  /** Null while it waits to be decoded. */
  readonly outcome: string | null;
  /** The gateway of its bundle; null for files that name none. */
  readonly gateway: string | null;
  /** Newest first, this one included. */
  readonly receptionsMs: readonly number[];
}

/** A register at the end of a day. */
export interface RegisterPoint {
  readonly day: PlainDate;
  readonly value: RegisterValue;
  /** The value as a plain number in its own unit: for comparing thousands, never for a bill. */
  readonly amount: number;
  readonly isManual: boolean;
}

/** Enough receptions to know a meter's own rhythm. */
const RECENT_RECEPTIONS = 12;
/** Days of readings in which a leap or a step back is looked for. */
const RECENT_DAYS = 30;

/** The arrays are built by SQLite: a row a meter instead of a row a telegram. */
const recentReceptions = rawSql<string>`(select json_group_array(at) from (
  select received_at_ms as at from telegrams as recent
  where recent.identification = meters.identification and recent.manufacturer = meters.manufacturer
  order by received_at_ms desc limit ${rawSql.lit(RECENT_RECEPTIONS)}))`;

const selectNewest = query()((sql) =>
  sql
    .selectFrom('meters')
    .innerJoin('telegrams', (join) =>
      join.on((where) =>
        where(
          'telegrams.id',
          '=',
          where
            .selectFrom('telegrams as newest')
            .select('newest.id')
            .whereRef('newest.identification', '=', 'meters.identification')
            .whereRef('newest.manufacturer', '=', 'meters.manufacturer')
            .orderBy('newest.received_at_ms', 'desc')
            .limit(1),
        ),
      ),
    )
    .innerJoin('bundles', 'bundles.id', 'telegrams.bundle_id')
    .select([
      'meters.id as meterId',
      'telegrams.bytes',
      'telegrams.received_at_ms as receivedAtMs',
      'telegrams.rssi_dbm as rssiDbm',
      'telegrams.outcome',
      'bundles.gateway',
      recentReceptions.as('receptions'),
    ]),
);

/** A number where JSON keeps it exactly, which reads quicker, and else a text. */
const exactNumber = rawSql`iif(
  mantissa between -9007199254740991 and 9007199254740991, mantissa, cast(mantissa as text))`;

/** Of several readings of a day the last one counts; SQLite takes the other columns from the row of the maximum. */
const trailOf = (upTo: ReturnType<typeof rawSql>, days: number) => rawSql<string>`(
  select json_group_array(json_array(day, mantissa, exponent, unit, is_manual)) from (
    select day, ${exactNumber} as mantissa, exponent, unit,
      manual_entry_id is not null as is_manual, max(id)
    from readings where readings.meter_id = meters.id and register = 'current' and day is not null ${upTo}
    group by day order by day desc limit ${rawSql.lit(days)}))`;

const selectTrails = query<{ before: PlainDate }>()((sql, given) =>
  sql
    .selectFrom('meters')
    .select([
      'meters.id as meterId',
      trailOf(rawSql``, RECENT_DAYS).as('recent'),
      trailOf(rawSql`and day <= ${given.before}`, 1).as('earlier'),
    ]),
);

/** The newest telegram of every meter that was ever heard. */
export function newestTelegrams(store: Store): NewestTelegram[] {
  return store.all(selectNewest, {}).map(({ receptions, ...row }) => ({
    ...row,
    receptionsMs: JSON.parse(receptions) as number[],
  }));
}

/** What the register of a meter showed lately. Read when it is asked for: thousands of them at once are a heap of points. */
export class RegisterTrail {
  readonly meterId: MeterId;
  readonly #recent: string;
  readonly #earlier: string;

  constructor(meterId: MeterId, recent: string, earlier: string) {
    this.meterId = meterId;
    this.#recent = recent;
    this.#earlier = earlier;
  }

  /** The last days with a reading, newest first. */
  get recent(): readonly RegisterPoint[] {
    return toPoints(this.#recent);
  }

  /** The last reading on or before the day asked for. */
  get earlier(): RegisterPoint | null {
    return toPoints(this.#earlier)[0] ?? null;
  }
}

/** The newest readings of every meter, and the last one that is at least as old as `before`. */
export function registerTrails(store: Store, before: PlainDate): RegisterTrail[] {
  return store
    .all(selectTrails, { before })
    .map(({ meterId, recent, earlier }) => new RegisterTrail(meterId, recent, earlier));
}

type PointRow = readonly [
  day: PlainDate,
  mantissa: number | string,
  exponent: number,
  unit: RegisterUnit,
  manual: 0 | 1,
];

function toPoints(json: string): RegisterPoint[] {
  return (JSON.parse(json) as PointRow[]).map(([day, mantissa, exponent, unit, manual]) => ({
    day,
    value: { mantissa: BigInt(mantissa), exponent, unit },
    amount: Number(mantissa) * 10 ** exponent,
    isManual: manual === 1,
  }));
}
