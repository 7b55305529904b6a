/** Billing speed from 100 to 10,000 units, beside a floating-point calculation of the same bills. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { billProperty } from '#shared/billing/bill-property.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { oracleBill } from '../unit/shared/billing/oracle.ts';
import { randomBuilding, seededNumbers } from '../unit/shared/billing/random-building.ts';
import type { BenchRow } from './bench-row.ts';

/** Every size bills as many units in all and keeps as many bills, so that memory weighs the same on each. */
const UNITS_IN_ALL = 10_000;
const SIZES = [100, 1000, 10_000] as const;
const TRACED_UNITS = 500;
const ROUNDS = 3;
const FLOATING = 'a floating-point calculation of the same bills, without trace or cents';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function buildings(units: number): BillingCase[] {
  return Array.from({ length: UNITS_IN_ALL / units }, (_, index) =>
    randomBuilding({ units, next: seededNumbers(units + index) }),
  );
}

/** Seconds this thread has computed so far: what else the machine does meanwhile hardly shows in it. */
function computedSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000_000;
}

/** Seconds one round takes; it starts on a clean heap and keeps its results until it is over. */
function timeRound(cases: readonly BillingCase[], bill: (given: BillingCase) => unknown): number {
  collectGarbage();
  const start = computedSeconds();
  const kept = cases.map(bill);
  const seconds = computedSeconds() - start;
  if (kept.length !== cases.length) throw new Error('a bill was lost');
  return seconds;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function assertBilled(given: BillingCase): void {
  const outcome = billProperty(given);
  if (outcome.kind !== 'billed' || outcome.bill.proof.difference !== 0)
    throw new Error('the measured buildings must be billable and close to the cent');
}

interface Measured {
  readonly size: number;
  readonly seconds: number[];
  readonly oracle: number[];
}

/** All sizes round by round, so that a slow minute of the machine falls on all of them. */
function measureSizes(): Measured[] {
  const sizes = SIZES.map((size) => ({ size, cases: buildings(size) }));
  for (const { cases } of sizes) {
    for (const given of cases.slice(0, 1)) assertBilled(given);
    timeRound(cases.slice(0, 20), oracleBill);
  }
  const measured: Measured[] = sizes.map(({ size }) => ({ size, seconds: [], oracle: [] }));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [index, { cases }] of sizes.entries()) {
      measured[index]?.seconds.push(timeRound(cases, billProperty));
      measured[index]?.oracle.push(timeRound(cases, oracleBill));
    }
  return measured;
}

/** Measures and reports; the rates are units billed in a second of computing, the median of all rounds. */
export function run(report: (row: BenchRow) => void): Promise<void> {
  const measured = measureSizes();
  for (const { size, seconds, oracle } of measured) {
    const time = median(seconds);
    report({
      name: `billing ${size} units a property`,
      n: UNITS_IN_ALL,
      seconds: time,
      rate: UNITS_IN_ALL / time,
      unit: 'units/s',
      baseline: FLOATING,
      ratio: median(oracle) / time,
    });
  }
  const [smallest, , largest] = measured;
  if (smallest && largest) reportGrowth(report, smallest, largest);
  reportTraced(report);
  return Promise.resolve();
}

/** The largest size against the smallest, compared within each round. */
function reportGrowth(report: (row: BenchRow) => void, smallest: Measured, largest: Measured): void {
  const seconds = median(largest.seconds);
  report({
    name: `billing ${largest.size} units against ${smallest.size}`,
    n: UNITS_IN_ALL,
    seconds,
    rate: UNITS_IN_ALL / seconds,
    unit: 'units/s',
    baseline: `billing ${smallest.size} units a property`,
    ratio: median(smallest.seconds.map((time, round) => time / (largest.seconds[round] ?? time))),
  });
}

/** One house of 500 units with its whole trace: what a clerk waits for. */
function reportTraced(report: (row: BenchRow) => void): void {
  const given = randomBuilding({ units: TRACED_UNITS, next: seededNumbers(TRACED_UNITS) });
  const rounds = Array.from({ length: ROUNDS }, () => ({
    seconds: timeRound([given], billProperty),
    oracle: timeRound([given], oracleBill),
  }));
  const seconds = median(rounds.map((round) => round.seconds));
  report({
    name: `billing one house of ${TRACED_UNITS} with its trace`,
    n: TRACED_UNITS,
    seconds,
    rate: TRACED_UNITS / seconds,
    unit: 'units/s',
    baseline: FLOATING,
    ratio: median(rounds.map((round) => round.oracle)) / seconds,
  });
}
