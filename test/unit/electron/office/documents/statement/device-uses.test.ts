import { describe, expect, it } from 'vitest';
import { rational, sum, toDecimal } from '#shared/model/rational.ts';
import { deviceUses } from '#office/documents/statement/device-uses.ts';
import { billOf, sampleCase } from '../sample-house.ts';

const given = sampleCase(6);
const bill = billOf(given);
const usesOf = (userId: string, kind: 'heatingConsumption' | 'hotWaterConsumption') =>
  deviceUses(bill.figures, bill.users.find(({ id }) => id === userId)?.[kind].figure ?? '');

describe('the meters behind a consumption', () => {
  it('add up to the consumption of every user', () => {
    for (const user of bill.users) {
      for (const { figure, value } of [user.heatingConsumption, user.hotWaterConsumption]) {
        const uses = deviceUses(bill.figures, figure);
        expect(uses.length).toBeGreaterThan(0);
        expect(toDecimal(sum(uses.map((use) => use.consumption.value)), 6)).toBe(
          toDecimal(bill.figures.get(figure)?.value ?? rational(0), 6),
        );
        expect(Number(value)).toBeGreaterThan(0);
      }
    }
  });

  it('tell readings, difference and factor that explain each consumption', () => {
    const [use] = usesOf('u0001-1', 'heatingConsumption');
    expect(use).toMatchObject({
      device: 'u0001-0',
      opening: { date: '2024-12-31', value: rational(1000) },
      closing: { date: '2025-12-31', value: rational(1137) },
      difference: rational(137),
      factor: rational(5, 4),
      isEstimated: false,
      isPartByTime: false,
    });
  });

  it('end at the interim reading of a user who left and begin there for the next', () => {
    const [leaving] = usesOf('u0000-1', 'hotWaterConsumption');
    const [coming] = usesOf('u0000-2', 'hotWaterConsumption');
    expect(leaving?.closing?.date).toBe('2025-09-30');
    expect(coming?.opening).toEqual(leaving?.closing);
  });

  it('mark what was determined, which has no readings', () => {
    const estimated = usesOf('u0002-1', 'heatingConsumption').filter((use) => use.isEstimated);
    expect(estimated).toMatchObject([{ device: 'u0002-1', opening: null, closing: null, difference: null }]);
  });

  it('say when a consumption was split by time, for nobody read the meter in between', () => {
    const shared = usesOf('u0004-1', 'heatingConsumption');
    expect(shared.every((use) => use.isPartByTime)).toBe(true);
  });

  it('begin at zero where a register starts again after its key date', () => {
    const devices = given.devices.map((device) =>
      device.id === 'u0001-0'
        ? {
            ...device,
            resetsOn: '12-31',
            readings: [
              { date: '2024-12-31', value: 900, quality: 'measured' as const },
              { date: '2025-12-31', value: 137, quality: 'measured' as const },
            ],
          }
        : device,
    );
    const reset = billOf({ ...given, devices: devices as typeof given.devices });
    const figure = reset.users.find(({ id }) => id === 'u0001-1')?.heatingConsumption.figure ?? '';
    expect(deviceUses(reset.figures, figure)[0]).toMatchObject({
      opening: null,
      closing: { value: rational(137) },
      difference: rational(137),
    });
  });
});
