import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restrict, splitCo2, stepFor } from '#shared/billing/co2-split.ts';
import { Trace } from '#shared/billing/trace.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { multiply, ONE, rational, toFraction, ZERO } from '#shared/model/rational.ts';

const YEAR = { from: plainDateOf('2025-01-01'), to: plainDateOf('2025-12-31') };
const UNRESTRICTED = { building: false, supply: false };

function split(kg: number, areaM2: number, costCents: number, period = YEAR) {
  const trace = new Trace();
  return splitCo2(trace, {
    kg: trace.given('kg', 'CO2_KG', rational(kg), 'kg'),
    cost: trace.given('cost', 'CO2_AMOUNT', rational(costCents), 'ct'),
    area: trace.given('area', 'AREA', rational(areaM2), 'm2'),
    period,
    use: 'residential',
    agreedLandlordShare: null,
    restrictions: UNRESTRICTED,
  });
}

describe('the CO2 split', () => {
  it.each([
    [119, 10, '0'],
    [120, 10, '1/10'],
    [169, 10, '1/10'],
    [170, 10, '1/5'],
    [270, 10, '2/5'],
    [519, 10, '4/5'],
    [520, 10, '19/20'],
  ])(
    'puts %i tenths of a kilogram a square metre into the step of the landlord’s share',
    (value, per, share) => {
      expect(toFraction(stepFor(rational(value, per), ONE).landlordShare)).toBe(share);
    },
  );

  it('rounds to one decimal before it classifies: 11.95 is 12.0', () => {
    expect(toFraction(split(1195, 100, 10_000).landlordShare.value)).toBe('1/10');
    expect(toFraction(split(1194, 100, 10_000).landlordShare.value)).toBe('0');
  });

  it('shortens the bounds for a short period, and never lengthens them', () => {
    const halfYear = { from: plainDateOf('2025-01-01'), to: plainDateOf('2025-06-30') };
    expect(toFraction(split(1950, 100, 30_000, halfYear).landlordShare.value)).toBe('3/5');
    const leapYear = { from: plainDateOf('2024-01-01'), to: plainDateOf('2024-12-31') };
    expect(toFraction(split(1950, 100, 30_000, leapYear).landlordShare.value)).toBe('1/5');
  });

  it('halves the landlord’s share for one obstacle and leaves nothing of it for both', () => {
    const trace = new Trace();
    const share = trace.given('share', 'CO2_STEP', rational(95, 100), 'ratio');
    expect(toFraction(restrict(trace, 'one', share, { building: true, supply: false }).value)).toBe('19/40');
    expect(restrict(trace, 'both', share, { building: true, supply: true }).value).toEqual(ZERO);
  });

  it('always splits the whole cost, and never gives either side a negative part', () => {
    fc.assert(
      fc.property(
        fc.nat(200_000),
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(10_000_000),
        (kg, area, cents) => {
          const { landlord, tenants } = split(kg, area, cents);
          expect(Number(landlord.value.numerator) + Number(tenants.value.numerator)).toBe(cents);
          expect(landlord.value.numerator >= 0n && tenants.value.numerator >= 0n).toBe(true);
        },
      ),
    );
  });

  it('never lowers the landlord’s share when emissions rise', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (one, more) => {
        const [low, high] = [stepFor(rational(one, 10), ONE), stepFor(rational(one + more, 10), ONE)];
        const difference =
          multiply(high.landlordShare, rational(100)).numerator -
          multiply(low.landlordShare, rational(100)).numerator;
        expect(difference >= 0n).toBe(true);
      }),
    );
  });
});
