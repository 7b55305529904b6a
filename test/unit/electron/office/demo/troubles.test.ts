import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownHouse } from '#office/demo/demo-source.ts';
import { radiosOf } from '#office/demo/house-traffic.ts';
import { TROUBLES_BEGIN, type Troubles } from '#office/demo/troubles.ts';
import { DEMO_PERIOD } from '#office/demo/property.ts';
import { addDays, plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';

const openings = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(TROUBLES_BEGIN, days));

function troublesAt(openedOn: PlainDate): Troubles {
  const { troubles } = shownHouse(openedOn);
  if (troubles === null) throw new Error('this day has its troubles');
  return troubles;
}

describe('the troubles of the shown house', () => {
  it('are none while they would reach into the billed year', () => {
    expect(shownHouse(addDays(TROUBLES_BEGIN, -1)).troubles).toBeNull();
  });

  it('leave every value of the billed year as it was, also what meters froze at its end', () => {
    fc.assert(
      fc.property(openings, fc.integer({ min: 0, max: 90 }), (openedOn, daysAgo) => {
        const { house } = shownHouse(openedOn);
        const own = new Map(radiosOf(house).map((radio) => [radio.address.id, radio]));
        for (const radio of troublesAt(openedOn).radiosOn(addDays(openedOn, -daysAgo))) {
          const sound = own.get(radio.address.id);
          for (const day of [DEMO_PERIOD.from, plainDateOf('2025-06-30'), DEMO_PERIOD.to])
            expect(radio.registerAt(day)).toBe(sound === undefined ? 0n : sound.registerAt(day));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('never show a register that a display cannot, from the year before the bill on', () => {
    fc.assert(
      fc.property(openings, fc.integer({ min: 0, max: 1200 }), (openedOn, days) => {
        const day = addDays(plainDateOf('2023-12-31'), days);
        for (const radio of troublesAt(openedOn).radiosOn(openedOn)) {
          expect(radio.registerAt(day)).toBeGreaterThanOrEqual(0n);
          expect(radio.registerAt(day)).toBeLessThan(100_000_000n);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('put meters of the same make in the place of others, with a number nobody has', () => {
    const openedOn = plainDateOf('2026-11-22');
    const { house } = shownHouse(openedOn);
    const numbers = new Set(radiosOf(house).map(({ address }) => address.id));
    const { exchanges, radiosOn } = troublesAt(openedOn);
    for (const { old, radio, lastDay } of exchanges) {
      expect(radio.address).toEqual({ ...old.address, id: radio.address.id });
      expect(numbers.has(radio.address.id)).toBe(false);
      const heardOn = (day: PlainDate) =>
        radiosOn(day).some(({ address }) => address.id === radio.address.id);
      expect([heardOn(lastDay), heardOn(addDays(lastDay, 1))]).toEqual([false, true]);
      expect(radio.registerAt(lastDay)).toBe(0n);
    }
    expect(exchanges.map(({ deliveredKey, radio }) => deliveredKey?.equals(radio.key) ?? null)).toEqual([
      null,
      false,
    ]);
  });
});
