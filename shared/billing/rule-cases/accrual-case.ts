/** Single-rule case `accrual`: which part of invoices belongs to the period, and which days nobody invoiced (§ 7 Abs. 2). */
import { z } from 'zod';
import { gapsIn, intersect, lengthInDays, type Period } from '../../model/period.ts';
import { compare, isNegative, isZero, rational, toFraction } from '../../model/rational.ts';
import { accrualKey, accrueCents, accrueQuantity, type AccrualKey, type AccrualMethod } from '../accrual.ts';
import { degreeDayTable } from '../case/rules.ts';
import { centsIn, euros, exactly, id, period, quantity } from '../case/values.ts';
import type { Finding } from '../findings.ts';
import { Trace, type Figure } from '../trace.ts';
import { headOf, refusal, refuse, type Answer, type RuleOutcome } from './answer.ts';

/** What else the invoice counts, cut by the same key as its euros (§ 5 Abs. 1 S. 5 CO2KostAufG). */
const measured = {
  quantity: quantity.optional().describe('Metered quantity of the invoice.'),
  co2Kg: quantity.optional(),
  co2Amount: euros.optional(),
};

const counted = z.strictObject({
  id,
  amount: euros,
  ...measured,
  days: z.int().positive().describe('Days of the invoice.'),
  overlapDays: z.int().min(0).describe('Days of it within the period.'),
});

const dated = z.strictObject({
  id,
  amount: euros,
  ...measured,
  period,
  quantityInPeriod: quantity.optional().describe('Metered between the boundaries: method reading.'),
});

export const accrualCase = z.strictObject({
  ...headOf('accrual'),
  method: z.enum(['days', 'degreeDays', 'reading']).default('days'),
  degreeDayTable: degreeDayTable.default('summer92'),
  period: period.optional(),
  periodDays: z.int().positive().default(365).describe('Where the invoices are given by numbers of days.'),
  invoices: z.array(z.union([counted, dated])).min(1),
});

type AccrualCase = z.output<typeof accrualCase>;
type Counted = z.output<typeof counted>;
type Dated = z.output<typeof dated>;

/** A part that is more than its whole, as when more days are invoiced than there are. */
function partAboveWhole(about: readonly string[], part: string, whole: string): Finding {
  return refusal('PART_ABOVE_WHOLE', about, { part, whole });
}

function countedKey(trace: Trace, invoice: Counted): AccrualKey | Finding {
  const { days, overlapDays } = invoice;
  if (overlapDays > days) return partAboveWhole([`invoice.${invoice.id}`], String(overlapDays), String(days));
  return {
    part: trace.given(`invoice.${invoice.id}.part`, 'DAYS', rational(invoice.overlapDays), 'days'),
    whole: trace.given(`invoice.${invoice.id}.whole`, 'DAYS', rational(invoice.days), 'days'),
  };
}

function datedKey(trace: Trace, given: AccrualCase, invoice: Dated): AccrualKey | Finding {
  const about = [`invoice.${invoice.id}`];
  if (!given.period) return refusal('ACCRUAL_WITHOUT_PERIOD', about);
  let method: AccrualMethod;
  if (given.method === 'reading') {
    if (
      invoice.quantity === undefined ||
      invoice.quantityInPeriod === undefined ||
      isZero(exactly(invoice.quantity))
    )
      return refusal('READING_ACCRUAL_WITHOUT_QUANTITY', about);
    if (compare(exactly(invoice.quantityInPeriod), exactly(invoice.quantity)) > 0)
      return partAboveWhole(about, String(invoice.quantityInPeriod), String(invoice.quantity));
    method = {
      by: 'reading',
      quantityInPeriod: exactly(invoice.quantityInPeriod),
      quantity: exactly(invoice.quantity),
      unit: 'kWh',
    };
  } else
    method = given.method === 'days' ? { by: 'days' } : { by: 'degreeDays', table: given.degreeDayTable };
  return (
    accrualKey(trace, `invoice.${invoice.id}`, invoice.period, given.period, method) ??
    refusal('INVOICE_OUTSIDE_PERIOD', about, { ...invoice.period })
  );
}

/** The quantity, the kilograms and the euros of CO2 that belong to the period, as far as the invoice has them. */
function measuredInPeriod(trace: Trace, invoice: Counted | Dated, key: AccrualKey): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  const name = `invoice.${invoice.id}`;
  if (invoice.quantity !== undefined) {
    const used = trace.given(`${name}.quantity`, 'ENERGY', exactly(invoice.quantity), 'share');
    answers['quantity'] = accrueQuantity(trace, `${name}.quantity.inPeriod`, used, key);
  }
  if (invoice.co2Kg !== undefined) {
    const kg = trace.given(`${name}.co2Kg`, 'CO2_KG', exactly(invoice.co2Kg), 'kg');
    answers['co2Kg'] = accrueQuantity(trace, `${name}.co2Kg.inPeriod`, kg, key);
  }
  if (invoice.co2Amount !== undefined) {
    const cents = rational(centsIn(invoice.co2Amount));
    const amount = trace.given(`${name}.co2Amount`, 'CO2_AMOUNT', cents, 'ct');
    answers['co2Amount'] = accrueCents(trace, `${name}.co2Amount.inPeriod`, amount, key);
  }
  return answers;
}

function coverage(trace: Trace, given: AccrualCase): { covered: Figure; whole: Figure; missing: Figure } {
  const { period: billed } = given;
  const overlaps = given.invoices
    .map((invoice) => ('period' in invoice && billed ? intersect(invoice.period, billed) : null))
    .filter((common): common is Period => common !== null);
  const gaps = billed ? gapsIn(billed, overlaps) : [];
  const wholeDays = billed ? lengthInDays(billed) : given.periodDays;
  const coveredDays = billed
    ? wholeDays - gaps.reduce((total, gap) => total + lengthInDays(gap), 0)
    : given.invoices.reduce((total, invoice) => total + ('days' in invoice ? invoice.overlapDays : 0), 0);
  const whole = trace.given('period.days', 'DAYS', rational(wholeDays), 'days');
  const covered = trace.given('covered.days', 'DAYS', rational(coveredDays), 'days');
  return { covered, whole, missing: trace.derive('missing.days', 'DAYS_MISSING', [whole, covered], 'days') };
}

/** Runs the case. */
export function runAccrualCase(given: AccrualCase): RuleOutcome {
  const trace = new Trace();
  const invoices: Record<string, Answer> = {};
  const allocated: Figure[] = [];
  const findings: Finding[] = [];
  for (const invoice of given.invoices) {
    const amount = trace.given(`invoice.${invoice.id}`, 'INVOICE', rational(centsIn(invoice.amount)), 'ct');
    const key = 'days' in invoice ? countedKey(trace, invoice) : datedKey(trace, given, invoice);
    if ('code' in key) {
      findings.push(key);
      continue;
    }
    const part = accrueCents(trace, `invoice.${invoice.id}.inPeriod`, amount, key);
    allocated.push(part);
    const one = trace.figures.get('one') ?? trace.given('one', 'WHOLE', rational(1), 'ratio');
    invoices[invoice.id] = {
      allocated: part,
      share: accrueQuantity(trace, `invoice.${invoice.id}.share`, one, key),
      part: key.part,
      whole: key.whole,
      ...measuredInPeriod(trace, invoice, key),
    };
  }
  if (findings.length > 0) return { kind: 'refused', findings };
  const { covered, whole, missing } = coverage(trace, given);
  if (isNegative(missing.value)) {
    const evidence = { part: toFraction(covered.value), whole: toFraction(whole.value) };
    return refuse('PART_ABOVE_WHOLE', ['invoices'], evidence);
  }
  return {
    kind: 'answered',
    answers: {
      allocated: trace.derive('allocated', 'COSTS_TOGETHER', allocated, 'ct'),
      coverage: trace.derive('coverage', 'COVERAGE', [covered, whole], 'ratio'),
      missingDays: missing,
      invoices,
    },
    figures: trace.figures,
  };
}
