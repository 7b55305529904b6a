/** Billing speed from 100 to 10,000 units, beside a floating-point calculation of the same bills. */
import { billProperty } from '#shared/billing/bill-property.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { oracleBill } from '../unit/shared/billing/oracle.ts';
import { randomBuilding, seededNumbers } from '../unit/shared/billing/random-building.ts';
import type { BenchRow } from './bench-row.ts';

/** Every size bills as many units in all, so that memory weighs the same on each. */
const UNITS_IN_ALL = 10_000;
const SIZES = [100, 1000, 10_000];
const TRACED_UNITS = 500;
const ROUNDS = 2;
const FLOATING = 'a floating-point calculation of the same bills, without trace or cents';

function buildings(units: number): BillingCase[] {
  return Array.from({ length: UNITS_IN_ALL / units }, (_, index) =>
    randomBuilding({ units, next: seededNumbers(units + index) }),
  );
}

/** The best of some rounds in seconds; a round keeps its results until it is over. */
function measure(cases: readonly BillingCase[], bill: (given: BillingCase) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const kept = cases.map(bill);
    const seconds = (performance.now() - start) / 1000;
    if (kept.length === cases.length) best = Math.min(best, seconds);
  }
  return best;
}

function assertBilled(given: BillingCase): void {
  const outcome = billProperty(given);
  if (outcome.kind !== 'billed' || outcome.bill.proof.difference !== 0)
    throw new Error('the measured buildings must be billable and close to the cent');
}

/** Measures and reports; the rates are units billed in a second. */
export async function run(report: (row: BenchRow) => void): Promise<void> {
  const rates = new Map<number, number>();
  const warmUp = buildings(100).slice(0, 20);
  measure(warmUp, billProperty);
  measure(warmUp, oracleBill);
  for (const size of SIZES) {
    const cases = buildings(size);
    for (const given of cases.slice(0, 1)) assertBilled(given);
    const seconds = measure(cases, billProperty);
    const oracle = measure(cases, oracleBill);
    rates.set(size, UNITS_IN_ALL / seconds);
    report({
      name: `billing ${size} units a property`,
      n: UNITS_IN_ALL,
      seconds,
      rate: UNITS_IN_ALL / seconds,
      unit: 'units/s',
      baseline: FLOATING,
      ratio: oracle / seconds,
    });
  }
  const [smallest, largest] = [rates.get(100) ?? 1, rates.get(10_000) ?? 1];
  report({
    name: 'billing 10000 units against 100',
    n: UNITS_IN_ALL,
    seconds: UNITS_IN_ALL / largest,
    rate: largest,
    unit: 'units/s',
    baseline: 'billing 100 units a property',
    ratio: largest / smallest,
  });
  await reportTraced(report);
}

/** One house of 500 units with its whole trace, cold: what a clerk waits for. */
async function reportTraced(report: (row: BenchRow) => void): Promise<void> {
  const given = randomBuilding({ units: TRACED_UNITS, next: seededNumbers(TRACED_UNITS) });
  const seconds = measure([given], billProperty);
  report({
    name: `billing one house of ${TRACED_UNITS} with its trace`,
    n: TRACED_UNITS,
    seconds,
    rate: TRACED_UNITS / seconds,
    unit: 'units/s',
    baseline: FLOATING,
    ratio: measure([given], oracleBill) / seconds,
  });
}
