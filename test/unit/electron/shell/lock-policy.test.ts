import { describe, expect, it } from 'vitest';
import { isIdleTooLong, LOCKED_SESSION } from '../../../../electron/shell/lock-policy.ts';

describe('the idle lock', () => {
  it('waits for the minutes the office asked for', () => {
    const session = { isOpen: true, idleLockMinutes: 5 };
    expect(isIdleTooLong(session, 299)).toBe(false);
    expect(isIdleTooLong(session, 300)).toBe(true);
  });

  it('leaves a locked office alone', () => {
    expect(isIdleTooLong(LOCKED_SESSION, 86_400)).toBe(false);
  });
});
