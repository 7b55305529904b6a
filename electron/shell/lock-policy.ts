/** When the office locks itself: nobody at the desk, the screen locked, the machine asleep. */

import { mustLock } from '#office/vault/lock-policy.ts';

/** What the office last said about itself. */
export interface SessionState {
  readonly isOpen: boolean;
  readonly idleLockMinutes: number;
}

export const LOCKED_SESSION: SessionState = { isOpen: false, idleLockMinutes: 5 };

/** How often the shell looks at the clock of the last key or click. */
export const IDLE_CHECK_MS = 10_000;

/** What the shell sees at one look at the clock. */
export interface Look {
  /** Since the last input anywhere in the system. */
  readonly idleSeconds: number;
  /** Since the look before, by the wall clock: a machine that slept unnoticed shows here. */
  readonly sinceLastLookMs: number;
}

/** Whether the desk has been empty long enough. */
export function isIdleTooLong(session: SessionState, { idleSeconds, sinceLastLookMs }: Look): boolean {
  const policy = { idleMs: session.idleLockMinutes * 60_000 };
  return session.isOpen && mustLock(policy, { idleMs: idleSeconds * 1000, hasLeft: false, sinceLastLookMs });
}
