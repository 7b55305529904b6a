/** When the office locks itself: nobody at the desk, the screen locked, the machine asleep. */

/** What the office last said about itself. */
export interface SessionState {
  readonly isOpen: boolean;
  readonly idleLockMinutes: number;
}

export const LOCKED_SESSION: SessionState = { isOpen: false, idleLockMinutes: 5 };

/** How often the shell looks at the clock of the last key or click. */
export const IDLE_CHECK_MS = 10_000;

/** Whether the desk has been empty long enough; `idleSeconds` counts from the last input anywhere in the system. */
export function isIdleTooLong(session: SessionState, idleSeconds: number): boolean {
  return session.isOpen && idleSeconds >= session.idleLockMinutes * 60;
}
