import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { niceScale } from '#shared/chart/nice-scale.ts';

describe('a scale with round ticks', () => {
  it('ends above the largest value on a round number', () => {
    expect(niceScale(5480, 5)).toEqual({ end: 6000, ticks: [0, 2000, 4000, 6000] });
    expect(niceScale(100, 5).ticks).toEqual([0, 20, 40, 60, 80, 100]);
  });

  it('reaches every value with few, even steps', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (largest) => {
        const { end, ticks } = niceScale(largest, 5);
        expect(end).toBeGreaterThanOrEqual(largest * (1 - 1e-9));
        expect(ticks.length).toBeLessThanOrEqual(7);
        expect(ticks[0]).toBe(0);
      }),
    );
  });

  it('has a scale even for nothing', () => {
    expect(niceScale(0, 5)).toEqual({ end: 1, ticks: [0, 1] });
  });
});
