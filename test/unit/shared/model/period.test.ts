import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapsIn, intersect, lengthInDays, type Period } from '#shared/model/period.ts';
import { addDays, plainDateOf } from '#shared/model/plain-date.ts';

const YEAR: Period = { from: plainDateOf('2025-01-01'), to: plainDateOf('2025-12-31') };

function stretch(from: string, to: string): Period {
  return { from: plainDateOf(from), to: plainDateOf(to) };
}

const period = fc.tuple(fc.nat(600), fc.nat(400)).map(([start, length]): Period => {
  const from = addDays(plainDateOf('2024-06-01'), start);
  return { from, to: addDays(from, length) };
});

describe('a period', () => {
  it('counts both its ends', () => {
    expect(lengthInDays(YEAR)).toBe(365);
    expect(lengthInDays(stretch('2025-03-03', '2025-03-03'))).toBe(1);
  });

  it('shares with another the days that lie in both', () => {
    expect(intersect(YEAR, stretch('2024-10-01', '2025-01-01'))).toEqual(stretch('2025-01-01', '2025-01-01'));
    expect(intersect(YEAR, stretch('2024-10-01', '2024-12-31'))).toBeNull();
    fc.assert(
      fc.property(period, period, (a, b) => {
        expect(intersect(a, b)).toEqual(intersect(b, a));
        expect(intersect(a, a)).toEqual(a);
      }),
    );
  });

  it('has gaps exactly where nothing covers it', () => {
    expect(gapsIn(YEAR, [])).toEqual([YEAR]);
    expect(gapsIn(YEAR, [stretch('2025-07-01', '2026-05-01'), stretch('2024-01-01', '2025-03-31')])).toEqual([
      stretch('2025-04-01', '2025-06-30'),
    ]);
    expect(gapsIn(YEAR, [stretch('2024-01-01', '2027-01-01')])).toEqual([]);
    fc.assert(
      fc.property(period, (part) => {
        const covered = intersect(YEAR, part);
        const gaps = gapsIn(YEAR, covered ? [covered] : []);
        const days =
          gaps.reduce((sum, gap) => sum + lengthInDays(gap), 0) + (covered ? lengthInDays(covered) : 0);
        expect(days).toBe(365);
      }),
    );
  });
});
