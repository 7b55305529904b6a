import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { energyFlowsOf, type EnergyFlows } from '#shared/consumption/energy-flows.ts';
import { compare, isNegative, rational, sum, ZERO } from '#shared/model/rational.ts';

const kwh = fc
  .tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 97 }))
  .map(([n, d]) => rational(n, d));
const leaves = fc
  .uniqueArray(fc.nat(60), { maxLength: 12 })
  .chain((units) => fc.tuple(...units.map((unit) => kwh.map((heat) => ({ unit: String(unit), kwh: heat })))));
const measured = fc.record({
  fuelKwh: fc.option(kwh),
  hotWaterKwh: fc.option(kwh),
  heating: leaves,
  hotWater: leaves,
  isHotWaterTold: fc.boolean(),
});

function flowing(flows: EnergyFlows['flows'], side: 'from' | 'to', node: string) {
  return sum(flows.filter((flow) => flow[side] === node).map((flow) => flow.kwh));
}

describe('the energy flows of a house', () => {
  it('sum up at every node, whatever was measured', () => {
    fc.assert(
      fc.property(measured, (given) => {
        const { flows, total } = energyFlowsOf(given);
        for (const node of ['plant', 'heating', 'hotWater'])
          expect(flowing(flows, 'to', node)).toEqual(flowing(flows, 'from', node));
        expect(flowing(flows, 'from', 'plant')).toEqual(total);
        expect(flows.every((flow) => !isNegative(flow.kwh) && compare(flow.kwh, ZERO) !== 0)).toBe(true);
      }),
    );
  });

  it('show what nobody can explain as a flow of its own', () => {
    const { flows } = energyFlowsOf({
      fuelKwh: rational(1000),
      hotWaterKwh: rational(200),
      heating: [{ unit: '1', kwh: rational(650) }],
      hotWater: [{ unit: '1', kwh: rational(150) }],
      isHotWaterTold: true,
    });
    expect(flows).toContainEqual({ from: 'plant', to: 'unexplained', kwh: rational(150) });
    expect(flows).toContainEqual({ from: 'hotWater', to: 'hotWater:house', kwh: rational(50) });
  });

  it('tell hot water that nobody could convert from what stays in pipes and storage', () => {
    const { flows } = energyFlowsOf({
      fuelKwh: null,
      hotWaterKwh: rational(200),
      heating: [],
      hotWater: [],
      isHotWaterTold: false,
    });
    expect(flows).toContainEqual({ from: 'hotWater', to: 'hotWater:untold', kwh: rational(200) });
  });

  it('name energy that was measured but never bought', () => {
    const { flows, total } = energyFlowsOf({
      fuelKwh: rational(500),
      hotWaterKwh: null,
      heating: [{ unit: '1', kwh: rational(650) }],
      hotWater: [],
      isHotWaterTold: true,
    });
    expect(flows).toContainEqual({ from: 'unexplainedInput', to: 'plant', kwh: rational(150) });
    expect(total).toEqual(rational(650));
  });

  it('start with what was measured where no fuel is known', () => {
    const { flows, total } = energyFlowsOf({
      fuelKwh: null,
      hotWaterKwh: rational(100),
      heating: [],
      hotWater: [],
      isHotWaterTold: true,
    });
    expect(total).toEqual(rational(100));
    expect(flows.some(({ to }) => to === 'unexplained')).toBe(false);
  });
});
