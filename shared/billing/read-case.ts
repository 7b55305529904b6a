/** Reads a case: schema first, then what no single field shows. */
import { fail, succeed, type Result } from '../model/result.ts';
import { anyCaseSchema, type AnyCase } from './any-case.ts';
import { faultsOf, type CaseFault } from './case-faults.ts';
import { checkIds } from './case-ids.ts';
import { checkReferences } from './case-references.ts';

/** The case, or every fault found in it with its path. */
export function readCase(document: unknown): Result<AnyCase, readonly CaseFault[]> {
  const read = anyCaseSchema.safeParse(document, { reportInput: true });
  if (!read.success) return fail(read.error.issues.flatMap(faultsOf));
  const given = read.data;
  const faults = [...checkIds(given), ...(given.kind === 'bill' ? checkReferences(given) : [])];
  return faults.length > 0 ? fail(faults) : succeed(given);
}
