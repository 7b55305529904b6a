import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evenSeason, heatSeason } from '#office/demo/season.ts';
import { addDays, plainDateOf } from '#shared/model/plain-date.ts';

const NEW_YEAR = plainDateOf('2025-01-01');
const dayOf2025 = fc.integer({ min: 0, max: 363 }).map((days) => addDays(NEW_YEAR, days));
const yearly = fc.integer({ min: 0, max: 500_000 });

describe.each([
  ['heat', heatSeason],
  ['warm water', evenSeason],
])('the season of %s', (_, season) => {
  it('never runs backwards', () => {
    fc.assert(
      fc.property(yearly, dayOf2025, (total, day) => season(total, day) <= season(total, addDays(day, 1))),
    );
  });

  it('reaches exactly the yearly amount on the last day, leap year or not', () => {
    fc.assert(
      fc.property(
        yearly,
        fc.constantFrom('2024-12-31', '2025-12-31'),
        (total, day) => season(total, plainDateOf(day)) === total,
      ),
    );
  });
});

describe('the two seasons', () => {
  it('part in summer, when water flows and radiators do not', () => {
    const july = plainDateOf('2025-07-31');
    expect(heatSeason(1000, july)).toBe(596);
    expect(evenSeason(1000, july)).toBe(580);
    expect(heatSeason(1000, plainDateOf('2025-01-31'))).toBe(170);
  });
});
