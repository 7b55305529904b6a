import { describe, expect, it } from 'vitest';
import { isIdleTooLong, LOCKED_SESSION } from '../../../../electron/shell/lock-policy.ts';

const session = { isOpen: true, idleLockMinutes: 5 };

describe('the idle lock', () => {
  it('waits for the minutes the office asked for', () => {
    expect(isIdleTooLong(session, { idleSeconds: 299, sinceLastLookMs: 10_000 })).toBe(false);
    expect(isIdleTooLong(session, { idleSeconds: 300, sinceLastLookMs: 10_000 })).toBe(true);
  });

  it('notices a machine that slept without saying so', () => {
    expect(isIdleTooLong(session, { idleSeconds: 0, sinceLastLookMs: 8 * 3_600_000 })).toBe(true);
  });

  it('leaves a locked office alone', () => {
    expect(isIdleTooLong(LOCKED_SESSION, { idleSeconds: 86_400, sinceLastLookMs: 10_000 })).toBe(false);
  });
});
