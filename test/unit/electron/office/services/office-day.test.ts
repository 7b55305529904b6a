import { expect, it } from 'vitest';
import { officeDayOf } from '#office/services/office-day.ts';

it.each([
  ['2025-12-31T22:59:59Z', '2025-12-31'],
  ['2025-12-31T23:00:00Z', '2026-01-01'],
  ['2025-03-30T00:30:00Z', '2025-03-30'],
  ['2025-07-01T21:59:59Z', '2025-07-01'],
  ['2025-07-01T22:00:00Z', '2025-07-02'],
])('at %s it is %s in the office, whatever zone the machine is in', (instant, day) => {
  expect(officeDayOf(new Date(instant))).toBe(day);
});
