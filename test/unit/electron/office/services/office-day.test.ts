import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, plainDateOf } from '#shared/model/plain-date.ts';
import { officeDayOf, officeInstantOf } from '#office/services/office-day.ts';

it.each([
  ['2025-12-31T22:59:59Z', '2025-12-31'],
  ['2025-12-31T23:00:00Z', '2026-01-01'],
  ['2025-03-30T00:30:00Z', '2025-03-30'],
  ['2025-07-01T21:59:59Z', '2025-07-01'],
  ['2025-07-01T22:00:00Z', '2025-07-02'],
])('at %s it is %s in the office, whatever zone the machine is in', (instant, day) => {
  expect(officeDayOf(new Date(instant))).toBe(day);
});

const CLOCK = new Intl.DateTimeFormat('de-DE', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  minute: '2-digit',
});

it('finds the instant at which the office’s clocks show a time, on every day of ten years', () => {
  const first = plainDateOf('2021-01-01');
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3651 }).map((days) => addDays(first, days)),
      fc.integer({ min: 0, max: 1439 }),
      (day, minutes) => {
        const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
        const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
        const instant = officeInstantOf(day, time);
        expect(officeDayOf(instant)).toBe(day);
        // What spring skips is shown an hour later; it begins at two.
        if (hour !== 2) expect(CLOCK.format(instant)).toBe(time);
      },
    ),
  );
});

it.each([
  ['2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
])('takes %s %s, on a day the clocks change, as %s', (day, time, instant) => {
  expect(officeInstantOf(plainDateOf(day), time).toISOString()).toBe(instant);
});
