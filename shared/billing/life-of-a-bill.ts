/** The life of a bill: draft, checked, final, corrected, cancelled. Which step is open when, and why not otherwise. */
import type { Cents } from '../model/money.ts';
import { fail, succeed, type Result } from '../model/result.ts';
import { isBlocking, type Finding } from './findings.ts';

/** A draft may be computed again at will; a final bill never changes, and ends at most by being cancelled. */
export type BillState = 'draft' | 'checked' | 'final' | 'cancelled';

/** What decides a bill's next step. Staff is named by immutable ids. */
export interface BillStanding {
  readonly state: BillState;
  readonly draftedBy: string;
  /** Null until somebody checked it; drafting again takes the check away. */
  readonly checkedBy: string | null;
  readonly findings: readonly Finding[];
  /** Why staff accepted a warning, by `findingKey`. */
  readonly reasons: Readonly<Record<string, string>>;
  /** The difference of the proof; null when blocking findings refused a bill. */
  readonly proofDifference: Cents | null;
  readonly isDispatched: boolean;
  /** Whether a later version corrects this one. */
  readonly isCorrected: boolean;
}

export type LifeStep =
  | { readonly kind: 'draftAgain' }
  | { readonly kind: 'check'; readonly by: string }
  | { readonly kind: 'finalise' }
  | { readonly kind: 'correct' }
  | { readonly kind: 'cancel' };

export interface LifeRules {
  /** Four eyes (Vier-Augen-Prinzip): who drafted a bill does not check it. */
  readonly fourEyes: boolean;
}

/** Why a step is not open; the German sentences are in `shared/text/billing/life-of-a-bill.ts`. */
export type RefusalCode =
  | 'BILL_FROZEN'
  | 'BILL_CANCELLED'
  | 'BILL_NOT_CHECKED'
  | 'BILL_NOT_FINAL'
  | 'BILL_CORRECTED'
  | 'BILL_DISPATCHED'
  | 'CHECKED_BY_DRAFTER'
  | 'FINDINGS_BLOCK'
  | 'PROOF_OPEN'
  | 'WARNINGS_OPEN';

export interface StepRefusal {
  readonly code: RefusalCode;
  /** How many warnings have no reason; 0 for any other code. */
  readonly openWarnings: number;
}

/** Names a finding across drafts: the same fact about the same things has the same key. */
export function findingKey({ code, about }: Pick<Finding, 'code' | 'about'>): string {
  return [code, ...about].join('|');
}

/** The warnings nobody has given a reason for; a blank reason is none. */
export function warningsWithoutReason({
  findings,
  reasons,
}: Pick<BillStanding, 'findings' | 'reasons'>): Finding[] {
  return findings.filter((found) => !isBlocking(found) && !reasons[findingKey(found)]?.trim());
}

function refuse(code: RefusalCode, openWarnings = 0): StepRefusal {
  return { code, openWarnings };
}

/** What keeps the content of a bill from being checked or made final. */
function contentRefusal(standing: BillStanding): StepRefusal | null {
  if (standing.findings.some(isBlocking) || standing.proofDifference === null)
    return refuse('FINDINGS_BLOCK');
  if (standing.proofDifference !== 0) return refuse('PROOF_OPEN');
  const open = warningsWithoutReason(standing).length;
  return open === 0 ? null : refuse('WARNINGS_OPEN', open);
}

/** Frozen bills take no part in drafting. */
function frozenRefusal({ state }: BillStanding): StepRefusal | null {
  if (state === 'cancelled') return refuse('BILL_CANCELLED');
  return state === 'final' ? refuse('BILL_FROZEN') : null;
}

function checkRefusal(standing: BillStanding, by: string, { fourEyes }: LifeRules): StepRefusal | null {
  if (fourEyes && by === standing.draftedBy) return refuse('CHECKED_BY_DRAFTER');
  return contentRefusal(standing);
}

function finaliseRefusal(standing: BillStanding, rules: LifeRules): StepRefusal | null {
  if (standing.state === 'draft' || standing.checkedBy === null) return refuse('BILL_NOT_CHECKED');
  return checkRefusal(standing, standing.checkedBy, rules);
}

function afterFinalRefusal(standing: BillStanding, kind: 'correct' | 'cancel'): StepRefusal | null {
  if (standing.state === 'cancelled') return refuse('BILL_CANCELLED');
  if (standing.state !== 'final') return refuse('BILL_NOT_FINAL');
  if (standing.isCorrected) return refuse('BILL_CORRECTED');
  return kind === 'cancel' && standing.isDispatched ? refuse('BILL_DISPATCHED') : null;
}

function refusalOf(standing: BillStanding, step: LifeStep, rules: LifeRules): StepRefusal | null {
  if (step.kind === 'correct' || step.kind === 'cancel') return afterFinalRefusal(standing, step.kind);
  const frozen = frozenRefusal(standing);
  if (frozen !== null || step.kind === 'draftAgain') return frozen;
  return step.kind === 'check' ? checkRefusal(standing, step.by, rules) : finaliseRefusal(standing, rules);
}

/** The state a step leads to; `correct` leaves the bill as it is and opens a new version, a draft. */
const STATE_AFTER: Readonly<Record<LifeStep['kind'], BillState>> = {
  draftAgain: 'draft',
  check: 'checked',
  finalise: 'final',
  correct: 'draft',
  cancel: 'cancelled',
};

/** The state after a step, for `correct` that of the new version; or why the step is not open. */
export function takeStep(
  standing: BillStanding,
  step: LifeStep,
  rules: LifeRules,
): Result<BillState, StepRefusal> {
  const refusal = refusalOf(standing, step, rules);
  return refusal === null ? succeed(STATE_AFTER[step.kind]) : fail(refusal);
}
