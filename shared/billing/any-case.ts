/** Every kind of case file: the bill, and each single rule that a bill applies. */
import { z } from 'zod';
import { billingCaseSchema } from './billing-case.ts';
import { accrualCase } from './rule-cases/accrual-case.ts';
import { allocatorCase } from './rule-cases/allocator-case.ts';
import { balanceCase } from './rule-cases/balance-case.ts';
import { co2Case } from './rule-cases/co2-case.ts';
import { estimateCase } from './rule-cases/estimate-case.ts';
import { fuelStockCase } from './rule-cases/fuel-stock-case.ts';
import { informationCase } from './rule-cases/information-case.ts';
import { premeterCase } from './rule-cases/premeter-case.ts';
import { reductionCase } from './rule-cases/reduction-case.ts';
import { roundingCase } from './rule-cases/rounding-case.ts';
import { separationCase } from './rule-cases/separation-case.ts';
import { splitCase } from './rule-cases/split-case.ts';
import { userChangeCase } from './rule-cases/user-change-case.ts';

/** The schema of all case files. */
export const anyCaseSchema = z.discriminatedUnion('kind', [
  billingCaseSchema,
  accrualCase,
  allocatorCase,
  balanceCase,
  co2Case,
  estimateCase,
  fuelStockCase,
  informationCase,
  premeterCase,
  reductionCase,
  roundingCase,
  separationCase,
  splitCase,
  userChangeCase,
]);

export type AnyCase = z.output<typeof anyCaseSchema>;
export type CaseKind = AnyCase['kind'];
