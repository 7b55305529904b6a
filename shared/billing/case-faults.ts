/** Faults of a case file: which field, which code; the German sentence is `shared/text/case-faults.de.ts`'s. */
import type { z } from 'zod';
import type { ValueFault } from './case/values.ts';

/** What a schema or the cross-check of a case finds. */
export type FaultCode =
  | ValueFault
  | 'NOT_JSON'
  | 'FIELD_MISSING'
  | 'FIELD_UNKNOWN'
  | 'TYPE_WRONG'
  | 'VALUE_NOT_ALLOWED'
  | 'LIST_TOO_SHORT'
  | 'LIST_TOO_LONG'
  | 'NUMBER_OUT_OF_RANGE'
  | 'FORM_WRONG'
  | 'KIND_UNKNOWN'
  | 'ID_TWICE'
  | 'ID_RESERVED'
  | 'REFERENCE_UNKNOWN'
  | 'READING_TWICE'
  | 'TENANCY_REVERSED';

/** One fault; `path` is written as in JavaScript, such as `units[2].areas.living`. */
export interface CaseFault {
  readonly path: string;
  readonly code: FaultCode;
  readonly params: Readonly<Record<string, string>>;
}

/** A path as one reads it: names by dots, list positions in brackets; empty for the whole file. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path)
    text += typeof step === 'number' ? `[${step}]` : `${text === '' ? '' : '.'}${String(step)}`;
  return text;
}

type Issue = z.core.$ZodIssue;

const VALUE_FAULTS: ReadonlySet<string> = new Set<ValueFault>([
  'DECIMAL_EXPECTED',
  'DECIMAL_NOT_NEGATIVE',
  'DECIMAL_ABOVE_ZERO',
  'DECIMAL_TOO_LARGE',
  'EUROS_EXPECTED',
  'DAY_EXPECTED',
  'DAY_OF_YEAR_EXPECTED',
  'ID_EXPECTED',
  'TEXT_EXPECTED',
  'PERCENT_EXPECTED',
  'PERIOD_REVERSED',
]);

function isValueFault(message: string): message is ValueFault {
  return VALUE_FAULTS.has(message);
}

function fault(issue: Issue, code: FaultCode, params: Record<string, string> = {}): CaseFault[] {
  return [{ path: pathText(issue.path), code, params }];
}

function unknownKeys(issue: Extract<Issue, { code: 'unrecognized_keys' }>): CaseFault[] {
  return issue.keys.map((field) => ({
    path: pathText([...issue.path, field]),
    code: 'FIELD_UNKNOWN',
    params: { field },
  }));
}

/** The faults behind one issue of a schema; the input tells a missing field from a wrong one. */
export function faultsOf(issue: Issue): CaseFault[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue);
  if (issue.input === undefined && (issue.code === 'invalid_type' || issue.code === 'invalid_union'))
    return fault(issue, 'FIELD_MISSING');
  if (isValueFault(issue.message)) return fault(issue, issue.message);
  if (issue.code === 'invalid_value')
    return issue.input === undefined
      ? fault(issue, 'FIELD_MISSING')
      : fault(issue, 'VALUE_NOT_ALLOWED', { allowed: issue.values.map(String).join(', ') });
  if (issue.code === 'invalid_union')
    return issue.discriminator === undefined
      ? fault(issue, 'FORM_WRONG')
      : fault(issue, 'KIND_UNKNOWN', { field: issue.discriminator });
  if (issue.code === 'invalid_type') return fault(issue, 'TYPE_WRONG', { expected: issue.expected });
  if (issue.code === 'too_small')
    return fault(issue, issue.origin === 'array' ? 'LIST_TOO_SHORT' : 'NUMBER_OUT_OF_RANGE');
  if (issue.code === 'too_big')
    return fault(issue, issue.origin === 'array' ? 'LIST_TOO_LONG' : 'NUMBER_OUT_OF_RANGE');
  return fault(issue, 'FORM_WRONG');
}
