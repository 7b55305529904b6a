/** Runs a case of a single rule by the very function the bill uses. */
import type { AnyCase } from './any-case.ts';
import { runAccrualCase } from './rule-cases/accrual-case.ts';
import { runAllocatorCase } from './rule-cases/allocator-case.ts';
import { refuse, type RuleOutcome } from './rule-cases/answer.ts';
import { runBalanceCase } from './rule-cases/balance-case.ts';
import { runCo2Case } from './rule-cases/co2-case.ts';
import { runEstimateCase } from './rule-cases/estimate-case.ts';
import { runFuelStockCase } from './rule-cases/fuel-stock-case.ts';
import { runInformationCase } from './rule-cases/information-case.ts';
import { runPremeterCase } from './rule-cases/premeter-case.ts';
import { runReductionCase } from './rule-cases/reduction-case.ts';
import { runRoundingCase } from './rule-cases/rounding-case.ts';
import { runSeparationCase } from './rule-cases/separation-case.ts';
import { runSplitCase } from './rule-cases/split-case.ts';
import { runUserChangeCase } from './rule-cases/user-change-case.ts';
import { AmountTooLargeError } from './trace.ts';

/** A case of anything but a whole bill. */
export type RuleCase = Exclude<AnyCase, { kind: 'bill' }>;

type Runners = { readonly [K in RuleCase['kind']]: (given: Extract<RuleCase, { kind: K }>) => RuleOutcome };

const RUNNERS: Runners = {
  accrual: runAccrualCase,
  allocator: runAllocatorCase,
  balance: runBalanceCase,
  co2: runCo2Case,
  estimate: runEstimateCase,
  fuelStock: runFuelStockCase,
  information: runInformationCase,
  premeter: runPremeterCase,
  reduction: runReductionCase,
  rounding: runRoundingCase,
  separation: runSeparationCase,
  split: runSplitCase,
  userChange: runUserChangeCase,
};

/** The answers of a single rule, or the findings that refuse them. */
export function runRule<K extends RuleCase['kind']>(given: Extract<RuleCase, { kind: K }>): RuleOutcome {
  const run: (given: Extract<RuleCase, { kind: K }>) => RuleOutcome = RUNNERS[given.kind];
  try {
    return run(given);
  } catch (error) {
    if (!(error instanceof AmountTooLargeError)) throw error;
    return refuse('AMOUNT_TOO_LARGE', [error.figure]);
  }
}
