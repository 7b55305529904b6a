/** Runs a case file: reads it, bills it, and gives back a document, the faults of the file, or what refuses the bill. */
import { billProperty } from '#shared/billing/bill-property.ts';
import type { CaseFault } from '#shared/billing/case-faults.ts';
import type { Finding } from '#shared/billing/findings.ts';
import { readCase } from '#shared/billing/read-case.ts';
import { answerDocument, billDocument, type ResultDocument } from '#shared/billing/result-document.ts';
import { runRule } from '#shared/billing/run-rule.ts';
import { sayFault } from '#shared/text/billing/case-faults.ts';
import { sayFinding, type SaidFinding } from '#shared/text/billing/findings.ts';

/** A fault with its German sentence. */
export interface SaidFault {
  readonly path: string;
  readonly message: string;
}

export type CaseOutcome =
  | { readonly kind: 'done'; readonly result: ResultDocument }
  | { readonly kind: 'invalid'; readonly faults: readonly SaidFault[] }
  | { readonly kind: 'refused'; readonly findings: readonly SaidFinding[] };

function invalid(faults: readonly CaseFault[]): CaseOutcome {
  return { kind: 'invalid', faults: faults.map((fault) => ({ path: fault.path, message: sayFault(fault) })) };
}

function refused(findings: readonly Finding[]): CaseOutcome {
  return { kind: 'refused', findings: findings.map(sayFinding) };
}

function parse(text: string): { readonly document: unknown } | null {
  try {
    return { document: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Runs the text of a case file of any kind (docs/case-format.md). */
export function runCase(text: string): CaseOutcome {
  const parsed = parse(text);
  if (!parsed) return invalid([{ path: '', code: 'NOT_JSON', params: {} }]);
  const read = readCase(parsed.document);
  if (!read.ok) return invalid(read.error);
  const given = read.value;
  if (given.kind === 'bill') {
    const outcome = billProperty(given);
    return outcome.kind === 'billed'
      ? { kind: 'done', result: billDocument(outcome.bill) }
      : refused(outcome.findings);
  }
  const outcome = runRule(given);
  return outcome.kind === 'answered'
    ? { kind: 'done', result: answerDocument(given.kind, outcome.answers, outcome.figures) }
    : refused(outcome.findings);
}
