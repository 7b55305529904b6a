import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeSilence, medianIntervalMs } from '#office/services/judge-silence.ts';

const HOUR_MS = 3_600_000;
const NOW = new Date('2026-02-16T09:00:00Z');
const LIMIT_HOURS = 48;

/** Receptions every so many hours, the newest so long ago, newest first. */
function every(hours: number, agoHours: number, count = 12): number[] {
  return Array.from({ length: count }, (_, index) => NOW.getTime() - (agoHours + index * hours) * HOUR_MS);
}

const judged = (receptions: readonly number[]) => judgeSilence(receptions, NOW, LIMIT_HOURS);

describe('silence', () => {
  it('begins after three intervals of its own, and never before two days', () => {
    expect(judged(every(4, 47))).toBe('late');
    expect(judged(every(4, 49))).toBe('silent');
    expect(judged(every(24, 71))).toBe('late');
    expect(judged(every(24, 73))).toBe('silent');
    expect(judged(every(24 * 7, 24 * 20))).toBe('late');
    expect(judged(every(24 * 7, 24 * 22))).toBe('silent');
    expect(judged([])).toBe('never');
  });

  it('has no rhythm to go by before the third reception', () => {
    expect(medianIntervalMs(every(5, 0, 2))).toBeNull();
    expect(medianIntervalMs(every(5, 0, 3))).toBe(5 * HOUR_MS);
    expect(judged(every(24 * 30, 49, 2))).toBe('silent');
  });

  it('takes the median, so that one long gap or one repeated telegram changes nothing', () => {
    const steady = every(24, 2, 11);
    const gap = [...steady.slice(0, 6), ...steady.slice(6).map((ms) => ms - 30 * 24 * HOUR_MS)];
    expect(medianIntervalMs(gap)).toBe(24 * HOUR_MS);
    expect(medianIntervalMs([NOW.getTime(), NOW.getTime() - 1, ...steady])).toBe(24 * HOUR_MS);
  });

  it('only ever grows with time: heard, late, silent, in this order', () => {
    const order = ['received', 'late', 'silent'];
    const rhythm = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(rhythm, fc.nat(2_000), fc.nat(2_000), (hours, ago, later) => {
        const [sooner, after] = [judged(every(hours, ago)), judged(every(hours, ago + later))];
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(sooner));
      }),
    );
  });

  it('never calls a sender silent that kept its rhythm', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000 }), (hours) => {
        expect(judged(every(hours, hours))).toBe('received');
      }),
    );
  });
});
