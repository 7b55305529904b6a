import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandPath, layFlows, type FlowRoom } from '#shared/chart/flow-chart.ts';

const ROOM: FlowRoom = { width: 800, height: 300, nodeWidth: 12, gap: 10, labelWidth: 160 };

const split = fc.array(fc.float({ min: 1, max: 1000, noNaN: true }), { minLength: 1, maxLength: 8 });

describe('a flow chart', () => {
  it('gives every band the height of its value, and nodes exactly the bands that touch them', () => {
    fc.assert(
      fc.property(split, (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const nodes = [
          { id: 'in', column: 0 },
          { id: 'plant', column: 1 },
          ...parts.map((_, index) => ({ id: `out${index}`, column: 2 })),
        ];
        const bands = [
          { from: 'in', to: 'plant', value: total },
          ...parts.map((value, index) => ({ from: 'plant', to: `out${index}`, value })),
        ];
        const { nodes: placed, bands: drawn } = layFlows(nodes, bands, ROOM);
        const plant = placed.find(({ id }) => id === 'plant');
        const leaving = drawn.filter(({ from }) => from === 'plant');
        expect(leaving.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(plant?.height ?? 0, 3);
        for (const node of placed) expect(node.y + node.height).toBeLessThanOrEqual(ROOM.height + 1e-6);
      }),
    );
  });

  it('keeps nodes of one column apart', () => {
    const { nodes } = layFlows(
      [
        { id: 'a', column: 0 },
        { id: 'b', column: 1 },
        { id: 'c', column: 1 },
      ],
      [
        { from: 'a', to: 'b', value: 3 },
        { from: 'a', to: 'c', value: 1 },
      ],
      ROOM,
    );
    const [, b, c] = nodes;
    expect((c?.y ?? 0) - ((b?.y ?? 0) + (b?.height ?? 0))).toBeCloseTo(ROOM.gap, 9);
  });

  it('draws a band as a closed shape', () => {
    expect(bandPath({ from: 'a', to: 'b', value: 1, x0: 0, x1: 10, y0: 0, y1: 5, height: 2 })).toBe(
      'M0 0C5 0 5 5 10 5V7C5 7 5 2 0 2Z',
    );
  });
});
