/** What all billing handlers share: the runs of the open session, and a run as the window shows it. */
import { z } from 'zod';
import type { BillingRun, BillingRunSummary } from '#shared/contract/billing.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { Readable } from '#shared/contract/handler.ts';
import type { BillingPeriod, BillingPeriodId } from '#shared/model/invoice.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { billsOf, type BillInfo } from '../store/bills.ts';
import type { Change } from '../store/change.ts';
import { findProperty } from '../store/properties.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { findBillingPeriod } from '../store/whole-office.ts';
import { lifeOf, stageOfBill, type LivingBill } from './billing-life.ts';
import { BillingRuns, type RunTotals } from './billing-runs.ts';
import { contentOfRun, type AcceptedFindings } from './billing-views.ts';
import { summaryOfPeriod } from './desk-properties.ts';
import { readSettings } from './office-settings.ts';
import type { WorkingOffice } from './working-office.ts';

/** Long works, one of each kind at a time. */
export type BillingJob = 'draft' | 'export';

type TellProgress = (step: string, done: number, total: number | null) => void;

interface RunningJob {
  readonly cancelling: AbortController;
  readonly ended: Promise<unknown>;
}

/** What may look different after a bill changed. */
export const BILLING_TOUCHES = ['billing', 'properties'] as const;

export class BillingWork {
  readonly office: WorkingOffice;
  #runs: BillingRuns | null = null;
  readonly #jobs = new Map<BillingJob, RunningJob>();

  constructor(office: WorkingOffice) {
    this.office = office;
  }

  get runs(): BillingRuns {
    const { session } = this.office;
    if (this.#runs === null || !this.#runs.isOf(session)) this.#runs = new BillingRuns(session);
    return this.#runs;
  }

  /** A run with its versions, its reasons and the office's rules. */
  live(id: number): Result<LivingBill, OfficeFailure> {
    const { store } = this.office.session;
    const run = this.runs.open(id);
    if (!run.ok) return run;
    const { periodId } = run.value.info;
    return succeed({
      run: run.value,
      versions: billsOf(store, periodId),
      reasons: readAccepted(store, periodId),
      rules: { fourEyes: readSettings(store).billing.fourEyes },
    });
  }

  view(id: number): Result<Readable<BillingRun>, OfficeFailure> {
    const living = this.live(id);
    if (!living.ok) return living;
    const totals = this.runs.totals(id);
    return totals.ok ? succeed(this.#viewOf(living.value, totals.value)) : totals;
  }

  /** Runs a long work that ends with the session or by `cancelJob`; `JOB_RUNNING` while another of its kind runs. */
  async runJob<T>(
    job: BillingJob,
    run: (signal: AbortSignal, tell: TellProgress) => Promise<Result<T, OfficeFailure>>,
  ): Promise<Result<T, OfficeFailure>> {
    if (this.#jobs.has(job))
      return fail({
        code: 'JOB_RUNNING',
        message: 'Das läuft schon. Bitte warten Sie das Ende ab oder brechen Sie es ab.',
      });
    const cancelling = new AbortController();
    const signal = AbortSignal.any([this.office.ending, cancelling.signal]);
    const ended = run(signal, (step, done, total) =>
      this.office.options.tell({ type: 'job.progressed', job, step, done, total }),
    );
    this.#jobs.set(job, { cancelling, ended });
    try {
      return await ended;
    } finally {
      this.#jobs.delete(job);
    }
  }

  /** Cancels a long work and waits until it has ended. */
  async cancelJob(job: BillingJob): Promise<void> {
    const running = this.#jobs.get(job);
    running?.cancelling.abort();
    await running?.ended.catch(() => undefined);
  }

  #viewOf(living: LivingBill, totals: RunTotals): Readable<BillingRun> {
    const { store, vault } = this.office.session;
    const { run, versions, reasons } = living;
    const period = findBillingPeriod(store, run.info.periodId);
    if (period === null) throw new Error(`there is no billing period ${run.info.periodId}`);
    return {
      ...summaryOf(store, period, run.info, versions, totals),
      ...contentOfRun(run, reasons),
      life: lifeOf(store, living, this.runs.checkNumberOf(run), vault.staff.id),
    };
  }
}

/** A run as the board shows it. */
export function summaryOf(
  store: Store,
  period: BillingPeriod,
  info: BillInfo,
  versions: readonly BillInfo[],
  totals: RunTotals,
): BillingRunSummary {
  return {
    id: info.id,
    propertyId: period.propertyId,
    propertyName: findProperty(store, period.propertyId)?.name ?? '',
    periodId: period.id,
    period: { from: period.from, to: period.to },
    version: info.version,
    stage: stageOfBill(info, versions),
    ...totals,
    draftedAt: info.createdAt,
    finalisedAt: info.finalisedAt,
    dueOn: summaryOfPeriod(store, period).dueOn,
  };
}

const acceptedSetting = (periodId: BillingPeriodId): string => `acceptedFindings:${periodId}`;

/** The reasons given for the warnings of a period; they hold for every draft that finds the same. */
export function readAccepted(store: Store, periodId: BillingPeriodId): AcceptedFindings {
  return z.record(z.string(), z.string()).parse(readSetting(store, acceptedSetting(periodId)) ?? {});
}

export function acceptFinding(change: Change, periodId: BillingPeriodId, key: string, reason: string): void {
  const before = readAccepted(change.store, periodId);
  writeSetting(change, acceptedSetting(periodId), { ...before, [key]: reason });
}
