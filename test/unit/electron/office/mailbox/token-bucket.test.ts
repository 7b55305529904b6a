import { describe, expect, it } from 'vitest';
import { TokenBucket } from '#office/mailbox/token-bucket.ts';

describe('a token bucket', () => {
  it('lets a burst through and then one call for each refilled token', () => {
    let nowMs = 0;
    const bucket = new TokenBucket(10, 2, () => nowMs);
    expect([bucket.tryTake(), bucket.tryTake(), bucket.tryTake()]).toEqual([true, true, false]);
    nowMs = 100;
    expect([bucket.tryTake(), bucket.tryTake()]).toEqual([true, false]);
  });

  it('spreads reserved calls evenly, however many wait', () => {
    const bucket = new TokenBucket(10, 1, () => 0);
    expect([1, 2, 3, 4].map(() => bucket.reserve())).toEqual([0, 100, 200, 300]);
  });

  it('saves up no more than its burst', () => {
    let nowMs = 0;
    const bucket = new TokenBucket(10, 2, () => nowMs);
    nowMs = 3_600_000;
    expect([bucket.reserve(), bucket.reserve(), bucket.reserve()]).toEqual([0, 0, 100]);
  });

  it.each([
    [0, 1],
    [-1, 1],
    [5, 0],
    [Number.NaN, 1],
  ])('refuses a rate of %s with a burst of %s', (perSecond, burst) => {
    expect(() => new TokenBucket(perSecond, burst)).toThrow(RangeError);
  });
});
