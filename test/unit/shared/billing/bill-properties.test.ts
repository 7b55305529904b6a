/** What holds for every bill, on thousands of random houses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Bill } from '#shared/billing/bill.ts';
import { billProperty } from '#shared/billing/bill-property.ts';
import { billingCaseSchema, type BillingCase } from '#shared/billing/billing-case.ts';
import { billDocument } from '#shared/billing/result-document.ts';
import { preciseValue } from '#shared/billing/trace.ts';
import { toNumber } from '#shared/model/rational.ts';
import { oracleBill } from './oracle.ts';
import { randomBuilding, seededNumbers } from './random-building.ts';

const RUNS = { numRuns: 300 };

/** A house of some units from a seed, in any year and convention. */
const houses = fc
  .record({
    seed: fc.integer(),
    units: fc.integer({ min: 1, max: 9 }),
    year: fc.constantFrom(2023, 2024, 2025, 2028),
    rounding: fc.constantFrom('largestRemainder' as const, 'halfUpLandlordBearsRest' as const),
    table: fc.constantFrom('summer92' as const, 'summerThirds' as const, 'summer141313' as const),
    heatingBase: fc.constantFrom('degreeDays' as const, 'days' as const),
  })
  .map(({ seed, ...plan }) => randomBuilding({ ...plan, next: seededNumbers(seed) }));

/** Billed, or null where the dice gave a house nobody can bill, such as one without any consumption. */
function tryBill(given: BillingCase): Bill | null {
  const outcome = billProperty(given);
  return outcome.kind === 'billed' ? outcome.bill : null;
}

function billed(given: BillingCase): Bill {
  const bill = tryBill(given);
  if (!bill) throw new Error('refused');
  return bill;
}

/** The result as it would be kept, or the findings that refuse it. */
function written(given: BillingCase): string {
  const outcome = billProperty(given);
  return JSON.stringify(outcome.kind === 'billed' ? billDocument(outcome.bill) : outcome.findings);
}

/** The positions of every user, by id. */
function positions(bill: Bill): Record<string, unknown> {
  return Object.fromEntries(
    bill.users.map(({ id, heating, hotWater, co2, labour, total }) => [
      id,
      { heating, hotWater, co2, labour, total },
    ]),
  );
}

function holdsFor(check: (given: BillingCase, bill: Bill) => void): void {
  fc.assert(
    fc.property(houses, (given) => {
      const bill = tryBill(given);
      if (bill) check(given, bill);
    }),
    RUNS,
  );
}

const shuffled = <T>(items: readonly T[], next: (below: number) => number): T[] =>
  items
    .map((item) => ({ item, key: next(1_000_000) }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);

describe('every bill', () => {
  it('closes to the cent: bills, vacancies and the landlord’s shares are the invoices', () => {
    holdsFor((given, bill) => {
      expect(bill.proof.difference).toBe(0);
      const invoiced = given.costs.reduce((total, cost) => total + Math.round(Number(cost.amount) * 100), 0);
      expect(bill.proof.invoices).toBe(invoiced);
    });
  });

  it('closes every pot over units and over users', () => {
    holdsFor((given, bill) => {
      for (const pot of bill.pots) {
        expect(pot.base + pot.consumption).toBe(pot.total);
        for (const position of ['base', 'consumption'] as const) {
          const [units, users] = [bill.units, bill.users].map((lines) =>
            lines.reduce((total, line) => total + line[pot.pot][position], 0),
          );
          expect(users).toBe(units);
          if (given.rules.rounding === 'largestRemainder') expect(units).toBe(pot[position]);
        }
      }
      const total = bill.users.reduce((sum, user) => sum + user.total, 0);
      const pots = bill.pots.reduce((sum, pot) => sum + pot.total, 0);
      expect(total + bill.proof.landlordRounding).toBe(pots);
    });
  });

  it('distributes the tenants’ CO2 costs and the landlord’s relief completely', () => {
    holdsFor((_, bill) => {
      const total = (name: 'tenant' | 'relief'): number =>
        bill.users.reduce((sum, user) => sum + user.co2[name], 0);
      expect(total('tenant')).toBe(bill.co2?.tenants);
      expect(total('relief')).toBe(bill.co2?.landlord);
    });
  });

  it('does not depend on the order in which units, users, devices and invoices are written', () => {
    fc.assert(
      fc.property(houses, fc.integer(), (given, seed) => {
        const next = seededNumbers(seed);
        const mixed: BillingCase = {
          ...given,
          units: shuffled(given.units, next),
          tenancies: shuffled(given.tenancies, next),
          costs: shuffled(given.costs, next),
          devices: shuffled(given.devices, next).map((device) => ({
            ...device,
            readings: shuffled(device.readings, next),
          })),
        };
        expect(written(mixed)).toBe(written(given));
      }),
      { numRuns: 100 },
    );
  });

  it('does not change an amount when things are renamed', () => {
    holdsFor((given, bill) => {
      const renamed: BillingCase = {
        ...given,
        property: { ...given.property, name: 'Anders', landlord: { id: 'x', name: 'Anders' } },
        units: given.units.map((unit) => ({ ...unit, label: `neu ${unit.label}` })),
        tenancies: given.tenancies.map((tenancy) => ({ ...tenancy, tenant: { id: 'y', name: 'Anders' } })),
        costs: given.costs.map((cost) => ({ ...cost, label: `neu ${cost.label}` })),
      };
      expect(positions(billed(renamed))).toEqual(positions(bill));
    });
  });

  it('leaves everybody else alone when a tenancy is cut in two at an interim reading', () => {
    fc.assert(
      fc.property(houses, fc.integer({ min: 2, max: 364 }), (given, dayOfYear) => {
        const before = tryBill(given);
        const whole = given.tenancies.find(
          (tenancy) =>
            tenancy.to === undefined &&
            given.tenancies.filter(({ unit }) => unit === tenancy.unit).length === 1,
        );
        if (!before || !whole) return;
        const year = Number(given.period.from.slice(0, 4));
        const [cut, next] = [dayOfYear, dayOfYear + 1].map((day) =>
          new Date(Date.UTC(year, 0, day)).toISOString().slice(0, 10),
        );
        const split = billingCaseSchema.parse({
          ...given,
          devices: given.devices.map((device) =>
            device.unit === whole.unit ? withReadingBetween(device, cut ?? '') : device,
          ),
          tenancies: [
            ...given.tenancies.filter((tenancy) => tenancy !== whole),
            { ...whole, to: cut },
            { ...whole, id: `${whole.id}-new`, from: next },
          ],
        });
        // Rounded half up, the landlord's vacancy bears the rest: his share may move by cents, no tenant's may.
        const others = (bill: Bill): unknown =>
          Object.entries(positions(bill)).filter(
            ([id]) => !id.startsWith(whole.id) && !id.startsWith('vacancy:'),
          );
        expect(others(billed(split))).toEqual(others(before));
      }),
      RUNS,
    );
  });

  it('charges a unit without consumption its base shares only', () => {
    holdsFor((given) => {
      const [first] = given.units;
      if (!first || given.units.length < 2) return;
      const still: BillingCase = {
        ...given,
        devices: given.devices.map((device) =>
          device.unit === first.id
            ? { ...device, readings: device.readings.map((reading) => ({ ...reading, value: 7 })) }
            : device,
        ),
      };
      const bill = tryBill(still);
      for (const user of bill?.users ?? []) {
        if (user.unit !== first.id || user.kind === 'vacancy') continue;
        expect([user.heating.consumption, user.hotWater.consumption]).toEqual([0, 0]);
        expect(user.heating.base).toBeGreaterThanOrEqual(0);
      }
    });
  });

  it('does not change when all areas double, where no CO2 step moves', () => {
    holdsFor((given) => {
      const withoutCo2: BillingCase = {
        ...given,
        rules: { ...given.rules, co2: { ...given.rules.co2, notApplicable: 'Probe' } },
      };
      const doubled: BillingCase = {
        ...withoutCo2,
        units: withoutCo2.units.map((unit) => ({
          ...unit,
          areas: { living: Number(unit.areas.living) * 2 },
        })),
      };
      expect(positions(billed(doubled))).toEqual(positions(billed(withoutCo2)));
    });
  });

  it('agrees with the floating-point oracle within half a cent before cents are settled', () => {
    holdsFor((given, bill) => {
      const oracle = oracleBill(given);
      expect([...oracle.keys()].toSorted()).toEqual(bill.users.map(({ id }) => id).toSorted());
      for (const { id } of bill.users) {
        const exact = (position: string): number => {
          const figure = bill.figures.get(`user.${id}.${position}`);
          return figure ? toNumber(figure.exact ?? preciseValue(figure)) / 100 : 0;
        };
        const expected = oracle.get(id);
        expect(Math.abs(exact('heating.base') - (expected?.heatingBase ?? 0))).toBeLessThan(0.005);
        expect(Math.abs(exact('heating.consumption') - (expected?.heatingConsumption ?? 0))).toBeLessThan(
          0.005,
        );
        expect(Math.abs(exact('hotWater.base') - (expected?.hotWaterBase ?? 0))).toBeLessThan(0.005);
        expect(Math.abs(exact('hotWater.consumption') - (expected?.hotWaterConsumption ?? 0))).toBeLessThan(
          0.005,
        );
      }
    });
  });
});

/** A reading on the cut day that lies between the device's first and last. */
function withReadingBetween(device: BillingCase['devices'][number], day: string) {
  const values = device.readings.map(({ value }) => Number(value));
  const between = (Math.min(...values) + Math.max(...values)) / 2;
  return { ...device, readings: [...device.readings, { date: day, value: between.toFixed(1) }] };
}
