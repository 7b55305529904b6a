/** Rights to cut a bill (§ 12 HeizkostenV, § 7 Abs. 4 CO2KostAufG): amounts a tenant may declare, never deducted. */
import { ONE, subtract } from '../model/rational.ts';
import type { ReductionRight } from './bill.ts';
import { STATUTORY, tableFraction } from './statutory.ts';
import type { Figure, Trace } from './trace.ts';

/** Per cent and paragraph of a right. */
export function rightOf(right: ReductionRight): { readonly percent: number; readonly norm: string } {
  return STATUTORY.reductionRights.rights[right];
}

/** The amount of one right on a base, rounded commercially per tenant, as figure `id`. */
export function reductionOf(trace: Trace, id: string, right: ReductionRight, base: Figure): Figure {
  const shareId = `right.${right}`;
  const share =
    trace.figures.get(shareId) ??
    trace.given(shareId, 'REDUCTION_RIGHT', tableFraction(rightOf(right).percent), 'ratio', {
      norm: rightOf(right).norm,
    });
  return trace.deriveCents(id, 'REDUCTION', [base, share]);
}

/** Several rights added up on the same base: how associations of the trade count them. */
export function additiveReduction(trace: Trace, id: string, amounts: readonly Figure[]): Figure {
  return trace.derive(id, 'REDUCTIONS_ADDED', amounts, 'ct');
}

/** Several rights, each on what the one before left: the other reading of a law that does not say. */
export function sequentialReduction(
  trace: Trace,
  id: string,
  base: Figure,
  rights: readonly ReductionRight[],
): Figure {
  const factors = rights.map((right) =>
    trace.given(
      `${id}.left.${right}`,
      'REDUCTION_LEAVES',
      subtract(ONE, tableFraction(rightOf(right).percent)),
      'ratio',
    ),
  );
  const left = trace.derive(`${id}.left`, 'REDUCTIONS_IN_SEQUENCE', [base, ...factors], 'ct');
  return trace.deriveCents(id, 'REDUCTION_IN_SEQUENCE', [base, left]);
}
