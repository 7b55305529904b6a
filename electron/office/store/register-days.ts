/**
 * The registers of many meters on certain days, found by steps into the index: it does not matter how
 * often a meter sends.
 */
import { sql as rawSql } from 'kysely';
import type { MeterId } from '#shared/model/meter.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { MeterReading, RegisterUnit, RegisterValue } from '#shared/model/reading.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

/** What a meter said of a day. */
export interface RegisterDay {
  readonly meterId: MeterId;
  readonly register: MeterReading['register'];
  readonly day: PlainDate;
  readonly value: RegisterValue;
  /** When the telegram was received, in milliseconds since 1970; null for a reading by hand. */
  readonly receivedAtMs: number | null;
}

interface RegisterRow {
  readonly meterId: MeterId;
  readonly register: MeterReading['register'];
  readonly day: PlainDate;
  readonly mantissa: string;
  readonly exponent: number;
  readonly unit: RegisterUnit;
  readonly receivedAtMs: number | null;
}

/** Of the readings of one day the last one has seen most of it. */
const ROWS_OF_FOUND = rawSql`
  select r.meter_id as meterId, r.register, r.day, cast(r.mantissa as text) as mantissa, r.exponent, r.unit,
    t.received_at_ms as receivedAtMs
  from found f
  join readings r on r.id = (
    select max(x.id) from readings x where x.meter_id = f.meter_id and x.register = f.register and x.day = f.day)
  left join telegrams t on t.id = r.telegram_id
  order by r.meter_id, r.day, r.id`;

/** The newest telegram until a day and the oldest from it on; frozen values only of the day itself. */
const selectAround = query<{ meters: string; days: string }>()((sql, given) => ({
  compile: () =>
    rawSql<RegisterRow>`
      with wanted(day) as (select value from json_each(${given.days})),
        house(meter_id) as (select value from json_each(${given.meters})),
        found(meter_id, register, day) as (
          select h.meter_id, 'current', (select max(r.day) from readings r
            where r.meter_id = h.meter_id and r.register = 'current' and r.day <= w.day) from house h, wanted w
          union select h.meter_id, 'current', (select min(r.day) from readings r
            where r.meter_id = h.meter_id and r.register = 'current' and r.day >= w.day) from house h, wanted w
          union select h.meter_id, 'month', w.day from house h, wanted w
          union select h.meter_id, 'dueDate', w.day from house h, wanted w)
      ${ROWS_OF_FOUND}`.compile(sql),
}));

const selectNewest = query<{ propertyId: PropertyId }>()((sql, given) => ({
  compile: () =>
    rawSql<RegisterRow>`
      with house(meter_id) as (
          select distinct meter_id from meter_installations where property_id = ${given.propertyId}),
        found(meter_id, register, day) as (
          select h.meter_id, 'current', (select max(r.day) from readings r
            where r.meter_id = h.meter_id and r.register = 'current') from house h)
      ${ROWS_OF_FOUND}`.compile(sql),
}));

function toRegisterDay({ mantissa, exponent, unit, ...row }: RegisterRow): RegisterDay {
  return { ...row, value: { mantissa: BigInt(mantissa), exponent, unit } };
}

/** What is known of meters around each of `days`, meter by meter and day by day. */
export function registersAround(
  store: Store,
  meters: readonly MeterId[],
  days: readonly PlainDate[],
): RegisterDay[] {
  return store
    .all(selectAround, { meters: JSON.stringify(meters), days: JSON.stringify(days) })
    .map(toRegisterDay);
}

/** The newest reading of every meter of a property. */
export function newestRegisters(store: Store, propertyId: PropertyId): RegisterDay[] {
  return store.all(selectNewest, { propertyId }).map(toRegisterDay);
}
