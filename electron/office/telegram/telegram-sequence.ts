/** Compares a telegram with the one before it of the same meter: replays and counters that run backwards. */
import { compare } from '#shared/model/rational.ts';
import { registerValueToRational, type MeterReading, type RegisterValue } from '#shared/model/reading.ts';
import type { TelegramOutcome } from './telegram-outcome.ts';

/**
 * What is remembered of a meter's latest telegram. The caller keeps it per meter and hands it back; nothing is kept
 * here, so one meter's past can never touch another's.
 */
export interface SequenceState {
  /** Anything that tells the telegram's bytes from others, such as their hash. */
  readonly fingerprint: string;
  readonly receivedAtMs: number;
  readonly accessNo: number | null;
  readonly messageCounter: number | null;
  readonly register: RegisterValue | null;
  /** Allocators start anew at their due date: a changed one explains a smaller register. */
  readonly dueDate: string | null;
}

/**
 * - `duplicate`: the same telegram again at once, as repeaters and neighbouring gateways deliver it; harmless;
 * - `replay`: the same telegram much later, or a message counter that was used before: recorded and sent again;
 * - `accessNumberReused`: two different telegrams under one access number within a minute;
 * - `registerWentBack`: the register is smaller than before without a due date in between: another device or a reset.
 */
export type SequenceFinding = 'duplicate' | 'replay' | 'accessNumberReused' | 'registerWentBack';

export interface SequenceJudgement {
  readonly findings: readonly SequenceFinding[];
  /** What to remember; the previous state when the telegram is older than it or could not be read. */
  readonly next: SequenceState | null;
}

/** Stores and gateways forward within minutes; the same bytes after this time were recorded. */
const DUPLICATE_WINDOW_MS = 600_000;
/** Access numbers have eight bits and come round again, but not that fast. */
const ACCESS_NUMBER_WINDOW_MS = 60_000;

/**
 * Judges a telegram by the meter's previous one (null for the first). `readings` are those of the telegram. A
 * telegram that could not be read is not judged and changes nothing.
 */
export function judgeSequence(
  previous: SequenceState | null,
  outcome: TelegramOutcome,
  readings: readonly MeterReading[],
  fingerprint: string,
  receivedAt: Date,
): SequenceJudgement {
  if (outcome.result === 'error') return { findings: [], next: previous };
  const current = stateOf(outcome, readings, fingerprint, receivedAt);
  if (previous === null) return { findings: [], next: current };
  const elapsedMs = current.receivedAtMs - previous.receivedAtMs;
  if (fingerprint === previous.fingerprint) {
    const isSoon = Math.abs(elapsedMs) <= DUPLICATE_WINDOW_MS;
    return { findings: [isSoon ? 'duplicate' : 'replay'], next: previous };
  }
  if (isCounterUsed(previous.messageCounter, current.messageCounter))
    return { findings: ['replay'], next: previous };

  const findings: SequenceFinding[] = [];
  if (
    current.messageCounter === null &&
    current.accessNo !== null &&
    current.accessNo === previous.accessNo &&
    Math.abs(elapsedMs) <= ACCESS_NUMBER_WINDOW_MS
  )
    findings.push('accessNumberReused');
  if (elapsedMs >= 0 && ranBackwards(previous, current)) findings.push('registerWentBack');
  return { findings, next: elapsedMs < 0 ? previous : merge(previous, current) };
}

function stateOf(
  outcome: TelegramOutcome,
  readings: readonly MeterReading[],
  fingerprint: string,
  receivedAt: Date,
): SequenceState {
  return {
    fingerprint,
    receivedAtMs: receivedAt.getTime(),
    accessNo: outcome.accessNo,
    messageCounter: outcome.verifiedBy === 'mac' ? outcome.messageCounter : null,
    register: readings.find(({ register }) => register === 'current')?.value ?? null,
    dueDate: readings.find(({ register }) => register === 'dueDate')?.date ?? null,
  };
}

/** Counters of verified messages must grow; one that was never sent or verified proves nothing. */
function isCounterUsed(before: number | null, now: number | null): boolean {
  return before !== null && now !== null && now <= before;
}

function ranBackwards(before: SequenceState, now: SequenceState): boolean {
  if (before.register === null || now.register === null || before.register.unit !== now.register.unit)
    return false;
  const isNewPeriod = now.register.unit === 'HCA' && now.dueDate !== before.dueDate;
  return (
    !isNewPeriod &&
    compare(registerValueToRational(now.register), registerValueToRational(before.register)) < 0
  );
}

/** Meters spread their data over several kinds of telegrams: what this one lacks stays as it was. */
function merge(before: SequenceState, now: SequenceState): SequenceState {
  return {
    ...now,
    messageCounter: now.messageCounter ?? before.messageCounter,
    register: now.register ?? before.register,
    dueDate: now.dueDate ?? before.dueDate,
  };
}
