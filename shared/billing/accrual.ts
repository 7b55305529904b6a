/** Accrual (Abgrenzung): the part of an invoice that belongs to the billing period (§ 7 Abs. 2 HeizkostenV). */
import { intersect, lengthInDays, type Period } from '../model/period.ts';
import { rational, type Rational } from '../model/rational.ts';
import type { DegreeDayTable } from './case/rules.ts';
import { degreeDaysOf, degreeDayTableLabel } from './degree-days.ts';
import type { Facts, Figure, FigureUnit, Trace } from './trace.ts';

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
  const facts = ({ from, to }: Period): Facts => ({ from, to });
  switch (method.by) {
    case 'days':
      return {
        part: trace.given(`${id}.part`, 'DAYS', rational(lengthInDays(common)), 'days', facts(common)),
        whole: trace.given(`${id}.whole`, 'DAYS', rational(lengthInDays(invoiced)), 'days', facts(invoiced)),
      };
    case 'degreeDays': {
      const table = degreeDayTableLabel(method.table);
      const measure = (name: string, days: Period): Figure =>
        trace.given(`${id}.${name}`, 'DEGREE_DAYS', degreeDaysOf(days, method.table), 'perMille', {
          ...facts(days),
          table,
        });
      return { part: measure('part', common), whole: measure('whole', invoiced) };
    }
    case 'reading':
      return {
        part: trace.given(`${id}.part`, 'METERED_IN_PERIOD', method.quantityInPeriod, method.unit),
        whole: trace.given(`${id}.whole`, 'METERED_ON_INVOICE', method.quantity, method.unit),
      };
  }
}

/** The cents of an invoice that belong to the period. */
export function accrueCents(trace: Trace, id: string, amount: Figure, key: AccrualKey): Figure {
  return trace.deriveCents(id, 'ACCRUED', [amount, key.part, key.whole]);
}

/** A quantity of the invoice that belongs to the period, unrounded. */
export function accrueQuantity(trace: Trace, id: string, quantity: Figure, key: AccrualKey): Figure {
  return trace.derive(id, 'ACCRUED', [quantity, key.part, key.whole], quantity.unit);
}
