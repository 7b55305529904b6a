import { describe, expect, it } from 'vitest';
import { device as deviceSchema, type Device } from '#shared/billing/case/devices.ts';
import { measureDevice } from '#shared/billing/device-consumption.ts';
import { Trace } from '#shared/billing/trace.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { toShortDecimal } from '#shared/model/rational.ts';

const YEAR = { from: plainDateOf('2025-01-01'), to: plainDateOf('2025-12-31') };

type Readings = readonly (readonly [string, number])[];

function meter(readings: Readings, more: Record<string, unknown> = {}): Device {
  return deviceSchema.parse({
    id: 'd',
    serial: '4711',
    kind: 'heatMeter',
    register: 'kWh',
    readings: readings.map(([date, value]) => ({ date, value })),
    ...more,
  });
}

function measure(device: Device, cuts: readonly string[] = [], days = YEAR) {
  const { stretches, findings } = measureDevice(new Trace(), device, {
    days,
    cuts: cuts.map(plainDateOf),
    tolerance: 1,
  });
  return {
    used: stretches.map(({ quantity }) => toShortDecimal(quantity.value, 3)),
    until: stretches.map(({ period }) => period.to),
    codes: findings.map(({ code }) => code),
  };
}

describe('a meter over a period', () => {
  it('is read from the eve of the first day to the end of the last', () => {
    expect(
      measure(
        meter([
          ['2024-12-31', 100],
          ['2025-12-31', 350],
        ]),
      ),
    ).toMatchObject({ used: ['250'], codes: [] });
  });

  it('may be read a day off, and says so', () => {
    const found = measure(
      meter([
        ['2025-01-01', 100],
        ['2025-12-31', 350],
      ]),
    );
    expect(found).toMatchObject({ used: ['250'], codes: ['READING_NOT_ON_DAY'] });
  });

  it('misses a reading that is further away', () => {
    expect(
      measure(
        meter([
          ['2025-01-03', 100],
          ['2025-12-31', 350],
        ]),
      ),
    ).toMatchObject({
      used: [],
      codes: ['READING_MISSING'],
    });
  });

  it('is cut at the changes of user it was read at, and at no others', () => {
    const device = meter([
      ['2024-12-31', 0],
      ['2025-03-31', 40],
      ['2025-12-31', 100],
    ]);
    expect(measure(device, ['2025-03-31', '2025-08-31'])).toMatchObject({
      used: ['40', '60'],
      until: ['2025-03-31', '2025-12-31'],
    });
  });

  it('counts an allocator on the unit scale by K, on the product scale as it is, and none without a scale', () => {
    const readings: Readings = [
      ['2024-12-31', 10],
      ['2025-12-31', 510],
    ];
    const allocator = (scale: Record<string, unknown> | undefined) =>
      measure(meter(readings, { kind: 'allocator', register: 'units', ...(scale && { allocator: scale }) }));
    expect(allocator({ scale: 'unit', factor: '1.25' }).used).toEqual(['625']);
    expect(allocator({ scale: 'unit', kq: '2', kc: '0.5', kt: '1.1' }).used).toEqual(['550']);
    expect(allocator({ scale: 'product' }).used).toEqual(['500']);
    expect(allocator({ scale: 'unit' }).codes).toEqual(['ALLOCATOR_FACTOR_MISSING']);
    expect(allocator(undefined).codes).toEqual(['ALLOCATOR_FACTOR_MISSING']);
  });

  it('turns gigajoules into kilowatt-hours exactly', () => {
    const device = meter(
      [
        ['2024-12-31', 0],
        ['2025-12-31', 9],
      ],
      { register: 'GJ' },
    );
    expect(measure(device).used).toEqual(['2500']);
  });

  it('starts again from zero after its key date', () => {
    const atYearEnd = meter(
      [
        ['2024-12-31', 900],
        ['2025-12-31', 300],
      ],
      { resetsOn: '12-31' },
    );
    expect(measure(atYearEnd).used).toEqual(['300']);
    const inApril = meter(
      [
        ['2024-12-31', 500],
        ['2025-04-30', 620],
        ['2025-12-31', 300],
      ],
      { resetsOn: '04-30' },
    );
    expect(measure(inApril).used).toEqual(['420']);
    expect(
      measure(
        meter(
          [
            ['2024-12-31', 500],
            ['2025-12-31', 300],
          ],
          { resetsOn: '04-30' },
        ),
      ).codes,
    ).toEqual(['READING_MISSING']);
  });

  it('needs no reading of the eve when it starts again there: the register is zero', () => {
    const atYearEnd = (...readings: Readings) => measure(meter(readings, { resetsOn: '12-31' }));
    expect(atYearEnd(['2025-12-31', 300])).toMatchObject({ used: ['300'], codes: [] });
    // A reading of New Year's Day already holds what was used on it.
    expect(atYearEnd(['2025-01-01', 2], ['2025-12-31', 300])).toMatchObject({ used: ['300'], codes: [] });
    expect(measure(meter([['2025-12-31', 300]], { resetsOn: '12-30' })).codes).toEqual(['READING_MISSING']);
  });

  it('must not run backwards', () => {
    expect(
      measure(
        meter([
          ['2024-12-31', 500],
          ['2025-12-31', 300],
        ]),
      ),
    ).toMatchObject({
      used: [],
      codes: ['NEGATIVE_CONSUMPTION'],
    });
  });

  it('starts with the reading of the day it was mounted', () => {
    const installedOn = plainDateOf('2025-06-10');
    const device = meter(
      [
        ['2025-06-10', 5],
        ['2025-12-31', 25],
      ],
      { installedOn },
    );
    expect(measure(device, [], { from: installedOn, to: YEAR.to })).toMatchObject({
      used: ['20'],
      codes: [],
    });
  });
});
