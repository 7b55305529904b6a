/** When an open vault locks by itself. Pure: the shell feeds it the clock, the idle time and the system's events. */

export interface LockPolicy {
  /** Idle time after which the vault locks. */
  readonly idleMs: number;
}

export const STANDARD_LOCK_POLICY: LockPolicy = { idleMs: 5 * 60_000 };

/** Settings outside these bounds are no protection or no work. */
const SHORTEST_IDLE_MS = 60_000;
const LONGEST_IDLE_MS = 60 * 60_000;

/** What the shell observed since the last look. */
export interface Presence {
  readonly idleMs: number;
  /** The screen was locked, the machine sent to sleep or the user switched. */
  readonly hasLeft: boolean;
  /** How long ago the last look was by the wall clock: far more than planned means that the machine slept. */
  readonly sinceLastLookMs: number;
}

/** The idle time a setting stands for, kept between one minute and one hour. */
export function idleLimit(policy: LockPolicy): number {
  return Math.min(Math.max(policy.idleMs, SHORTEST_IDLE_MS), LONGEST_IDLE_MS);
}

/**
 * Whether to lock now: the user left or was idle too long, or the machine slept through the limit unnoticed. A clock
 * that jumps back locks too, since nobody can tell how long it has been.
 */
export function mustLock(policy: LockPolicy, presence: Presence): boolean {
  if (presence.hasLeft || presence.sinceLastLookMs < 0) return true;
  return Math.max(presence.idleMs, presence.sinceLastLookMs) >= idleLimit(policy);
}
