import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, monthOf, plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';
import { dayForKey, daysSinceMonday, weeksOfMonth } from '../../../../../renderer/ui/calendar/month.ts';

const anyDay = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((days) => addDays(plainDateOf('2000-01-01'), days));

describe('the month of a calendar', () => {
  it('begins its weeks on Monday and reaches into the neighbouring months', () => {
    const weeks = weeksOfMonth(plainDateOf('2026-11-22'));
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe('2026-10-26');
    expect(weeks[5]?.[6]).toBe('2026-12-06');
  });

  it('fits a February of four whole weeks on four lines', () => {
    expect(weeksOfMonth(plainDateOf('2027-02-14'))).toHaveLength(4);
  });

  it('shows each day of its month once, in order, a week a line, as the clock of the machine counts weekdays', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const weeks = weeksOfMonth(day);
        const days = weeks.flat();
        expect(days).toEqual(days.map((_, index) => addDays(days[0] as PlainDate, index)));
        expect(days.findLast((one) => one.slice(0, 7) === day.slice(0, 7))?.slice(8)).toBe(
          String(new Date(Date.UTC(Number(day.slice(0, 4)), monthOf(day), 0)).getUTCDate()),
        );
        for (const week of weeks) expect(week).toHaveLength(7);
        expect(daysSinceMonday(day)).toBe((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7);
      }),
    );
  });
});

describe('the keys of a calendar', () => {
  const sunday = plainDateOf('2026-11-22');
  it.each([
    ['ArrowLeft', false, '2026-11-21'],
    ['ArrowRight', false, '2026-11-23'],
    ['ArrowUp', false, '2026-11-15'],
    ['ArrowDown', false, '2026-11-29'],
    ['Home', false, '2026-11-16'],
    ['End', false, '2026-11-22'],
    ['PageUp', false, '2026-10-22'],
    ['PageDown', false, '2026-12-22'],
    ['PageUp', true, '2025-11-22'],
    ['PageDown', true, '2027-11-22'],
  ])('%s (Shift %s) leads to %s', (key, isShifted, day) => {
    expect(dayForKey(sunday, key, isShifted)).toBe(day);
  });

  it('leave other keys alone, and end a month at its last day', () => {
    expect(dayForKey(sunday, 'a', false)).toBeNull();
    expect(dayForKey(plainDateOf('2024-01-31'), 'PageDown', false)).toBe('2024-02-29');
  });
});
