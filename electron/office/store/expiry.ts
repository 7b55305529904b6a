/** What has to go when its time is over: telegrams with their readings, people, bills. Finding it, and removing it. */
import type { PersonId } from '#shared/model/person.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { PrepaymentId } from '#shared/model/tenancy.ts';
import type { Change } from './change.ts';
import { destroyErasureKey } from './erasure-keys.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const countTelegrams = query<{ beforeMs: number }>()((sql, given) =>
  sql
    .selectFrom('telegrams')
    .select((count) => count.fn.countAll<number>().as('rows'))
    .where('received_at_ms', '<', given.beforeMs),
);
const countManual = query<{ before: string }>()((sql, given) =>
  sql
    .selectFrom('manual_entries')
    .select((count) => count.fn.countAll<number>().as('rows'))
    .where('entered_at', '<', given.before),
);
const deleteReadings = query<{ beforeMs: number }>()((sql, given) =>
  sql
    .deleteFrom('readings')
    .where('telegram_id', 'in', (old) =>
      old.selectFrom('telegrams').select('id').where('received_at_ms', '<', given.beforeMs),
    ),
);
const deleteTelegrams = query<{ beforeMs: number }>()((sql, given) =>
  sql.deleteFrom('telegrams').where('received_at_ms', '<', given.beforeMs),
);
const deleteBundles = query<{ before: string }>()((sql, given) =>
  sql
    .deleteFrom('bundles')
    .where('received_at', '<', given.before)
    .where('id', 'not in', (kept) => kept.selectFrom('telegrams').select('bundle_id')),
);
const selectManual = query<{ before: string }>()((sql, given) =>
  sql.selectFrom('manual_entries').select('id').where('entered_at', '<', given.before),
);
const selectPersons = query<{ lastDay: PlainDate }>()((sql, given) =>
  sql
    .selectFrom('persons')
    .innerJoin('erasure_keys', 'erasure_keys.id', 'persons.erasure_key_id')
    .innerJoin('tenancies', 'tenancies.person_id', 'persons.id')
    .select((latest) => [
      'persons.id',
      'persons.erasure_key_id as erasureKeyId',
      latest.fn.max('tenancies.to_day').as('until'),
    ])
    .where('erasure_keys.sealed_key', 'is not', null)
    .where('persons.id', 'not in', (landlords) => landlords.selectFrom('properties').select('landlord_id'))
    .groupBy('persons.id')
    .having((group) => group(group.fn.countAll(), '=', group.fn.count('tenancies.to_day')))
    .having((group) => group(group.fn.max('tenancies.to_day'), '<=', given.lastDay)),
);
const selectPrepayments = query<{ lastDay: PlainDate }>()((sql, given) =>
  sql
    .selectFrom('prepayments')
    .innerJoin('tenancies', 'tenancies.id', 'prepayments.tenancy_id')
    .innerJoin('persons', 'persons.id', 'tenancies.person_id')
    .select(['prepayments.id', 'persons.erasure_key_id as erasureKeyId'])
    .where('tenancies.to_day', '<=', given.lastDay)
    .orderBy('prepayments.id'),
);
const selectTraces = query<{ before: string }>()((sql, given) =>
  sql
    .selectFrom('erasure_keys')
    .innerJoin('audit', 'audit.erasure_key_id', 'erasure_keys.id')
    .select((latest) => ['erasure_keys.id as erasureKeyId', latest.fn.max('audit.at').as('lastAt')])
    .where('erasure_keys.kind', '=', 'person')
    .where('erasure_keys.sealed_key', 'is not', null)
    .where('erasure_keys.id', 'not in', (needed) =>
      needed
        .selectFrom('persons')
        .select('persons.erasure_key_id')
        .where((person) =>
          person.or([
            person('persons.id', 'in', person.selectFrom('tenancies').select('person_id')),
            person('persons.id', 'in', person.selectFrom('properties').select('landlord_id')),
          ]),
        ),
    )
    .groupBy('erasure_keys.id')
    .having((group) => group(group.fn.max('audit.at'), '<', given.before)),
);
const selectBills = query<{ before: string }>()((sql, given) =>
  sql
    .selectFrom('bills')
    .innerJoin('erasure_keys', 'erasure_keys.id', 'bills.erasure_key_id')
    .select(['bills.id', 'bills.erasure_key_id as erasureKeyId', 'bills.created_at as createdAt'])
    .where('erasure_keys.sealed_key', 'is not', null)
    .where('bills.created_at', '<', given.before)
    .orderBy('bills.id'),
);

export interface ExpiredPerson {
  readonly id: PersonId;
  readonly erasureKeyId: number;
  /** The last day of the last tenancy. */
  readonly until: PlainDate | null;
}

/** Money paid in advance for a tenancy that is over, also when the tenant lives elsewhere in the house by now. */
export interface ExpiredPrepayment {
  readonly id: PrepaymentId;
  readonly erasureKeyId: number;
}

/** What is left of somebody who was removed, or never rented or let anything: a record, and entries in the audit. */
export interface ExpiredTrace {
  readonly erasureKeyId: number;
  /** When she was last dealt with, UTC. */
  readonly lastAt: string | null;
}

export interface ExpiredBill {
  readonly id: number;
  readonly erasureKeyId: number;
  readonly createdAt: string;
}

/** How many telegrams and manual readings came in before an instant. */
export function countValuesBefore(
  store: Store,
  before: Date,
): { readonly telegrams: number; readonly manual: number } {
  return {
    telegrams: store.get(countTelegrams, { beforeMs: before.getTime() })?.rows ?? 0,
    manual: store.get(countManual, { before: before.toISOString() })?.rows ?? 0,
  };
}

/** Tenants whose last tenancy ended on or before a day; landlords and people still renting are not among them. */
export function personsExpiredBy(store: Store, lastDay: PlainDate): ExpiredPerson[] {
  return store.all(selectPersons, { lastDay });
}

/** Prepayments for tenancies that ended on or before a day. */
export function prepaymentsExpiredBy(store: Store, lastDay: PlainDate): ExpiredPrepayment[] {
  return store.all(selectPrepayments, { lastDay });
}

/** People without a tenancy or a property whom nobody has dealt with since an instant. */
export function tracesExpiredBefore(store: Store, before: Date): ExpiredTrace[] {
  return store.all(selectTraces, { before: before.toISOString() });
}

/** Bills made before an instant that can still be opened. */
export function billsExpiredBefore(store: Store, before: Date): ExpiredBill[] {
  return store.all(selectBills, { before: before.toISOString() });
}

/** Deletes telegrams, their readings and bundles, and manual readings from before an instant. */
export function removeValuesBefore(change: Change, before: Date): void {
  const { store } = change;
  const beforeMs = before.getTime();
  store.run(deleteReadings, { beforeMs });
  store.run(deleteTelegrams, { beforeMs });
  store.run(deleteBundles, { before: before.toISOString() });
  for (const { id } of store.all(selectManual, { before: before.toISOString() }))
    change.removeManualEntry(id);
}

/** Deletes a prepayment; the entry about it does not repeat what was paid. */
export function erasePrepayment(change: Change, { id, erasureKeyId }: ExpiredPrepayment): void {
  change.remove('prepayments', id, { old: {}, erasureKeyId });
}

/** Destroys the key of a person: her details and what the audit tells of her. Her tenancies stay, without her. */
export function erasePerson(change: Change, { erasureKeyId }: ExpiredPerson | ExpiredTrace): void {
  destroyErasureKey(change, erasureKeyId);
}

/** Destroys a bill's key: its row stays, its content is gone. */
export function eraseBill(change: Change, { erasureKeyId }: ExpiredBill): void {
  destroyErasureKey(change, erasureKeyId);
}
