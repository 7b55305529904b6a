/** The findings of the checks in German: what was found, which rule it touches, and what cures it. */
import type { Finding, FindingCode } from '../../billing/findings.ts';
import { parsePlainDate } from '../../model/plain-date.ts';
import { formatDate } from '../format.ts';
import { BLOCKING_TEXTS } from './blocking-findings.ts';
import type { NameOfId } from './case-names.ts';
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

/** A year that has every day there is. */
const LEAP_YEAR = '2024';

/** Days and fractions as people write them: `31.12.2025`, `31.12.`, `−21,6`; everything else stays. */
function written(value: string): string {
  const day = parsePlainDate(value);
  if (day !== null) return formatDate(day);
  const dayOfYear = parsePlainDate(`${LEAP_YEAR}-${value}`);
  if (dayOfYear !== null) return formatDate(dayOfYear).slice(0, -LEAP_YEAR.length);
  return /^-?\d+\.\d+$/.test(value) ? value.replace('.', ',').replace('-', '−') : value;
}

/** Puts a finding into words; ids stand for themselves. */
export function sayFinding(found: Finding): SaidFinding {
  const { says, norm, cure } = TEXTS[found.code];
  const evidence = Object.entries(found.evidence).map(([name, value]) => [name, written(value)]);
  return { ...found, message: says(Object.fromEntries(evidence) as Evidence), norm, cure };
}

/** More names than this are counted instead of listed. */
const NAMES_AT_MOST = 3;

/** As `sayFinding`, with the things it is about by their names: `Stadtoase-Suite, Timo Becker: …`. */
export function sayFindingWithNames(found: Finding, nameOf: NameOfId): SaidFinding {
  const named = Object.entries(found.evidence).map(([key, value]) => [key, nameOf(value) ?? value]);
  const said = sayFinding({ ...found, evidence: Object.fromEntries(named) as Evidence });
  const about = found.about.map((path) => nameOf(path.split('.').at(-1) ?? path) ?? nameOf(path));
  const names = [...new Set(about)].filter((name) => name !== undefined);
  const mentioned = names.filter((name) => !said.message.includes(name));
  if (mentioned.length === 0) return { ...said, evidence: found.evidence };
  const rest = mentioned.length - NAMES_AT_MOST;
  const listed = mentioned.slice(0, NAMES_AT_MOST).join(', ');
  const more = rest > 0 ? ` und ${rest} weitere` : '';
  return { ...said, evidence: found.evidence, message: `${listed}${more}: ${said.message}` };
}
