import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layRegisterLine, type LinePoint } from '#shared/chart/register-line.ts';
import { addDays, plainDateOf } from '#shared/model/plain-date.ts';

const ROOM = { width: 700, height: 240, axisWidth: 60, footHeight: 24, margin: 12 };
const FIRST = plainDateOf('2025-01-01');

function pointsOf(values: readonly number[]): LinePoint[] {
  return values.map((value, index) => ({ day: addDays(FIRST, index), value, isByHand: false }));
}

describe('the line of a register', () => {
  it('stays inside its room, stands on the zero line, and shows every point once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 1_000_000 }), { maxLength: 60 }), (values) => {
        const { strokes, zeroY, left, right } = layRegisterLine(pointsOf(values), ROOM);
        const placed = strokes.flat();
        expect(placed.map(({ value }) => value)).toEqual(values);
        for (const { x, y, value } of placed) {
          expect(x).toBeGreaterThanOrEqual(left);
          expect(x).toBeLessThanOrEqual(right + 1e-9);
          expect(y).toBeGreaterThanOrEqual(ROOM.margin - 1e-9);
          expect(y).toBeLessThanOrEqual(zeroY);
          if (value === 0) expect(y).toBe(zeroY);
        }
      }),
    );
  });

  it('begins a new stroke where the register starts anew', () => {
    const { strokes } = layRegisterLine(pointsOf([5, 9, 0, 2]), ROOM);
    expect(strokes.map((stroke) => stroke.map(({ value }) => value))).toEqual([
      [5, 9],
      [0, 2],
    ]);
  });

  it('names the first and the last day, at most five', () => {
    const { days } = layRegisterLine(pointsOf(Array.from({ length: 31 }, (_, index) => index)), ROOM);
    expect(days.map(({ day }) => day)).toHaveLength(5);
    expect([days[0]?.day, days.at(-1)?.day]).toEqual(['2025-01-01', '2025-01-31']);
    expect(layRegisterLine([], ROOM).days).toEqual([]);
    expect(layRegisterLine(pointsOf([7]), ROOM).days).toHaveLength(1);
  });

  it('writes no day over another, however unevenly the values came and however narrow the room is', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 320, max: 1400 }), (daysBetween, width) => {
        let day = FIRST;
        const points = daysBetween.map((gap, index) => {
          day = addDays(day, gap);
          return { day, value: index, isByHand: false };
        });
        const { days } = layRegisterLine(points, { ...ROOM, width });
        const distances = days.slice(1).map(({ x }, index) => x - (days[index]?.x ?? 0));
        expect(Math.min(...distances)).toBeGreaterThanOrEqual(80);
        expect([days[0]?.day, days.at(-1)?.day]).toEqual([points[0]?.day, points.at(-1)?.day]);
      }),
    );
  });
});
