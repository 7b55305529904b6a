import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSwappedPairs, type SwapCandidate } from '#office/services/judge-swaps.ts';
import type { RegisterPoint } from '#office/store/meter-signs.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { addDays, plainDateOf } from '#shared/model/plain-date.ts';
import type { PropertyId } from '#shared/model/property.ts';

const FIRST = plainDateOf('2026-01-20');

/** Registers of one day after the other, given oldest first. */
function candidate(
  id: number,
  amounts: readonly number[],
  change: Partial<SwapCandidate> = {},
): SwapCandidate {
  const recent = amounts.map((amount, index): RegisterPoint => ({
    day: addDays(FIRST, index),
    amount,
    value: { mantissa: BigInt(amount), exponent: 0, unit: 'm3' },
    isManual: false,
  }));
  return {
    meterId: id as MeterId,
    propertyId: 1 as PropertyId,
    kind: 'warmWaterMeter',
    dueDay: null,
    trail: { recent: recent.toReversed() },
    ...change,
  };
}

/** Two steady registers that change places on a day. */
function exchanged(a: number, b: number, day: number, length: number): [number[], number[]] {
  const days = Array.from({ length }, (_, index) => index);
  return [
    days.map((index) => (index < day ? a : b) + index),
    days.map((index) => (index < day ? b : a) + index),
  ];
}

describe('swapped meters', () => {
  it('are found whatever they stood at and whenever it happened', () => {
    const level = fc.integer({ min: 0, max: 100_000 });
    const days = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(level, fc.integer({ min: 500, max: 100_000 }), days, (low, apart, day) => {
        const [first, second] = exchanged(low, low + apart, day, 10);
        expect(findSwappedPairs([candidate(1, first), candidate(2, second)])).toEqual([
          { fallen: 2, risen: 1, since: addDays(FIRST, day) },
        ]);
      }),
    );
  });

  it('are a pair of one house and one kind, and never a meter with itself', () => {
    const [first, second] = exchanged(100, 9_000, 4, 10);
    expect(findSwappedPairs([candidate(1, second)])).toEqual([]);
    const elsewhere = candidate(2, second, { propertyId: 2 as PropertyId });
    expect(findSwappedPairs([candidate(1, first), elsewhere])).toEqual([]);
    const other = candidate(2, second, { kind: 'heatMeter' });
    expect(findSwappedPairs([candidate(1, first), other])).toEqual([]);
  });

  it('are not assumed where only one fell, as after an exchange of the device', () => {
    const steady = candidate(2, [5_000, 5_001, 5_002, 5_003]);
    expect(findSwappedPairs([candidate(1, [9_000, 9_001, 3, 4]), steady])).toEqual([]);
  });

  it('are told apart when two pairs were exchanged on the same day', () => {
    const [a, b] = exchanged(100, 9_000, 4, 10);
    const [c, d] = exchanged(40_000, 70_000, 4, 10);
    const pairs = findSwappedPairs([candidate(1, a), candidate(2, b), candidate(3, c), candidate(4, d)]);
    expect(pairs.map(({ fallen, risen }) => [fallen, risen])).toEqual([
      [2, 1],
      [4, 3],
    ]);
  });
});
