import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendingInstants, shownInstants } from '#office/demo/house-traffic.ts';
import { addDays, countDays, dayOfInstant, plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';

const OPENED_ON = plainDateOf('2026-11-22');
const openings = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(plainDateOf('2026-01-03'), days));

function morningOf(day: PlainDate): Date {
  return new Date(`${day}T08:00:00Z`);
}

function daysShown(openedOn: PlainDate, now = morningOf(openedOn)): PlainDate[] {
  return shownInstants(openedOn, now).map(dayOfInstant);
}

describe('the days on which the shown house is heard', () => {
  it('hold every day of the bill, in their order and once each', () => {
    fc.assert(
      fc.property(openings, (openedOn) => {
        const shown = shownInstants(openedOn, morningOf(openedOn)).map((at) => at.getTime());
        expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => a - b));
        for (const at of sendingInstants()) expect(shown).toContain(at.getTime());
      }),
      { numRuns: 20 },
    );
  });

  it('begin a year before the bill and go on to the night before', () => {
    const shown = daysShown(OPENED_ON);
    expect(shown.slice(0, 12)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
      '2024-06-30',
      '2024-07-31',
      '2024-08-31',
      '2024-09-30',
      '2024-10-31',
      '2024-11-30',
      '2024-12-31',
    ]);
    expect(shown.at(-1)).toBe('2026-11-21');
    expect(shown.slice(-28).map((day) => countDays(day, OPENED_ON) - 1)).toEqual(
      Array.from({ length: 28 }, (_, index) => 28 - index),
    );
    const later = shown.filter((day) => day > '2026-01-02');
    for (let month = 1; month <= 10; month += 1)
      expect(later.some((day) => day.startsWith(`2026-${String(month).padStart(2, '0')}`))).toBe(true);
  });

  it('only grow when the clock moves on: what was sent keeps its number', () => {
    fc.assert(
      fc.property(openings, fc.integer({ min: 0, max: 40 }), (openedOn, days) => {
        const before = daysShown(openedOn);
        const after = daysShown(openedOn, morningOf(addDays(openedOn, days)));
        expect(after.slice(0, before.length)).toEqual(before);
        expect(after).toHaveLength(before.length + days);
      }),
      { numRuns: 20 },
    );
  });
});
