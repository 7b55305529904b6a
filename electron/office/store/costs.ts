/** Billing periods of a property and what they cost. */
import type {
  BillingPeriod,
  BillingPeriodDetails,
  BillingPeriodId,
  Cost,
  CostDetails,
  CostId,
} from '#shared/model/invoice.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Change } from './change.ts';
import { query } from './query.ts';
import type { Store } from './store.ts';

const selectPeriods = query<{ propertyId: PropertyId }>()((sql, given) =>
  sql
    .selectFrom('billing_periods')
    .select(['id', 'property_id as propertyId', 'from_day as from', 'to_day as to', 'rules'])
    .where('property_id', '=', given.propertyId)
    .orderBy('from_day'),
);
const selectCosts = query<{ periodId: BillingPeriodId }>()((sql, given) =>
  sql
    .selectFrom('costs')
    .select([
      'id',
      'period_id as periodId',
      'label',
      'kind',
      'target',
      'amount_cents as amount',
      'labour_cents as labour',
      'invoice_number as invoiceNumber',
      'invoice_day as invoiceDate',
      'supplier',
      'energy_quantity as energyQuantity',
      'energy_unit as energyUnit',
      'energy_basis as energyBasis',
      'co2_kg as co2Kg',
      'co2_cents as co2Cost',
      'extras',
    ])
    .where('period_id', '=', given.periodId)
    .orderBy('id'),
);

function periodValues(details: BillingPeriodDetails) {
  return {
    property_id: details.propertyId,
    from_day: details.from,
    to_day: details.to,
    rules: details.rules,
  };
}

function costValues(details: CostDetails) {
  return {
    period_id: details.periodId,
    label: details.label,
    kind: details.kind,
    target: details.target,
    amount_cents: details.amount,
    labour_cents: details.labour,
    invoice_number: details.invoiceNumber,
    invoice_day: details.invoiceDate,
    supplier: details.supplier,
    energy_quantity: details.energyQuantity,
    energy_unit: details.energyUnit,
    energy_basis: details.energyBasis,
    co2_kg: details.co2Kg,
    co2_cents: details.co2Cost,
    extras: details.extras,
  };
}

/** The billing periods of a property, oldest first. */
export function billingPeriodsOf(store: Store, propertyId: PropertyId): BillingPeriod[] {
  return store.all(selectPeriods, { propertyId });
}

/** `PERIODS_OVERLAP` ends the change when days are in another period already. */
export function addBillingPeriod(change: Change, details: BillingPeriodDetails): BillingPeriodId {
  return change.insert('billing_periods', periodValues(details));
}

export function updateBillingPeriod(
  change: Change,
  id: BillingPeriodId,
  details: BillingPeriodDetails,
): void {
  change.update('billing_periods', id, periodValues(details));
}

/** The costs of a period in the order they were entered. */
export function costsOf(store: Store, periodId: BillingPeriodId): Cost[] {
  return store.all(selectCosts, { periodId });
}

export function addCost(change: Change, details: CostDetails): CostId {
  return change.insert('costs', costValues(details));
}

export function updateCost(change: Change, id: CostId, details: CostDetails): void {
  change.update('costs', id, costValues(details));
}

export function removeCost(change: Change, id: CostId): void {
  change.remove('costs', id);
}
