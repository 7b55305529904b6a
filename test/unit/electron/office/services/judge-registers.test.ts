import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeRegister, type RegisterFacts } from '#office/services/judge-registers.ts';
import type { RegisterPoint } from '#office/store/meter-signs.ts';
import type { RegisterUnit } from '#shared/model/reading.ts';
import { addDays, plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';

const TODAY = plainDateOf('2026-02-15');

function point(day: PlainDate, amount: number, unit: RegisterUnit): RegisterPoint {
  return { day, amount, value: { mantissa: BigInt(amount), exponent: 0, unit }, isManual: false };
}

/** One reading a day until today, given oldest first. */
function daily(amounts: readonly number[], unit: RegisterUnit, last: PlainDate = TODAY): RegisterPoint[] {
  return amounts
    .map((amount, index) => point(addDays(last, index - amounts.length + 1), amount, unit))
    .toReversed();
}

function facts(recent: readonly RegisterPoint[], change: Partial<RegisterFacts> = {}): RegisterFacts {
  return { kind: 'heatMeter', dueDay: null, recent, earlier: null, isInUse: true, ...change };
}

const found = (given: RegisterFacts) => judgeRegister(given).map(({ finding, since }) => [finding, since]);

describe('registers', () => {
  it('that only rise evenly say nothing', () => {
    const steps = fc.array(fc.integer({ min: 900, max: 1_100 }), { minLength: 5, maxLength: 30 });
    fc.assert(
      fc.property(steps, (rises) => {
        let amount = 1_000_000;
        const amounts = rises.map((rise) => (amount += rise));
        expect(found(facts(daily(amounts, 'Wh')))).toEqual([]);
      }),
    );
  });

  it('that fall went back, from the day on which they fell', () => {
    expect(found(facts(daily([500, 510, 90, 95], 'm3')))).toEqual([['wentBack', '2026-02-14']]);
  });

  it('of an allocator may fall at its due date, and only there', () => {
    const newYear = daily([980, 990, 1_000, 2, 4], 'HCA', plainDateOf('2026-01-02'));
    const allocator = { kind: 'allocator', dueDay: '12-31' } as const;
    expect(found(facts(newYear, allocator))).toEqual([]);
    expect(found(facts(newYear, { ...allocator, dueDay: '04-30' }))).toEqual([['wentBack', '2026-01-01']]);
    expect(found(facts(newYear, { ...allocator, dueDay: null }))).toEqual([['wentBack', '2026-01-01']]);
  });

  it('that rise twenty times faster than usual leapt; a little more is weather', () => {
    expect(found(facts(daily([100, 110, 120, 130, 140, 900], 'm3')))).toEqual([['leap', '2026-02-15']]);
    expect(found(facts(daily([100, 110, 120, 130, 140, 280], 'm3')))).toEqual([]);
    // Twenty times nothing is still nothing worth a visit.
    expect(found(facts(daily([100, 100, 100, 100, 100, 104], 'm3')))).toEqual([]);
  });

  it('that stand for two months in a used flat stand still, heat only in the heating season', () => {
    const earlier = (unit: RegisterUnit) => point(addDays(TODAY, -61), 700, unit);
    const still = daily([700, 700, 700], 'm3');
    const water = { kind: 'warmWaterMeter', earlier: earlier('m3') } as const;
    expect(found(facts(still, water))).toEqual([['standstill', '2025-12-16']]);
    expect(found(facts(still, { ...water, isInUse: false }))).toEqual([]);
    expect(found(facts(daily([700, 700, 701], 'm3'), water))).toEqual([]);
    const heat = daily([700, 700], 'Wh');
    expect(found(facts(heat, { earlier: earlier('Wh') }))).toEqual([['standstill', '2025-12-16']]);
    const summer = daily([700, 700], 'Wh', plainDateOf('2025-08-20'));
    const june = point(plainDateOf('2025-06-10'), 700, 'Wh');
    expect(found(facts(summer, { earlier: june }))).toEqual([]);
  });

  it('stand still by the morning after sixty days, when the newest value is last night’s', () => {
    const water = (days: number) => ({
      kind: 'warmWaterMeter' as const,
      earlier: point(addDays(TODAY, -days), 700, 'm3'),
    });
    const lastNight = daily([700, 700, 700], 'm3', addDays(TODAY, -1));
    expect(found(facts(lastNight, water(60)))).toEqual([['standstill', addDays(TODAY, -60)]]);
    expect(found(facts(lastNight, water(59)))).toEqual([]);
  });

  it('of an allocator never stand still: a closed radiator looks the same in summer and in winter', () => {
    const earlier = point(addDays(TODAY, -90), 12, 'HCA');
    expect(found(facts(daily([12, 12, 12], 'HCA'), { kind: 'allocator', earlier }))).toEqual([]);
  });
});
