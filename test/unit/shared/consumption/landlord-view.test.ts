import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landlordView, LEAST_UNITS, type GivenSum, type UnitUse } from '#shared/consumption/landlord-view.ts';
import { rankOf } from '#shared/consumption/released-sums.ts';
import { monthAround } from '#shared/consumption/reference-periods.ts';
import type { Period } from '#shared/model/period.ts';
import { plainDateOf } from '#shared/model/plain-date.ts';
import { add, compare, rational } from '#shared/model/rational.ts';

function month(number: number): Period {
  return monthAround(plainDateOf(`2025-${String(number).padStart(2, '0')}-01`));
}

const JANUARY = month(1);

function flats(count: number, vacant: readonly number[] = []): UnitUse[] {
  return Array.from({ length: count }, (_, index) => ({
    unit: `u${index}`,
    quantity: rational(10 + index),
    isVacant: vacant.includes(index),
  }));
}

const ask = (
  building: readonly UnitUse[],
  chosen: readonly string[] | null,
  given: readonly GivenSum[] = [],
) => landlordView({ building, chosen, period: JANUARY, given });

/** A building, and a sequence of questions about it. */
const questions = fc
  .record({
    size: fc.integer({ min: 1, max: 8 }),
    vacant: fc.array(fc.nat(7), { maxLength: 2 }),
    asked: fc.array(
      fc.record({
        chosen: fc.option(fc.uniqueArray(fc.nat(7), { maxLength: 8 })),
        month: fc.integer({ min: 1, max: 3 }),
        until: fc.integer({ min: 1, max: 3 }),
        silent: fc.array(fc.nat(7), { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 7 },
    ),
  })
  .map(({ size, vacant, asked }) => ({ building: flats(size, vacant), asked }));

/** Runs the sequence; what was shown is given, as after an export. */
function givenBy({
  building,
  asked,
}: {
  building: UnitUse[];
  asked: { chosen: number[] | null; month: number; until: number; silent: number[] }[];
}) {
  const given: GivenSum[] = [];
  for (const { chosen, month: from, until, silent } of asked) {
    const period = { from: month(Math.min(from, until)).from, to: month(Math.max(from, until)).to };
    const present = building.map((use, index) => (silent.includes(index) ? { ...use, quantity: null } : use));
    const answer = landlordView({
      building: present,
      chosen: chosen && chosen.map((index) => `u${index}`),
      period,
      given,
    });
    if (answer.state === 'shown' && !answer.wasGiven)
      given.push({ units: answer.units, period, quantity: answer.quantity });
  }
  return given;
}

/** Every sum as a row over (unit, month); whether the unit's own columns can be reached is asked of the rank. */
function tellsApart(
  given: readonly GivenSum[],
  building: readonly UnitUse[],
  hidden: readonly string[],
): boolean {
  const units = building.filter(({ isVacant }) => !isVacant).map(({ unit }) => unit);
  const row = (of: readonly string[]) =>
    given.map(({ units: summed, period }) =>
      of.flatMap((unit) =>
        [1, 2, 3].map((name): 0 | 1 =>
          summed.includes(unit) && period.from <= month(name).from && month(name).from <= period.to ? 1 : 0,
        ),
      ),
    );
  return rankOf(row(units.filter((unit) => !hidden.includes(unit)))) < rankOf(row(units));
}

describe('the landlord’s view', () => {
  it('is a sum over three let units or more, or over the whole of a smaller building', () => {
    fc.assert(
      fc.property(questions, (given) => {
        const letUnits = new Set(given.building.filter(({ isVacant }) => !isVacant).map(({ unit }) => unit));
        for (const { units } of givenBy(given)) {
          const own = units.filter((unit) => letUnits.has(unit)).length;
          expect(own >= LEAST_UNITS || units.length === given.building.length).toBe(true);
        }
      }),
    );
  });

  it('gives away no unit and no pair of units, whatever is added to or taken from what', () => {
    fc.assert(
      fc.property(questions, (given) => {
        const { building } = given;
        const letUnits = building.filter(({ isVacant }) => !isVacant).map(({ unit }) => unit);
        if (letUnits.length < LEAST_UNITS) return;
        const sums = givenBy(given);
        for (const [index, unit] of letUnits.entries()) {
          expect(tellsApart(sums, building, [unit])).toBe(false);
          for (const other of letUnits.slice(index + 1))
            expect(tellsApart(sums, building, [unit, other])).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('refuses two sums that differ by one unit', () => {
    const building = flats(5);
    const whole = ask(building, null);
    expect(whole).toMatchObject({ state: 'shown', quantity: rational(60) });
    const given = [{ units: building.map(({ unit }) => unit), period: JANUARY, quantity: rational(60) }];
    expect(ask(building, ['u0', 'u1', 'u2', 'u3'], given)).toEqual({
      state: 'refused',
      because: 'difference',
    });
    expect(ask(building, ['u0', 'u1', 'u2'], given)).toEqual({ state: 'refused', because: 'difference' });
  });

  it('refuses a later sum that a late meter would give away, and repeats what was given', () => {
    const building = flats(5);
    const silent = building.map((use) => (use.unit === 'u4' ? { ...use, quantity: null } : use));
    const first = ask(silent, null);
    if (first.state !== 'shown') throw new Error('four units may be summed');
    const given = [{ units: first.units, period: JANUARY, quantity: first.quantity }];
    expect(ask(building, null, given)).toEqual({ state: 'refused', because: 'difference' });
    const corrected = silent.map((use) =>
      use.quantity === null ? use : { ...use, quantity: add(use.quantity, rational(1)) },
    );
    expect(ask(corrected, null, given)).toMatchObject({ wasGiven: true, quantity: first.quantity });
  });

  it('sees through months that add up to a longer stretch', () => {
    const building = flats(4);
    const units = building.map(({ unit }) => unit);
    const given = [1, 2].map((name) => ({ units, period: month(name), quantity: rational(46) }));
    const period = { from: month(1).from, to: month(2).to };
    const chosen = ['u0', 'u1', 'u2'];
    expect(landlordView({ building, chosen, period, given })).toEqual({
      state: 'refused',
      because: 'difference',
    });
    expect(landlordView({ building, chosen, period, given: given.slice(1) }).state).toBe('shown');
  });

  it('takes whole months only: a few days more or less would almost give a unit away', () => {
    const period = { from: JANUARY.from, to: plainDateOf('2025-01-30') };
    expect(landlordView({ building: flats(5), chosen: null, period, given: [] })).toEqual({
      state: 'refused',
      because: 'notMonths',
    });
  });

  it('lets a vacancy hide nobody', () => {
    expect(ask(flats(3, [2]), ['u0', 'u1', 'u2'])).toMatchObject({ state: 'shown' });
    expect(ask(flats(4, [3]), ['u0', 'u1', 'u3'])).toEqual({ state: 'refused', because: 'tooFew' });
  });

  it('shows nothing where nothing is known', () => {
    const silent = flats(4).map((use) => ({ ...use, quantity: null }));
    expect(ask(silent, null)).toEqual({ state: 'refused', because: 'nothing' });
  });

  it('adds up exactly', () => {
    const answer = ask(flats(6), null);
    expect(answer.state === 'shown' && compare(answer.quantity, rational(75))).toBe(0);
  });
});
