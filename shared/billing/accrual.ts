/** Accrual (Abgrenzung): the part of an invoice that belongs to the billing period (§ 7 Abs. 2 HeizkostenV). */
import { intersect, lengthInDays, type Period } from '../model/period.ts';
import { rational, type Rational } from '../model/rational.ts';
import type { DegreeDayTable } from './case/rules.ts';
import { degreeDaysOf, degreeDayTableLabel } from './degree-days.ts';
import type { Figure, FigureUnit, Trace } from './trace.ts';

/** How much of the invoice's days, degree days or quantity lies within the period. */
export interface AccrualKey {
  readonly part: Figure;
  readonly whole: Figure;
}

/** A method of accrual with what it needs. */
export type AccrualMethod =
  | { readonly by: 'days' }
  | { readonly by: 'degreeDays'; readonly table: DegreeDayTable }
  | {
      readonly by: 'reading';
      readonly quantityInPeriod: Rational;
      readonly quantity: Rational;
      readonly unit: FigureUnit;
    };

/**
 * The key that cuts an invoice at the boundaries of the period, recorded as `<id>.part` and `<id>.whole`.
 * Null when no day of the invoice lies in the period.
 */
export function accrualKey(
  trace: Trace,
  id: string,
  invoiced: Period,
  billed: Period,
  method: AccrualMethod,
): AccrualKey | null {
  const common = intersect(invoiced, billed);
  if (!common) return null;
  if (method.by === 'reading')
    return {
      part: trace.given(`${id}.part`, 'METERED_IN_PERIOD', method.quantityInPeriod, method.unit),
      whole: trace.given(`${id}.whole`, 'METERED_ON_INVOICE', method.quantity, method.unit),
    };
  const measure = (name: string, { from, to }: Period): Figure =>
    method.by === 'days'
      ? trace.given(`${id}.${name}`, 'DAYS', rational(lengthInDays({ from, to })), 'days', { from, to })
      : trace.given(`${id}.${name}`, 'DEGREE_DAYS', degreeDaysOf({ from, to }, method.table), 'perMille', {
          from,
          to,
          table: degreeDayTableLabel(method.table),
        });
  return { part: measure('part', common), whole: measure('whole', invoiced) };
}

/** The cents of an invoice that belong to the period. */
export function accrueCents(trace: Trace, id: string, amount: Figure, key: AccrualKey): Figure {
  return trace.deriveCents(id, 'ACCRUED', [amount, key.part, key.whole]);
}

/** A quantity of the invoice that belongs to the period, unrounded. */
export function accrueQuantity(trace: Trace, id: string, quantity: Figure, key: AccrualKey): Figure {
  return trace.derive(id, 'ACCRUED', [quantity, key.part, key.whole], quantity.unit);
}
