/** Where a bill stands among the versions of its period, who did what to it, and which step is open. */
import {
  takeStep,
  type BillStanding,
  type LifeRules,
  type LifeStep,
} from '#shared/billing/life-of-a-bill.ts';
import type { BillingLife } from '#shared/contract/billing.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { BillStage } from '#shared/contract/properties.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import { sayRefusal } from '#shared/text/billing/life-of-a-bill.ts';
import { billsOf, type BillInfo } from '../store/bills.ts';
import { listStaff } from '../store/staff.ts';
import type { Store } from '../store/store.ts';
import type { OpenedRun } from './billing-runs.ts';
import type { AcceptedFindings } from './billing-views.ts';

/** The version a period goes on with: the newest that was not cancelled. */
export function currentBill(versions: readonly BillInfo[]): BillInfo | null {
  return versions.findLast(({ state }) => state !== 'cancelled') ?? null;
}

/** The version that corrects a bill; a cancelled one corrects nothing. */
function correctionOf({ id }: BillInfo, versions: readonly BillInfo[]): BillInfo | null {
  return versions.find((other) => other.correctsBillId === id && other.state !== 'cancelled') ?? null;
}

/** The word lists show: a final bill has gone out or not, and is corrected once its correction is final too. */
export function stageOfBill(info: BillInfo, versions: readonly BillInfo[]): BillStage {
  if (info.state !== 'final') return info.state;
  if (correctionOf(info, versions)?.state === 'final') return 'corrected';
  return info.dispatchedOn === null ? 'final' : 'dispatched';
}

/** Where the bill of a period stands. */
export function stageOfPeriod(store: Store, periodId: BillingPeriodId): BillStage {
  const versions = billsOf(store, periodId);
  const current = currentBill(versions) ?? versions.at(-1);
  return current === undefined ? 'missing' : stageOfBill(current, versions);
}

function standingOf(
  { info, bill, findings }: OpenedRun,
  versions: readonly BillInfo[],
  reasons: AcceptedFindings,
): BillStanding {
  return {
    state: info.state,
    draftedBy: info.draftedBy,
    checkedBy: info.checkedBy,
    findings,
    reasons,
    proofDifference: bill?.proof.difference ?? null,
    isDispatched: info.dispatchedOn !== null,
    isCorrected: correctionOf(info, versions) !== null,
  };
}

/** A bill with everything its next step depends on. */
export interface LivingBill {
  readonly run: OpenedRun;
  readonly versions: readonly BillInfo[];
  readonly reasons: AcceptedFindings;
  readonly rules: LifeRules;
}

/** Why a step is not open, as the user reads it; null when it is. */
export function refusalOf(
  { run, versions, reasons, rules }: LivingBill,
  step: LifeStep,
): OfficeFailure | null {
  const taken = takeStep(standingOf(run, versions, reasons), step, rules);
  return taken.ok ? null : { code: taken.error.code, message: sayRefusal(taken.error) };
}

/** A function that names employees by their initials, and what the program did by itself by its name. */
function initialsIn(store: Store): (staffId: string) => string {
  const initials = new Map(listStaff(store).map((staff) => [staff.accessId, staff.initials]));
  return (staffId) => initials.get(staffId) ?? 'Stichtag';
}

/** Who did what when, and what the employee `by` may do next. */
export function lifeOf(
  store: Store,
  living: LivingBill,
  checkNumber: string | null,
  by: string,
): Readable<BillingLife> {
  const { run, versions } = living;
  const { info } = run;
  const initialsOf = initialsIn(store);
  const corrected = versions.find(({ id }) => id === info.correctsBillId);
  const correction = correctionOf(info, versions);
  const why = (step: LifeStep): string | null => refusalOf(living, step)?.message ?? null;
  return {
    draftedBy: initialsOf(info.draftedBy),
    checked:
      info.checkedBy === null || info.checkedAt === null
        ? null
        : { by: initialsOf(info.checkedBy), at: info.checkedAt },
    checkNumber,
    corrects:
      corrected === undefined
        ? null
        : { id: corrected.id, version: corrected.version, reason: info.correctionReason ?? '' },
    correctedBy: correction && { id: correction.id, version: correction.version },
    dispatch:
      info.dispatchedOn === null || info.dispatchWay === null || info.dispatchedBy === null
        ? null
        : { on: info.dispatchedOn, way: info.dispatchWay, by: initialsOf(info.dispatchedBy) },
    refusals: {
      draftAgain: why({ kind: 'draftAgain' }),
      check: why({ kind: 'check', by }),
      finalise: why({ kind: 'finalise' }),
      correct: why({ kind: 'correct' }),
      cancel: why({ kind: 'cancel' }),
    },
  };
}
