import { describe, expect, it } from 'vitest';
import { finding } from '#shared/billing/findings.ts';
import {
  findingKey,
  takeStep,
  warningsWithoutReason,
  type BillStanding,
  type LifeStep,
} from '#shared/billing/life-of-a-bill.ts';
import { centsOf } from '#shared/model/money.ts';

const VACANCY = finding('VACANCY', ['unit.D'], { days: '31' });
const ESTIMATE = finding('ESTIMATED_VALUE', ['device.H1']);
const BLOCKING = finding('READING_MISSING', ['device.H1']);
const REASONS = {
  [findingKey(VACANCY)]: 'wird ab Mai neu vermietet',
  [findingKey(ESTIMATE)]: 'Gerät getauscht',
};

const DRAFT: BillStanding = {
  state: 'draft',
  draftedBy: 'anna',
  checkedBy: null,
  findings: [VACANCY, ESTIMATE],
  reasons: REASONS,
  proofDifference: centsOf(0),
  isDispatched: false,
  isCorrected: false,
};
const CHECKED: BillStanding = { ...DRAFT, state: 'checked', checkedBy: 'bernd' };
const FINAL: BillStanding = { ...CHECKED, state: 'final' };
const CANCELLED: BillStanding = { ...FINAL, state: 'cancelled' };

const ALONE = { fourEyes: false };
const FOUR_EYES = { fourEyes: true };

function outcome(standing: BillStanding, step: LifeStep, rules = ALONE): string {
  const taken = takeStep(standing, step, rules);
  return taken.ok ? taken.value : taken.error.code;
}

const CHECK: LifeStep = { kind: 'check', by: 'bernd' };

describe('the life of a bill', () => {
  it.each([
    [
      DRAFT,
      {
        draftAgain: 'draft',
        check: 'checked',
        finalise: 'BILL_NOT_CHECKED',
        correct: 'BILL_NOT_FINAL',
        cancel: 'BILL_NOT_FINAL',
      },
    ],
    [
      CHECKED,
      {
        draftAgain: 'draft',
        check: 'checked',
        finalise: 'final',
        correct: 'BILL_NOT_FINAL',
        cancel: 'BILL_NOT_FINAL',
      },
    ],
    [
      FINAL,
      {
        draftAgain: 'BILL_FROZEN',
        check: 'BILL_FROZEN',
        finalise: 'BILL_FROZEN',
        correct: 'draft',
        cancel: 'cancelled',
      },
    ],
    [
      CANCELLED,
      {
        draftAgain: 'BILL_CANCELLED',
        check: 'BILL_CANCELLED',
        finalise: 'BILL_CANCELLED',
        correct: 'BILL_CANCELLED',
        cancel: 'BILL_CANCELLED',
      },
    ],
  ] as const)('opens from $state just the steps that lead on', (standing, expected) => {
    expect({
      draftAgain: outcome(standing, { kind: 'draftAgain' }),
      check: outcome(standing, CHECK),
      finalise: outcome(standing, { kind: 'finalise' }),
      correct: outcome(standing, { kind: 'correct' }),
      cancel: outcome(standing, { kind: 'cancel' }),
    }).toEqual(expected);
  });

  it('lets no bill with a blocking finding be checked or made final, whatever reasons there are', () => {
    const findings = [BLOCKING];
    const reasons = { [findingKey(BLOCKING)]: 'egal' };
    expect(outcome({ ...DRAFT, findings, reasons }, CHECK)).toBe('FINDINGS_BLOCK');
    expect(outcome({ ...CHECKED, findings, reasons }, { kind: 'finalise' })).toBe('FINDINGS_BLOCK');
    expect(outcome({ ...CHECKED, proofDifference: null }, { kind: 'finalise' })).toBe('FINDINGS_BLOCK');
  });

  it('lets no bill go on that does not close to the cent', () => {
    expect(outcome({ ...DRAFT, proofDifference: centsOf(1) }, CHECK)).toBe('PROOF_OPEN');
    expect(outcome({ ...CHECKED, proofDifference: centsOf(-1) }, { kind: 'finalise' })).toBe('PROOF_OPEN');
  });

  it('wants a reason for every warning and counts those that lack one', () => {
    const reasons = { [findingKey(VACANCY)]: ' ' };
    const taken = takeStep({ ...DRAFT, reasons }, CHECK, ALONE);
    expect(taken).toEqual({ ok: false, error: { code: 'WARNINGS_OPEN', openWarnings: 2 } });
    expect(warningsWithoutReason({ findings: [VACANCY, BLOCKING], reasons: {} })).toEqual([VACANCY]);
  });

  it('knows a finding again in the next draft, though its numbers have changed', () => {
    expect(findingKey(finding('VACANCY', ['unit.D'], { days: '30' }))).toBe(findingKey(VACANCY));
    expect(findingKey(finding('VACANCY', ['unit.E']))).not.toBe(findingKey(VACANCY));
  });

  it('lets the drafter check his own bill only where four eyes are not asked for', () => {
    const own: LifeStep = { kind: 'check', by: 'anna' };
    expect(outcome(DRAFT, own)).toBe('checked');
    expect(outcome(DRAFT, own, FOUR_EYES)).toBe('CHECKED_BY_DRAFTER');
    expect(outcome(DRAFT, CHECK, FOUR_EYES)).toBe('checked');
  });

  it('asks for four eyes at the end too, when they became the rule after the check', () => {
    expect(outcome({ ...CHECKED, checkedBy: 'anna' }, { kind: 'finalise' })).toBe('final');
    expect(outcome({ ...CHECKED, checkedBy: 'anna' }, { kind: 'finalise' }, FOUR_EYES)).toBe(
      'CHECKED_BY_DRAFTER',
    );
  });

  it('cancels a final bill only before it was sent, and corrects it even after', () => {
    const sent = { ...FINAL, isDispatched: true };
    expect(outcome(sent, { kind: 'cancel' })).toBe('BILL_DISPATCHED');
    expect(outcome(sent, { kind: 'correct' })).toBe('draft');
  });

  it('corrects the newest version only', () => {
    const corrected = { ...FINAL, isCorrected: true };
    expect(outcome(corrected, { kind: 'correct' })).toBe('BILL_CORRECTED');
    expect(outcome(corrected, { kind: 'cancel' })).toBe('BILL_CORRECTED');
  });
});
