import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countedBetween, runsOf, valueOn, type RegisterCurve } from '#shared/consumption/register-curve.ts';
import { addDays, plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
import { add, rational, subtract, sum, toShortDecimal, ZERO, type Rational } from '#shared/model/rational.ts';

function curve(
  points: readonly (readonly [string, number])[],
  resetsAfter: string | null = null,
): RegisterCurve {
  return {
    points: points.map(([day, value]) => ({ day: plainDateOf(day), value: rational(value) })),
    resetsAfter,
  };
}

function counted(of: RegisterCurve, eve: string, to: string): string | null {
  const result = countedBetween(runsOf(of), plainDateOf(eve), plainDateOf(to));
  return result && `${toShortDecimal(result.quantity, 3)} until ${result.until}`;
}

describe('a register on a day', () => {
  const weekly = curve([
    ['2025-09-25', 100],
    ['2025-10-05', 150],
    ['2025-12-31', 900],
  ]);

  it('is what was read on that day', () => {
    expect(valueOn(weekly, plainDateOf('2025-10-05'))).toEqual({ quality: 'exact', value: rational(150) });
  });

  it('is the nearest telegram when one is at most three days away', () => {
    expect(valueOn(weekly, plainDateOf('2025-10-03'))).toMatchObject({
      quality: 'nearest',
      day: '2025-10-05',
      daysAway: 2,
    });
    expect(valueOn(weekly, plainDateOf('2025-09-26'))).toMatchObject({ quality: 'nearest', daysAway: -1 });
  });

  it('lies on the straight line between two telegrams that are further away', () => {
    expect(valueOn(weekly, plainDateOf('2025-09-30'))).toEqual({
      quality: 'interpolated',
      value: rational(125),
      before: '2025-09-25',
      after: '2025-10-05',
    });
  });

  it('is the only telegram within a month, and missing beyond', () => {
    expect(valueOn(weekly, plainDateOf('2025-10-20'))).toMatchObject({ quality: 'nearest', daysAway: -15 });
    expect(valueOn(weekly, plainDateOf('2025-11-15'))).toEqual({ quality: 'missing' });
  });

  it('is never read across a due date, after which the allocator shows another year', () => {
    const allocator = curve(
      [
        ['2025-12-20', 980],
        ['2026-01-02', 3],
      ],
      '12-31',
    );
    expect(valueOn(allocator, plainDateOf('2025-12-31'))).toMatchObject({ day: '2025-12-20' });
    expect(valueOn(allocator, plainDateOf('2026-01-01'))).toMatchObject({ day: '2026-01-02' });
  });
});

describe('what a meter counted', () => {
  it('goes on over the due date when the last value before it is known', () => {
    const allocator = curve(
      [
        ['2025-12-01', 800],
        ['2025-12-31', 1000],
        ['2026-01-31', 170],
      ],
      '12-31',
    );
    expect(counted(allocator, '2025-12-01', '2026-01-31')).toBe('370 until 2026-01-31');
    expect(counted(allocator, '2025-12-31', '2026-01-31')).toBe('170 until 2026-01-31');
  });

  it('ends with the last telegram before a due date that nobody read', () => {
    const silent = curve(
      [
        ['2025-11-30', 700],
        ['2025-12-15', 850],
        ['2026-01-31', 170],
      ],
      '12-31',
    );
    expect(counted(silent, '2025-11-30', '2026-01-31')).toBe('150 until 2025-12-15');
    expect(counted(silent, '2025-12-31', '2026-01-31')).toBeNull();
  });

  it('is known until the newest telegram while the month still runs', () => {
    const running = curve([
      ['2026-10-31', 10],
      ['2026-11-21', 52],
    ]);
    expect(counted(running, '2026-10-31', '2026-11-30')).toBe('42 until 2026-11-21');
  });

  it('is not known before the first telegram, nor after a register that fell', () => {
    const swapped = curve([
      ['2026-01-01', 500],
      ['2026-02-01', 20],
      ['2026-03-01', 40],
    ]);
    expect(counted(swapped, '2025-12-01', '2026-01-01')).toBeNull();
    expect(counted(swapped, '2026-01-01', '2026-03-01')).toBeNull();
    expect(counted(swapped, '2026-02-01', '2026-03-01')).toBe('20 until 2026-03-01');
  });

  /** A register read at random days, and cut at random ones. */
  const readings = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 40 }), grown: fc.nat(1000) }), {
    minLength: 2,
    maxLength: 30,
  });

  it('adds up: a stretch is the sum of its parts, however it is cut', () => {
    fc.assert(
      fc.property(readings, fc.nat(1000), fc.nat(1000), (steps, cutA, cutB) => {
        const points: { day: PlainDate; value: Rational }[] = [];
        let [day, value] = [plainDateOf('2025-01-01'), ZERO];
        for (const { gap, grown } of steps) {
          points.push({ day, value });
          [day, value] = [addDays(day, gap), add(value, rational(grown))];
        }
        const [first, last] = [points[0], points.at(-1)];
        if (!first || !last) return;
        const runs = runsOf({ points, resetsAfter: null });
        const days = (Date.parse(last.day) - Date.parse(first.day)) / 86_400_000;
        const cuts = [cutA % days, cutB % days]
          .toSorted((a, b) => a - b)
          .map((cut) => addDays(first.day, cut));
        const borders = [...new Set([first.day, ...cuts, last.day])];
        const parts = borders.slice(1).map((to, index) => countedBetween(runs, borders[index] ?? to, to));
        expect(sum(parts.map((part) => part?.quantity ?? ZERO))).toEqual(subtract(last.value, first.value));
      }),
    );
  });
});
