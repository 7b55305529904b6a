import { UTCDateMini } from '@date-fns/utc';
import { addDays as addDaysOfLibrary, differenceInCalendarDays } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  countDays,
  dayOfInstant,
  daysInMonth,
  lastDayOfMonth,
  monthOf,
  parsePlainDate,
  plainDateOf,
  yearOf,
} from '#shared/model/plain-date.ts';

const FIRST = plainDateOf('1970-01-01');
const day = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(FIRST, days));

describe('a plain date', () => {
  it('is a day that exists, written year, month, day', () => {
    expect(parsePlainDate('2024-02-29')).toBe('2024-02-29');
    for (const text of [
      '2025-02-29',
      '2025-13-01',
      '2025-00-10',
      '2025-04-31',
      '2025-4-1',
      '31.12.2025',
      '',
      '2025-01-00',
    ])
      expect(parsePlainDate(text)).toBeNull();
    expect(() => plainDateOf('heute')).toThrow(RangeError);
  });

  it('counts days as the calendar library does, over leap days and clock changes', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -20_000, max: 20_000 }), (from, days) => {
        const later = addDays(from, days);
        const utc = new UTCDateMini(`${from}T00:00:00Z`);
        expect(later).toBe(addDaysOfLibrary(utc, days).toISOString().slice(0, 10));
        expect(countDays(from, later)).toBe(
          differenceInCalendarDays(new UTCDateMini(`${later}T00:00:00Z`), utc) + 1,
        );
        expect(addDays(later, -days)).toBe(from);
      }),
    );
    expect(countDays(plainDateOf('2024-01-01'), plainDateOf('2024-12-31'))).toBe(366);
  });

  it('adds months to the last day a month has', () => {
    expect(addMonths(plainDateOf('2024-01-31'), 1)).toBe('2024-02-29');
    expect(addMonths(plainDateOf('2025-12-31'), 12)).toBe('2026-12-31');
    expect(addMonths(plainDateOf('2025-03-31'), -1)).toBe('2025-02-28');
  });

  it('knows its month and the month’s end', () => {
    expect([yearOf(plainDateOf('2025-09-30')), monthOf(plainDateOf('2025-09-30'))]).toEqual([2025, 9]);
    expect(lastDayOfMonth(plainDateOf('2028-02-03'))).toBe('2028-02-29');
    expect(daysInMonth(2025, 2)).toBe(28);
  });

  it('of an instant is the one in Greenwich, whatever the machine’s zone', () => {
    expect(dayOfInstant(new Date('2025-12-31T23:59:59Z'))).toBe('2025-12-31');
  });
});
