/** Bills with everything that made them, sealed. Final ones are frozen; a correction is a new version. */
import { createHash } from 'node:crypto';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Change } from './change.ts';
import { createErasureKey, openErasureKey, useErasureKey } from './erasure-keys.ts';
import { query } from './query.ts';
import type { BillState, DispatchWay } from './schema.ts';
import type { Seals } from './seals.ts';
import type { Store } from './store.ts';

/** A bill's standing, without its content. */
export interface BillInfo {
  readonly id: number;
  readonly periodId: BillingPeriodId;
  /** 1 for the first bill of a period, one more for each correction. */
  readonly version: number;
  readonly correctsBillId: number | null;
  readonly state: BillState;
  readonly caseSha256: Buffer;
  readonly resultSha256: Buffer;
  readonly engineVersion: string;
  readonly createdAt: string;
  readonly finalisedAt: string | null;
  /** An employee's id, as in the audit. */
  readonly draftedBy: string;
  readonly checkedBy: string | null;
  readonly checkedAt: string | null;
  readonly correctionReason: string | null;
  readonly dispatchedOn: PlainDate | null;
  readonly dispatchedBy: string | null;
  readonly dispatchWay: DispatchWay | null;
}

/** The input and the result of a bill, byte for byte as they were billed. */
export interface BillContent {
  readonly caseJson: string;
  readonly resultJson: string;
}

export interface NewBill extends BillContent {
  readonly periodId: BillingPeriodId;
  readonly correctsBillId: number | null;
  /** Why the older version is wrong; null for a bill that corrects none. */
  readonly correctionReason: string | null;
  readonly engineVersion: string;
}

/** That a final bill went out. */
export interface Dispatch {
  readonly on: PlainDate;
  readonly way: DispatchWay;
}

const INFO_COLUMNS = [
  'id',
  'period_id as periodId',
  'version',
  'corrects_bill_id as correctsBillId',
  'state',
  'case_sha256 as caseSha256',
  'result_sha256 as resultSha256',
  'engine_version as engineVersion',
  'created_at as createdAt',
  'finalised_at as finalisedAt',
  'drafted_by as draftedBy',
  'checked_by as checkedBy',
  'checked_at as checkedAt',
  'correction_reason as correctionReason',
  'dispatched_on as dispatchedOn',
  'dispatched_by as dispatchedBy',
  'dispatch_way as dispatchWay',
] as const;

const selectOfPeriod = query<{ periodId: BillingPeriodId }>()((sql, given) =>
  sql.selectFrom('bills').select(INFO_COLUMNS).where('period_id', '=', given.periodId).orderBy('version'),
);
const selectBill = query<{ id: number }>()((sql, given) =>
  sql.selectFrom('bills').select(INFO_COLUMNS).where('id', '=', given.id),
);
const selectContent = query<{ id: number }>()((sql, given) =>
  sql
    .selectFrom('bills')
    .select([
      'erasure_key_id as erasureKeyId',
      'sealed_case as sealedCase',
      'sealed_result as sealedResult',
      'case_sha256 as caseSha256',
      'result_sha256 as resultSha256',
    ])
    .where('id', '=', given.id),
);
const selectLastVersion = query<{ periodId: BillingPeriodId }>()((sql, given) =>
  sql
    .selectFrom('bills')
    .select((last) => last.fn.max('version').as('version'))
    .where('period_id', '=', given.periodId),
);

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

function placeOf(id: number, column: 'sealed_case' | 'sealed_result') {
  return { table: 'bills', row: id, column, version: 1 };
}

/** The bills of a period, oldest version first. */
export function billsOf(store: Store, periodId: BillingPeriodId): BillInfo[] {
  return store.all(selectOfPeriod, { periodId });
}

export function findBill(store: Store, id: number): BillInfo | null {
  return store.get(selectBill, { id }) ?? null;
}

/** What a bill was made of; `BILL_ERASED` when its retention ended, `BILL_ALTERED` when a hash does not match. */
export function openBill(store: Store, seals: Seals, id: number): Result<BillContent, Failure> {
  const row = store.get(selectContent, { id });
  if (row === undefined) throw new Error(`there is no bill ${id}`);
  const key = openErasureKey(store, seals, row.erasureKeyId);
  if (key === null)
    return fail({
      code: 'BILL_ERASED',
      message: 'Diese Abrechnung wurde nach Ablauf der Aufbewahrungsfrist gelöscht.',
    });
  const caseBytes = seals.openUnder(key, placeOf(id, 'sealed_case'), row.sealedCase);
  const resultBytes = seals.openUnder(key, placeOf(id, 'sealed_result'), row.sealedResult);
  key.fill(0);
  if (!caseBytes.ok) return caseBytes;
  if (!resultBytes.ok) return resultBytes;
  const content = {
    caseJson: caseBytes.value.toString('utf8'),
    resultJson: resultBytes.value.toString('utf8'),
  };
  const intact =
    sha256(content.caseJson).equals(row.caseSha256) && sha256(content.resultJson).equals(row.resultSha256);
  return intact
    ? succeed(content)
    : fail({
        code: 'BILL_ALTERED',
        message: 'Diese Abrechnung wurde nachträglich verändert. Bitte spielen Sie die letzte Sicherung ein.',
      });
}

/** Adds a draft as the period's next version. */
export function addBill(change: Change, bill: NewBill): number {
  const { store, seals } = change;
  const erasureKeyId = createErasureKey(change, 'bill');
  const id = change.nextId('bills');
  const seal = (column: 'sealed_case' | 'sealed_result', text: string): Buffer =>
    useErasureKey(store, seals, erasureKeyId, (key) =>
      seals.sealUnder(key, placeOf(id, column), Buffer.from(text, 'utf8')),
    );
  return change.insert(
    'bills',
    {
      id,
      period_id: bill.periodId,
      version: (store.get(selectLastVersion, { periodId: bill.periodId })?.version ?? 0) + 1,
      corrects_bill_id: bill.correctsBillId,
      state: 'draft',
      erasure_key_id: erasureKeyId,
      sealed_case: seal('sealed_case', bill.caseJson),
      sealed_result: seal('sealed_result', bill.resultJson),
      case_sha256: sha256(bill.caseJson),
      result_sha256: sha256(bill.resultJson),
      engine_version: bill.engineVersion,
      created_at: change.at,
      finalised_at: null,
      drafted_by: change.actor,
      correction_reason: bill.correctionReason,
    },
    {
      new: {
        period_id: bill.periodId,
        case_sha256: sha256(bill.caseJson).toString('hex'),
        result_sha256: sha256(bill.resultJson).toString('hex'),
        engine_version: bill.engineVersion,
        corrects_bill_id: bill.correctsBillId,
        correction_reason: bill.correctionReason,
      },
    },
  );
}

/** Says that whoever makes the change looked a draft over. */
export function markChecked(change: Change, id: number): void {
  change.update('bills', id, { state: 'checked', checked_by: change.actor, checked_at: change.at });
}

/** Takes the check of a draft away, as when what was checked has changed. */
export function takeCheckBack(change: Change, id: number): void {
  change.update('bills', id, { state: 'draft', checked_by: null, checked_at: null });
}

/** Freezes a bill for good. */
export function makeFinal(change: Change, id: number): void {
  change.update('bills', id, { state: 'final', finalised_at: change.at });
}

/** Cancels a final bill; `BILL_FROZEN` ends the change when it already went out. */
export function cancelBill(change: Change, id: number): void {
  change.update('bills', id, { state: 'cancelled' });
}

/** Notes that a final bill went out, or with null that the note was wrong. */
export function noteDispatch(change: Change, id: number, dispatch: Dispatch | null): void {
  change.update('bills', id, {
    dispatched_on: dispatch?.on ?? null,
    dispatch_way: dispatch?.way ?? null,
    dispatched_by: dispatch === null ? null : change.actor,
  });
}

/** Throws a draft away. Final bills stay (`BILL_FROZEN`). */
export function removeDraft(change: Change, id: number): void {
  const version = findBill(change.store, id)?.version ?? null;
  change.remove('bills', id, { old: { version } });
}
