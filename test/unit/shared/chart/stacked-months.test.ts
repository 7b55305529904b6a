import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layStackedMonths, type ColumnRoom } from '#shared/chart/stacked-months.ts';

const ROOM: ColumnRoom = { width: 900, height: 240, axisWidth: 60, labelWidth: 160, labelHeight: 16 };

const values = fc.array(fc.option(fc.float({ min: 0, max: 1e6, noNaN: true })), {
  minLength: 12,
  maxLength: 12,
});
const chart = fc.record({
  series: fc
    .array(values, { maxLength: 8 })
    .map((all) => all.map((own, index) => ({ id: `s${index}`, values: own }))),
  lastYear: values,
});

describe('the columns of twelve months', () => {
  it('stand on the zero line, one part on the other, inside their room', () => {
    fc.assert(
      fc.property(chart, (given) => {
        const { segments, zeroY, ticks, left, right } = layStackedMonths(given, ROOM);
        for (const month of Array.from({ length: 12 }, (_, index) => index)) {
          let bottom = zeroY;
          for (const segment of segments.filter((one) => one.month === month)) {
            expect(segment.y + segment.height).toBeCloseTo(bottom, 6);
            bottom = segment.y;
            expect(segment.x).toBeGreaterThanOrEqual(left);
            expect(segment.x + segment.width).toBeLessThanOrEqual(right);
          }
          expect(bottom).toBeGreaterThanOrEqual(-1e-6);
        }
        expect(ticks[0]).toEqual({ value: 0, y: zeroY });
      }),
    );
  });

  it('draw heights in proportion to their values', () => {
    const { segments } = layStackedMonths(
      { series: [{ id: 'a', values: [10, 20] }], lastYear: [null, 15] },
      ROOM,
    );
    const [first, second] = segments;
    expect((second?.height ?? 0) / (first?.height ?? 1)).toBeCloseTo(2, 9);
  });

  it('say nothing where nothing is known: no column and no outline', () => {
    const { segments, outlines } = layStackedMonths(
      { series: [{ id: 'a', values: [null, 0] }], lastYear: [null, null] },
      ROOM,
    );
    expect(segments).toEqual([]);
    expect(outlines).toEqual([]);
  });

  it('name every part beside its newest column, and no name covers another', () => {
    fc.assert(
      fc.property(chart, (given) => {
        const { labels } = layStackedMonths(given, ROOM);
        for (const [index, label] of labels.entries()) {
          const next = labels[index + 1];
          if (next) expect(next.y - label.y).toBeGreaterThanOrEqual(ROOM.labelHeight - 1e-9);
        }
      }),
    );
  });
});
