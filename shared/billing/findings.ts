/** Findings of the checks: what stops a bill and what its clerk should look at. */

/** One finding. The sentence, the cure and the paragraph for a code are in `shared/text/findings.de.ts`. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: 'blocking' | 'warning';
  /** Ids in the case the finding is about, such as `unit.A` or `cost.gas`. */
  readonly about: readonly string[];
  /** The numbers behind it, as plain decimals or days. */
  readonly evidence: Readonly<Record<string, string>>;
}

export type FindingCode = string;
