/** The desk a bill is made on: what all steps share. */
import type { ArrangedCase } from './arranged-case.ts';
import { isBlocking, type Finding } from './findings.ts';
import type { Trace } from './trace.ts';
import type { TimeMeasures } from './user-change.ts';

/** The case in order, the trace, and the findings so far, which every step may add to. */
export interface BillDesk {
  readonly arranged: ArrangedCase;
  readonly trace: Trace;
  readonly time: TimeMeasures;
  readonly findings: Finding[];
}

/** Whether what was found so far refuses the bill. */
export function isStopped({ findings }: Pick<BillDesk, 'findings'>): boolean {
  return findings.some(isBlocking);
}
