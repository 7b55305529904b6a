import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layBars, type BarComparison, type BarPair } from '#shared/chart/bar-comparison.ts';

const room = { width: 400, labelWidth: 100, valueWidth: 60, barHeight: 12 };

function chartOf(...pairs: BarPair[]): BarComparison {
  return { unit: 'kWh', nowLabel: '2025', beforeLabel: '2024', averageLabel: 'Durchschnitt', pairs };
}

describe('the geometry of the comparison chart', () => {
  it('draws this period solid, the previous one as an outline and the average thin', () => {
    const { groups } = layBars(
      chartOf({ label: 'Heizung', colour: 'heat', now: 4000, before: 5000, average: 4500 }),
      room,
    );
    expect(groups[0]?.bars.map(({ style, label, value }) => [style, label, value])).toEqual([
      ['solid', '2025', 4000],
      ['outline', '2024', 5000],
      ['thin', 'Durchschnitt', 4500],
    ]);
  });

  it('leaves out what there is no value for', () => {
    const { groups } = layBars(chartOf({ label: 'Warmwasser', colour: 'hotWater', now: 900 }), room);
    expect(groups[0]?.bars).toHaveLength(1);
  });

  it('makes lengths proportional to values, from zero, inside the room for bars', () => {
    const value = fc.double({ min: 0, max: 1e7, noNaN: true });
    fc.assert(
      fc.property(value, value, (now, before) => {
        const { groups, ticks } = layBars(chartOf({ label: '', colour: 'heat', now, before }), room);
        const [first, second] = groups[0]?.bars ?? [];
        for (const bar of [first, second]) {
          expect(bar?.x).toBe(100);
          expect(bar?.width ?? 0).toBeLessThanOrEqual(240 + 1e-9);
        }
        expect((first?.width ?? 0) * before).toBeCloseTo((second?.width ?? 0) * now, 3);
        expect(ticks[0]).toEqual({ x: 100, value: 0 });
      }),
    );
  });

  it('stacks bars without overlap', () => {
    const pair = { label: '', colour: 'heat', now: 1, before: 2, average: 3 } as const;
    const bars = layBars(chartOf(pair, pair), room).groups.flatMap((group) => group.bars);
    for (const [index, bar] of bars.slice(1).entries()) {
      expect(bar.y).toBeGreaterThanOrEqual((bars[index]?.y ?? 0) + (bars[index]?.height ?? 0));
    }
  });
});
