/** Register readings, each with the telegram or the entry it came from. */
import { sql as rawSql } from 'kysely';
import type { MeterId } from '#shared/model/meter.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { MeterReading, RegisterUnit } from '#shared/model/reading.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { EntryMethod, EntryOrigin, Flag } from './schema.ts';
import type { Store } from './store.ts';

/** A reading of a meter the store knows; dates may be unknown. */
export interface NewReading extends Omit<MeterReading, 'meter'> {
  readonly meterId: MeterId;
}

/** Where a reading comes from. A value without an origin cannot be stored. */
export type ReadingOrigin = { readonly telegramId: number } | { readonly manualEntryId: number };

export interface StoredReading extends NewReading {
  readonly id: number;
  readonly origin: ReadingOrigin;
  /** Of a value by hand: how it came about. */
  readonly method?: EntryMethod;
}

const insertRow = query<{
  meterId: MeterId;
  telegramId: number | null;
  manualEntryId: number | null;
  register: MeterReading['register'];
  quantity: MeterReading['quantity'];
  day: PlainDate | null;
  dayInferred: Flag;
  mantissa: bigint;
  exponent: number;
  unit: RegisterUnit;
  storage: number;
}>()((sql, given) =>
  sql.insertInto('readings').values({
    meter_id: given.meterId,
    telegram_id: given.telegramId,
    manual_entry_id: given.manualEntryId,
    register: given.register,
    quantity: given.quantity,
    day: given.day,
    day_inferred: given.dayInferred,
    mantissa: given.mantissa,
    exponent: given.exponent,
    unit: given.unit,
    storage: given.storage,
  }),
);
const deleteOfTelegram = query<{ telegramId: number }>()((sql, given) =>
  sql.deleteFrom('readings').where('telegram_id', '=', given.telegramId),
);
/** As text, because integers of SQLite have 64 bits and numbers of JavaScript 53. */
const exactMantissa = rawSql<string>`cast(mantissa as text)`;

const methodOfEntry = rawSql<EntryMethod | null>`(select method from manual_entries where id = manual_entry_id)`;

const selectOfMeter = query<{ meterId: MeterId; from: PlainDate; to: PlainDate }>()((sql, given) =>
  sql
    .selectFrom('readings')
    .select([
      'id',
      'telegram_id as telegramId',
      'manual_entry_id as manualEntryId',
      'register',
      'quantity',
      'day',
      'day_inferred as dayInferred',
      exactMantissa.as('mantissa'),
      'exponent',
      'unit',
      'storage',
      methodOfEntry.as('method'),
    ])
    .where('meter_id', '=', given.meterId)
    .where('day', '>=', given.from)
    .where('day', '<=', given.to)
    .orderBy('day')
    .orderBy('id'),
);

const selectNotes = query<{ meterId: MeterId }>()((sql, given) =>
  sql.selectFrom('manual_entries').select(['id', 'note']).where('meter_id', '=', given.meterId),
);

/** Adds one reading inside the caller's transaction. */
export function insertReading(store: Store, reading: NewReading, origin: ReadingOrigin): void {
  store.run(insertRow, {
    meterId: reading.meterId,
    telegramId: 'telegramId' in origin ? origin.telegramId : null,
    manualEntryId: 'manualEntryId' in origin ? origin.manualEntryId : null,
    register: reading.register,
    quantity: reading.quantity,
    day: reading.date,
    dayInferred: reading.dateInferred ? 1 : 0,
    mantissa: reading.value.mantissa,
    exponent: reading.value.exponent,
    unit: reading.value.unit,
    storage: reading.storage,
  });
}

/** Takes back what a telegram was read as; the telegram itself stays. */
export function deleteReadingsOfTelegram(store: Store, telegramId: number): void {
  store.run(deleteOfTelegram, { telegramId });
}

/** A meter's readings of the days from `from` to `to`, by day and then as they came in. */
export function readingsOfMeter(
  store: Store,
  meterId: MeterId,
  period: { readonly from: PlainDate; readonly to: PlainDate },
): StoredReading[] {
  return store
    .all(selectOfMeter, { meterId, ...period })
    .map(({ telegramId, manualEntryId, mantissa, exponent, unit, ...row }): StoredReading => ({
      id: row.id,
      meterId,
      register: row.register,
      quantity: row.quantity,
      value: { mantissa: BigInt(mantissa), exponent, unit },
      date: row.day,
      dateInferred: row.dayInferred === 1,
      storage: row.storage,
      origin: telegramId === null ? { manualEntryId: manualEntryId ?? 0 } : { telegramId },
      ...(row.method !== null && { method: row.method }),
    }));
}

/** On what occasion a meter was read by hand, by the number of the entry. */
export function manualNotes(store: Store, meterId: MeterId): Map<number, string> {
  return new Map(store.all(selectNotes, { meterId }).map(({ id, note }) => [id, note]));
}

/** A reading somebody took by eye, or that a previous service handed over. */
export interface ManualReading {
  readonly reading: NewReading;
  readonly origin: EntryOrigin;
  /** How the value came about; it was read where nothing is said. */
  readonly method?: EntryMethod;
  /** Who read it, on what occasion. */
  readonly note: string;
}

/** Adds a manual reading with its audit entry. */
export function addManualReading(
  change: Change,
  { reading, origin, note, method = 'read' }: ManualReading,
): number {
  const { mantissa, exponent, unit } = reading.value;
  const entry = { meter_id: reading.meterId, entered_at: change.at, origin, note, method };
  const entryId = change.insert('manual_entries', entry, {
    new: {
      meter_id: reading.meterId,
      origin,
      note,
      method,
      register: reading.register,
      day: reading.date,
      value: `${mantissa}e${exponent}`,
      unit,
    },
  });
  change.insertSupporting('readings', {
    meter_id: reading.meterId,
    telegram_id: null,
    manual_entry_id: entryId,
    register: reading.register,
    quantity: reading.quantity,
    day: reading.date,
    day_inferred: 0,
    mantissa,
    exponent,
    unit,
    storage: reading.storage,
  });
  return entryId;
}
