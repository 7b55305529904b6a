/** The result of a billing run as the store keeps it: one spelling, so that a run can be compared byte for byte. */
import type { BillOutcome } from '#shared/billing/bill.ts';
import { billDocument } from '#shared/billing/result-document.ts';
import { canonicalJson } from '#shared/model/canonical-json.ts';

/** The bill with its figures, or why there is none. */
export function resultJsonOf(outcome: BillOutcome): string {
  return canonicalJson(
    outcome.kind === 'billed' ? billDocument(outcome.bill) : { kind: 'refused', findings: outcome.findings },
  );
}
