/** Billing runs as they are stored: opened, computed again from their own case, and compared byte for byte. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { billProperty } from '#shared/billing/bill-property.ts';
import type { Bill } from '#shared/billing/bill.ts';
import { billingCaseSchema, type BillingCase } from '#shared/billing/billing-case.ts';
import type { Finding } from '#shared/billing/findings.ts';
import { freezeBill } from '#shared/billing/frozen-bill.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { centsOf, type Cents } from '#shared/model/money.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { findBill, openBill, type BillInfo } from '../store/bills.ts';
import type { OfficeSession } from './office-session.ts';
import { resultJsonOf } from './run-result.ts';

/** A run with everything that was billed; `bill` is null when blocking findings refused it. */
export interface OpenedRun {
  readonly info: BillInfo;
  readonly billingCase: BillingCase;
  readonly bill: Bill | null;
  readonly findings: readonly Finding[];
}

/** A run in four numbers, as lists show it. */
export interface RunTotals {
  readonly totalCents: Cents;
  readonly billCount: number;
  readonly blockingCount: number;
  readonly warningCount: number;
}

const storedFindings = z.array(z.object({ severity: z.enum(['blocking', 'warning']) }));

/** As much of a stored result as a list needs. */
const storedResult = z.union([
  z.object({
    kind: z.literal('bill'),
    result: z.object({
      proof: z.object({ invoices: z.int() }),
      users: z.array(z.object({})),
      findings: storedFindings,
    }),
  }),
  z.object({ kind: z.literal('refused'), findings: storedFindings }),
]);

function totalsOf(resultJson: string): RunTotals {
  const stored = storedResult.parse(JSON.parse(resultJson));
  const findings = stored.kind === 'bill' ? stored.result.findings : stored.findings;
  const blockingCount = findings.filter(({ severity }) => severity === 'blocking').length;
  return {
    totalCents: centsOf(stored.kind === 'bill' ? stored.result.proof.invoices : 0),
    billCount: stored.kind === 'bill' ? stored.result.users.length : 0,
    blockingCount,
    warningCount: findings.length - blockingCount,
  };
}

/** Opens runs of one session and remembers the last few: stepping through bills asks for the same one again. */
export class BillingRuns {
  readonly #session: OfficeSession;
  readonly #opened = new Map<number, OpenedRun>();
  readonly #totals = new Map<number, RunTotals>();
  readonly #checkNumbers = new Map<number, string>();

  constructor(session: OfficeSession) {
    this.#session = session;
  }

  isOf(session: OfficeSession): boolean {
    return this.#session === session;
  }

  /** Read from the stored result without computing it again: a list of many runs must not bill them all. */
  totals(id: number): Result<RunTotals, OfficeFailure> {
    const known = this.#totals.get(id);
    if (known !== undefined) return succeed(known);
    const content = openBill(this.#session.store, this.#session.vault, id);
    if (!content.ok) return content;
    const totals = totalsOf(content.value.resultJson);
    this.#totals.set(id, totals);
    return succeed(totals);
  }

  /** `RUN_NOT_REPRODUCED` when its case gives another result today: what is shown would not be what was billed. */
  open(id: number): Result<OpenedRun, OfficeFailure> {
    const { store, vault } = this.#session;
    const info = findBill(store, id);
    if (info === null)
      return fail({
        code: 'GONE',
        message: 'Diese Abrechnung gibt es nicht mehr. Bitte laden Sie die Liste neu.',
      });
    const known = this.#opened.get(id);
    if (known !== undefined) return succeed({ ...known, info });
    const content = openBill(store, vault, id);
    if (!content.ok) return content;
    const billingCase = billingCaseSchema.parse(JSON.parse(content.value.caseJson));
    const outcome = billProperty(billingCase);
    if (resultJsonOf(outcome) !== content.value.resultJson)
      return fail({
        code: 'RUN_NOT_REPRODUCED',
        message: `Diese Abrechnung stammt von einer anderen Fassung der Rechenregeln (${info.engineVersion}) und lässt sich hier nicht anzeigen. Die ausgegebenen PDF-Dokumente gelten weiter.`,
      });
    const run: OpenedRun =
      outcome.kind === 'billed'
        ? { info, billingCase, bill: outcome.bill, findings: outcome.bill.findings }
        : { info, billingCase, bill: null, findings: outcome.findings };
    this.#remember(id, run);
    return succeed(run);
  }

  /** The short check number of a bill that is frozen; null while it may still change. */
  checkNumberOf({ info, billingCase, bill }: OpenedRun): string | null {
    if (info.finalisedAt === null || bill === null) return null;
    const known = this.#checkNumbers.get(info.id);
    if (known !== undefined) return known;
    const { checkNumber } = freezeBill(billingCase, bill, sha256Of);
    this.#checkNumbers.set(info.id, checkNumber);
    return checkNumber;
  }

  #remember(id: number, run: OpenedRun): void {
    const [oldest] = this.#opened.keys();
    if (this.#opened.size >= RUNS_REMEMBERED && oldest !== undefined) this.#opened.delete(oldest);
    this.#opened.set(id, run);
  }
}

const RUNS_REMEMBERED = 20;

function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
