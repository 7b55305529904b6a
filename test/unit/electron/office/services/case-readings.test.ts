import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  caseRegisterOf,
  caseValueOf,
  lastReadBefore,
  pickReadings,
  toCaseReading,
} from '#office/services/case-readings.ts';
import type { StoredReading } from '#office/store/readings.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { addDays, plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
import { toFraction } from '#shared/model/rational.ts';

let nextId = 1;

function reading(date: string | null, change: Partial<StoredReading> = {}): StoredReading {
  const id = nextId++;
  return {
    id,
    meterId: 1 as MeterId,
    register: 'current',
    quantity: 'allocation',
    value: { mantissa: BigInt(id), exponent: 0, unit: 'HCA' },
    date: date === null ? null : plainDateOf(date),
    dateInferred: false,
    storage: 0,
    origin: { telegramId: id },
    ...change,
  };
}

const closing = plainDateOf('2025-12-31');

describe('picking the readings of a bill', () => {
  it('prefers the value the meter froze on its due date to one that was sent that day', () => {
    const sent = reading('2025-12-31');
    const frozen = reading('2025-12-31', { register: 'dueDate', storage: 1 });
    expect(pickReadings([sent, frozen], [closing], 0)).toEqual([frozen]);
    expect(pickReadings([frozen, sent], [closing], 0)).toEqual([frozen]);
  });

  it('prefers a day that was transmitted to one that was worked out', () => {
    const inferred = reading('2025-12-31', { register: 'dueDate', dateInferred: true });
    const sent = reading('2025-12-31');
    expect(pickReadings([inferred, sent], [closing], 0)).toEqual([sent]);
  });

  it('takes the later of two that were sent on the same day', () => {
    const [morning, evening] = [reading('2025-12-31'), reading('2025-12-31')];
    expect(pickReadings([morning, evening], [closing], 0)).toEqual([evening]);
  });

  it('goes to the nearest day within the tolerance, and no further', () => {
    const readings = [reading('2025-12-28'), reading('2026-01-02')];
    expect(pickReadings(readings, [closing], 2).map(({ date }) => date)).toEqual(['2026-01-02']);
    expect(pickReadings(readings, [closing], 1)).toEqual([]);
  });

  it('leaves out what has no day, and gives each day once and in order', () => {
    const days = fc
      .array(fc.integer({ min: 0, max: 40 }), { maxLength: 30 })
      .map((offsets) => offsets.map((offset) => addDays(plainDateOf('2025-12-01'), offset)));
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 5 }), (present, wanted, tolerance) => {
        const picked = pickReadings(
          [reading(null), ...present.map((day) => reading(day))],
          wanted,
          tolerance,
        ).map(({ date }) => date ?? 'no day');
        expect(picked).toEqual([...new Set(picked)].toSorted());
        expect(picked).not.toContain('no day');
        for (const day of wanted) if (present.includes(day)) expect(picked).toContain(day);
      }),
    );
  });
});

describe('a reading in a case', () => {
  it('keeps the exact value and says which telegram or entry it came from', () => {
    const day: PlainDate = closing;
    const heat = reading(day, {
      value: { mantissa: 123_456n, exponent: 1, unit: 'Wh' },
      origin: { telegramId: 77 },
    });
    expect(toCaseReading(heat, day)).toEqual({
      date: day,
      value: '1234.56',
      origin: { kind: 'telegram', id: '77' },
      quality: 'measured',
    });
    const noted = reading(day, {
      register: 'dueDate',
      value: { mantissa: 5n, exponent: -3, unit: 'm3' },
      origin: { manualEntryId: 4 },
    });
    expect(toCaseReading(noted, day)).toMatchObject({
      value: '0.005',
      origin: { kind: 'manual', id: '4' },
      quality: 'dueDate',
    });
  });

  it('is in the unit the case names, also for joules', () => {
    expect(caseRegisterOf('J')).toBe('GJ');
    expect(toFraction(caseValueOf({ mantissa: 25n, exponent: 7, unit: 'J' }))).toBe('1/4');
    expect(caseRegisterOf('HCA')).toBe('units');
  });
});

describe('the last day a meter was heard', () => {
  it('counts what was sent, not what was frozen, and how long ago that is', () => {
    const readings = [
      reading('2025-10-13'),
      reading('2025-12-31', { register: 'dueDate' }),
      reading('2026-01-05'),
    ];
    expect(lastReadBefore(readings, closing)).toEqual({ day: '2025-10-13', daysAgo: 79 });
    expect(lastReadBefore([], closing)).toBeNull();
  });
});
