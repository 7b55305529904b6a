/** What a case of a single rule answers: figures by name, nested as the rule needs it. */
import { z } from 'zod';
import { CASE_FORMAT, CASE_VERSION } from '../billing-case.ts';
import { finding, type Finding, type FindingCode } from '../findings.ts';
import type { Figure, Figures } from '../trace.ts';

/** One answer, or answers by name or in a row. */
export type Answer =
  Figure | string | boolean | null | readonly Answer[] | { readonly [name: string]: Answer };

/** The answers of a rule with their trace; blocking findings refuse it. */
export type RuleOutcome =
  | { readonly kind: 'answered'; readonly answers: Answers; readonly figures: Figures }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

export type Answers = Readonly<Record<string, Answer>>;

/** A finding that keeps a rule from being answered; what is a warning beside a whole bill is none here. */
export function refusal(
  code: FindingCode,
  about: readonly string[],
  evidence: Finding['evidence'] = {},
): Finding {
  return { ...finding(code, about, evidence), severity: 'blocking' };
}

/** Refuses a rule for one reason. */
export function refuse(
  code: FindingCode,
  about: readonly string[],
  evidence: Finding['evidence'] = {},
): RuleOutcome {
  return { kind: 'refused', findings: [refusal(code, about, evidence)] };
}

/** The head of a rule's case. */
export function headOf<K extends string>(kind: K) {
  return {
    format: z.literal(CASE_FORMAT),
    version: z.literal(CASE_VERSION),
    kind: z.literal(kind),
    title: z.string().optional(),
  };
}
