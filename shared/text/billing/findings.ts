/** The findings of the checks in German: what was found, which rule it touches, and what cures it. */
import type { Finding, FindingCode } from '../../billing/findings.ts';
import { BLOCKING_TEXTS } from './blocking-findings.ts';
import { WARNING_TEXTS } from './warning-findings.ts';

/** Numbers and names of a finding, by name. */
export type Evidence = Readonly<Record<string, string>>;

/** The words of one finding. */
export interface FindingText {
  readonly says: (evidence: Evidence) => string;
  readonly norm: string;
  readonly cure: string;
}

/** A finding with its words, as results and screens show it. */
export interface SaidFinding extends Finding {
  readonly message: string;
  readonly norm: string;
  readonly cure: string;
}

const TEXTS: Readonly<Record<FindingCode, FindingText>> = { ...BLOCKING_TEXTS, ...WARNING_TEXTS };

/** Puts a finding into words. */
export function sayFinding(found: Finding): SaidFinding {
  const { says, norm, cure } = TEXTS[found.code];
  return { ...found, message: says(found.evidence), norm, cure };
}
