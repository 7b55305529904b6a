/** Billing desk: draft, findings, the bill with its trace, finalising, and the documents. */
import { z } from 'zod';
import type { billingDesk, BillingRun, BillingRunSummary } from '#shared/contract/billing.ts';
import type { documentsDesk } from '#shared/contract/documents.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf, Readable } from '#shared/contract/handler.ts';
import { writeFigure } from '#shared/billing/figure-record.ts';
import { isBlocking } from '#shared/billing/findings.ts';
import type { BillingPeriod, BillingPeriodId } from '#shared/model/invoice.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { explainChain } from '#shared/text/billing/explain.ts';
import { addBill, billsOf, removeDraft, setBillState, type BillInfo } from '../store/bills.ts';
import { findProperty } from '../store/properties.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { findBillingPeriod, listAllBillingPeriods } from '../store/whole-office.ts';
import { BillingRuns, draftOf, type OpenedRun, type RunTotals } from './billing-runs.ts';
import { contentOfRun, keyOf, viewOfBill, type AcceptedFindings } from './billing-views.ts';
import { backUp } from './desk-backup.ts';
import { summaryOfPeriod } from './desk-properties.ts';
import { exportDocuments } from './export-documents.ts';
import { officeDayOf } from './office-day.ts';
import { readSettings } from './office-settings.ts';
import { prepareBillingCase } from './prepare-billing-case.ts';
import { numberOfRun, renderOne, senderOf, type PrintedRun } from './run-documents.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const TOUCHES = ['billing', 'properties'] as const;

export function createBillingDesk(
  office: WorkingOffice,
): HandlersOf<typeof billingDesk> & HandlersOf<typeof documentsDesk> {
  let runs: BillingRuns | null = null;

  function runsOfSession(): BillingRuns {
    const { session } = office;
    if (runs === null || !runs.isOf(session)) runs = new BillingRuns(session);
    return runs;
  }

  function open(id: number): Result<OpenedRun, OfficeFailure> {
    return runsOfSession().open(id);
  }

  function view(id: number): Result<Readable<BillingRun>, OfficeFailure> {
    const { store } = office.session;
    const run = open(id);
    if (!run.ok) return run;
    const totals = runsOfSession().totals(id);
    return totals.ok ? succeed(viewOf(store, run.value, totals.value)) : totals;
  }

  /** A run that was billed, with everything its documents need; drafts are printed as of today. */
  function printed(id: number): Result<PrintedRun & { readonly info: BillInfo }, OfficeFailure> {
    const run = open(id);
    if (!run.ok) return run;
    const { info, billingCase, bill } = run.value;
    if (bill === null)
      return fail({
        code: 'RUN_REFUSED',
        message:
          'Diese Abrechnung ist noch gesperrt. Bitte beheben Sie zuerst die sperrenden Punkte der Prüfliste.',
      });
    const { store, clock } = office.session;
    const issuedOn = officeDayOf(info.finalisedAt === null ? clock() : new Date(info.finalisedAt));
    return succeed({ id, info, case: billingCase, bill, office: senderOf(readSettings(store)), issuedOn });
  }

  return {
    'billing.list': () => {
      const { store } = office.session;
      const summaries = listAllBillingPeriods(store).flatMap((period) =>
        billsOf(store, period.id).flatMap((info) => {
          const totals = runsOfSession().totals(info.id);
          return totals.ok ? [summaryOf(store, period, info, totals.value)] : [];
        }),
      );
      return succeed(summaries.toSorted((a, b) => (a.draftedAt < b.draftedAt ? 1 : -1)));
    },
    'billing.draft': ({ periodId }) => {
      const { session } = office;
      const period = findBillingPeriod(session.store, periodId);
      if (period === null) return goneFailure();
      const billingCase = prepareBillingCase(session, period, officeDayOf(session.clock()));
      if (!billingCase.ok) return billingCase;
      const draft = draftOf(billingCase.value);
      const drafted = office.step({
        action: 'bill.draft',
        name: 'Abrechnung entworfen',
        touches: TOUCHES,
        work(change) {
          const latest = billsOf(change.store, periodId).at(-1);
          const replaced = latest?.state === 'draft' || latest?.state === 'checked' ? latest : null;
          if (replaced !== null) removeDraft(change, replaced.id);
          const correctsBillId = replaced?.correctsBillId ?? (latest?.state === 'final' ? latest.id : null);
          return addBill(change, { ...draft, periodId, correctsBillId });
        },
      });
      return drafted.ok ? view(drafted.value) : drafted;
    },
    'billing.get': ({ id }) => view(id),
    'billing.bill': ({ id, billId }) => {
      const run = open(id);
      if (!run.ok) return run;
      const bill = viewOfBill(run.value, billId);
      return bill === null ? goneFailure() : succeed(bill);
    },
    'billing.explain': ({ id, figure }) => {
      const run = open(id);
      if (!run.ok) return run;
      const steps = explainChain((name) => {
        const found = run.value.bill?.figures.get(name);
        return found && writeFigure(found);
      }, figure);
      return steps.length === 0 ? goneFailure() : succeed(steps);
    },
    'billing.acceptFinding': ({ id, key, reason }) => {
      const run = open(id);
      if (!run.ok) return run;
      const { info, findings } = run.value;
      const found = findings.find((finding) => keyOf(finding) === key);
      if (found === undefined) return goneFailure();
      if (isBlocking(found))
        return fail({
          code: 'FINDING_BLOCKS',
          message:
            'Dieser Punkt sperrt die Abrechnung und kann nicht hingenommen werden. Bitte beheben Sie ihn.',
        });
      const accepted = office.step({
        action: 'finding.accept',
        name: 'Hinweis hingenommen',
        reason,
        touches: TOUCHES,
        work(change) {
          const before = readAccepted(change.store, info.periodId);
          writeSetting(change, acceptedSetting(info.periodId), { ...before, [key]: reason });
        },
      });
      return accepted.ok ? view(id) : accepted;
    },
    'billing.finalise': ({ id, note }) => {
      const refused = office.refuseWithout('finaliseBills');
      if (refused !== null) return refused;
      const run = open(id);
      if (!run.ok) return run;
      const obstacle = obstacleTo(office.session.store, run.value);
      if (obstacle !== null) return fail(obstacle);
      const finalised = office.step({
        action: 'bill.finalise',
        name: 'Abrechnung festgeschrieben',
        reason: note,
        touches: TOUCHES,
        work: (change) => setBillState(change, id, 'final'),
      });
      if (!finalised.ok) return finalised;
      office.anchor();
      // A run without a backup shows as such on the start page; the bill itself is on the medium.
      if (readSettings(office.session.store).backup.folder !== null) backUp(office);
      return view(id);
    },
    'billing.exportDocuments': async ({ id }) => {
      const run = printed(id);
      if (!run.ok) return run;
      if (run.value.info.state !== 'final')
        return fail({
          code: 'RUN_NOT_FINAL',
          message:
            'Nur eine festgeschriebene Abrechnung wird ausgegeben. Bitte schreiben Sie sie zuerst fest.',
        });
      const folder = await office.options.desktop.chooseFolder('Ordner für die Dokumente');
      if (folder === null) return succeed(null);
      return await exportRun(office, run.value, folder);
    },
    'documents.preview': async ({ runId, billId }) => {
      const run = printed(runId);
      if (!run.ok) return run;
      const pdf = await renderOne(run.value, billId);
      if (pdf === null) return goneFailure();
      return pdf.ok ? succeed({ fileName: `${numberOfRun(run.value)}.pdf`, pdf: pdf.value }) : pdf;
    },
  };
}

const acceptedSetting = (periodId: BillingPeriodId): string => `acceptedFindings:${periodId}`;

function readAccepted(store: Store, periodId: BillingPeriodId): AcceptedFindings {
  return z.record(z.string(), z.string()).parse(readSetting(store, acceptedSetting(periodId)) ?? {});
}

function summaryOf(
  store: Store,
  period: BillingPeriod,
  info: BillInfo,
  totals: RunTotals,
): BillingRunSummary {
  return {
    id: info.id,
    propertyId: period.propertyId,
    propertyName: findProperty(store, period.propertyId)?.name ?? '',
    periodId: period.id,
    period: { from: period.from, to: period.to },
    version: info.version,
    stage: info.state,
    ...totals,
    draftedAt: info.createdAt,
    finalisedAt: info.finalisedAt,
    dueOn: summaryOfPeriod(store, period).dueOn,
  };
}

function viewOf(store: Store, run: OpenedRun, totals: RunTotals): Readable<BillingRun> {
  const { info } = run;
  const period = findBillingPeriod(store, info.periodId);
  if (period === null) throw new Error(`there is no billing period ${info.periodId}`);
  return {
    ...summaryOf(store, period, info, totals),
    ...contentOfRun(run, readAccepted(store, info.periodId)),
  };
}

/** What stands against finalising; null when nothing does. */
function obstacleTo(store: Store, { info, findings, bill }: OpenedRun): OfficeFailure | null {
  if (info.state === 'final' || info.state === 'cancelled')
    return { code: 'BILL_FROZEN', message: 'Diese Abrechnung ist schon festgeschrieben.' };
  if (bill === null || findings.some(isBlocking))
    return {
      code: 'FINDINGS_BLOCK',
      message: 'Es gibt noch sperrende Punkte. Bitte beheben Sie sie und entwerfen Sie die Abrechnung neu.',
    };
  if (bill.proof.difference !== 0)
    return {
      code: 'PROOF_OPEN',
      message:
        'Die Abrechnungen ergeben nicht die Summe der Rechnungen. Bitte melden Sie diesen Fall; er wird nicht festgeschrieben.',
    };
  const accepted = readAccepted(store, info.periodId);
  const open = findings.filter((finding) => !isBlocking(finding) && !(keyOf(finding) in accepted));
  return open.length === 0
    ? null
    : {
        code: 'WARNINGS_OPEN',
        message: `Für ${open.length} Hinweise der Prüfliste fehlt noch eine Begründung. Bitte gehen Sie sie durch.`,
      };
}

async function exportRun(
  office: WorkingOffice,
  run: PrintedRun & { readonly info: BillInfo },
  folder: string,
): Promise<Result<{ folder: string; files: number; checkNumber: string }, OfficeFailure>> {
  const written = await exportDocuments({
    office: run.office,
    case: run.case,
    bill: run.bill,
    number: numberOfRun(run),
    issuedOn: run.issuedOn,
    folder,
    signal: office.ending,
    onProgress: (done, total) =>
      office.options.tell({
        type: 'job.progressed',
        job: 'export',
        step: 'Dokumente schreiben',
        done,
        total,
      }),
  });
  if (!written.ok) return written;
  if (office.isOpen) office.anchor();
  await office.options.desktop.showFolder(folder);
  const checkNumber = run.info.resultSha256.toString('hex').slice(0, 8);
  return succeed({ folder, files: written.value.length, checkNumber });
}
