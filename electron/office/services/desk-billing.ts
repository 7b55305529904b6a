/** Billing desk: draft, findings, and the bill with its trace. */
import type { billingDesk } from '#shared/contract/billing.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import { ENGINE } from '#shared/billing/engine.ts';
import { writeFigure } from '#shared/billing/figure-record.ts';
import { isBlocking } from '#shared/billing/findings.ts';
import { findingKey } from '#shared/billing/life-of-a-bill.ts';
import { canonicalJson } from '#shared/model/canonical-json.ts';
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { namesOfCase } from '#shared/text/billing/case-names.ts';
import { explainChain } from '#shared/text/billing/explain.ts';
import { addBill, billsOf, removeDraft, takeCheckBack, type BillInfo } from '../store/bills.ts';
import { findBillingPeriod, listAllBillingPeriods } from '../store/whole-office.ts';
import { currentBill, refusalOf } from './billing-life.ts';
import { viewOfBill } from './billing-views.ts';
import { acceptFinding, BILLING_TOUCHES, summaryOf, type BillingWork } from './billing-work.ts';
import { billInThread } from './bulk-work.ts';
import { officeDayOf } from './office-day.ts';
import { prepareBillingCase } from './prepare-billing-case.ts';
import { goneFailure } from './working-office.ts';

export function createBillingDesk(work: BillingWork): HandlersOf<typeof billingDesk> {
  const { office } = work;

  /** The draft a new one of the period takes the place of, null for its first; or why none may. */
  function replaceable(periodId: BillingPeriodId): Result<BillInfo | null, OfficeFailure> {
    const current = currentBill(billsOf(office.session.store, periodId));
    if (current === null) return succeed(null);
    const living = work.live(current.id);
    if (!living.ok) return living;
    const refusal = refusalOf(living.value, { kind: 'draftAgain' });
    return refusal === null ? succeed(current) : fail(refusal);
  }

  return {
    'billing.list': () => {
      const { store } = office.session;
      const summaries = listAllBillingPeriods(store).flatMap((period) => {
        const versions = billsOf(store, period.id);
        return versions.flatMap((info) => {
          const totals = work.runs.totals(info.id);
          return totals.ok ? [summaryOf(store, period, info, versions, totals.value)] : [];
        });
      });
      return succeed(summaries.toSorted((a, b) => (a.draftedAt < b.draftedAt ? 1 : -1)));
    },
    'billing.draft': ({ periodId }) =>
      work.runJob('draft', async (signal, tell) => {
        const { session } = office;
        const period = findBillingPeriod(session.store, periodId);
        if (period === null) return goneFailure();
        const before = replaceable(periodId);
        if (!before.ok) return before;
        const billingCase = prepareBillingCase(session, period, officeDayOf(session.clock()));
        if (!billingCase.ok) return billingCase;
        tell('Abrechnung rechnen', 0, null);
        const billed = await billInThread(billingCase.value, signal);
        if (!billed.ok) return billed;
        // Somebody may have checked or finalised it meanwhile.
        const replaced = replaceable(periodId);
        if (!replaced.ok) return replaced;
        const draft = {
          periodId,
          caseJson: canonicalJson(billingCase.value),
          resultJson: billed.value,
          engineVersion: ENGINE,
          correctsBillId: replaced.value?.correctsBillId ?? null,
          correctionReason: replaced.value?.correctionReason ?? null,
        };
        const drafted = office.step({
          action: 'bill.draft',
          name: 'Abrechnung entworfen',
          touches: BILLING_TOUCHES,
          work(change) {
            if (replaced.value !== null) removeDraft(change, replaced.value.id);
            return addBill(change, draft);
          },
        });
        return drafted.ok ? work.view(drafted.value) : drafted;
      }),
    'billing.get': ({ id }) => work.view(id),
    'billing.bill': ({ id, billId }) => {
      const run = work.runs.open(id);
      if (!run.ok) return run;
      const bill = viewOfBill(run.value, billId);
      return bill === null ? goneFailure() : succeed(bill);
    },
    'billing.explain': ({ id, figure }) => {
      const run = work.runs.open(id);
      if (!run.ok) return run;
      const { bill, billingCase } = run.value;
      const steps = explainChain(
        (name) => {
          const found = bill?.figures.get(name);
          return found && writeFigure(found);
        },
        figure,
        namesOfCase(billingCase),
      );
      return steps.length === 0 ? goneFailure() : succeed(steps);
    },
    'billing.acceptFinding': ({ id, key, reason }) => {
      const living = work.live(id);
      if (!living.ok) return living;
      const frozen = refusalOf(living.value, { kind: 'draftAgain' });
      if (frozen !== null) return fail(frozen);
      const { info, findings } = living.value.run;
      const found = findings.find((finding) => findingKey(finding) === key);
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
        touches: BILLING_TOUCHES,
        work(change) {
          acceptFinding(change, info.periodId, key, reason);
          // The check was of the reasons too.
          if (info.state === 'checked') takeCheckBack(change, id);
        },
      });
      return accepted.ok ? work.view(id) : accepted;
    },
  };
}
