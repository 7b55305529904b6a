/** Retention: the list of what has to go, and its going. People and bills go by the destruction of their keys. */
import { addDays, dayOfInstant, type PlainDate } from '#shared/model/plain-date.ts';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { changeMasterData } from '../store/change.ts';
import {
  billsExpiredBefore,
  countValuesBefore,
  eraseBill,
  erasePerson,
  erasePrepayment,
  personsExpiredBy,
  prepaymentsExpiredBy,
  removeValuesBefore,
  tracesExpiredBefore,
  type ExpiredBill,
  type ExpiredPerson,
  type ExpiredPrepayment,
  type ExpiredTrace,
} from '../store/expiry.ts';
import { deskOf, type OfficeSession } from './office-session.ts';
import { STANDARD_RETENTION, lastExpiredDay, type RetentionRules } from './retention-rules.ts';

/** What goes with the next erasure. Show it before: nobody can bring it back. */
export interface RetentionList {
  /** Telegrams and readings up to the end of this day. */
  readonly valuesUntil: PlainDate;
  readonly telegrams: number;
  readonly manualReadings: number;
  readonly prepayments: readonly ExpiredPrepayment[];
  readonly persons: readonly ExpiredPerson[];
  readonly traces: readonly ExpiredTrace[];
  readonly bills: readonly ExpiredBill[];
}

function endOf(day: PlainDate): Date {
  return new Date(`${addDays(day, 1)}T00:00:00.000Z`);
}

/** What is past its time today. */
export function expiredData(
  { store, clock }: OfficeSession,
  rules: RetentionRules = STANDARD_RETENTION,
): Result<RetentionList, Failure> {
  const today = dayOfInstant(clock());
  const valuesUntil = lastExpiredDay(today, rules.valuesYears);
  return store.attempt(() => {
    const values = countValuesBefore(store, endOf(valuesUntil));
    return {
      valuesUntil,
      telegrams: values.telegrams,
      manualReadings: values.manual,
      prepayments: prepaymentsExpiredBy(store, valuesUntil),
      persons: personsExpiredBy(store, valuesUntil),
      traces: tracesExpiredBefore(store, endOf(valuesUntil)),
      bills: billsExpiredBefore(store, endOf(lastExpiredDay(today, rules.billsYears))),
    };
  });
}

/**
 * Erases what a list from `expiredData` names, in one transaction with its audit entries, and clears the freed pages
 * out of the write-ahead log. Backups made before still hold it until their generations end.
 */
export function eraseExpired(session: OfficeSession, list: RetentionList): Result<void, Failure> {
  const { store } = session;
  const erased = changeMasterData(store, deskOf(session), { action: 'retention.erase' }, (change) => {
    removeValuesBefore(change, endOf(list.valuesUntil));
    for (const prepayment of list.prepayments) erasePrepayment(change, prepayment);
    for (const person of [...list.persons, ...list.traces]) erasePerson(change, person);
    for (const bill of list.bills) eraseBill(change, bill);
    change.note('store', {
      until: list.valuesUntil,
      telegrams: list.telegrams,
      readings: list.manualReadings,
    });
  });
  if (!erased.ok) return erased;
  const cleared = store.attempt(() => {
    store.database.pragma('wal_checkpoint(TRUNCATE)');
  });
  return cleared.ok ? succeed(undefined) : cleared;
}
