import { describe, expect, it } from 'vitest';
import { STANDARD_LOCK_POLICY, idleLimit, mustLock } from '#office/vault/lock-policy.ts';

const MINUTE = 60_000;
const atWork = { idleMs: 0, hasLeft: false, sinceLastLookMs: 10_000 };

describe('the lock policy', () => {
  it('locks after five idle minutes unless set otherwise, within a minute and an hour', () => {
    expect(mustLock(STANDARD_LOCK_POLICY, { ...atWork, idleMs: 5 * MINUTE - 1 })).toBe(false);
    expect(mustLock(STANDARD_LOCK_POLICY, { ...atWork, idleMs: 5 * MINUTE })).toBe(true);
    expect([1, 20 * MINUTE, 24 * 60 * MINUTE].map((idleMs) => idleLimit({ idleMs }))).toEqual([
      MINUTE,
      20 * MINUTE,
      60 * MINUTE,
    ]);
  });

  it('locks at once when the screen is locked or the machine goes to sleep', () => {
    expect(mustLock(STANDARD_LOCK_POLICY, { ...atWork, hasLeft: true })).toBe(true);
  });

  it('locks when the machine slept unnoticed, and when the clock jumped back', () => {
    expect(mustLock(STANDARD_LOCK_POLICY, { ...atWork, sinceLastLookMs: 60 * MINUTE })).toBe(true);
    expect(mustLock(STANDARD_LOCK_POLICY, { ...atWork, sinceLastLookMs: -1 })).toBe(true);
  });
});
