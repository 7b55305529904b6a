/** What a billing period costs: the invoices of a property, with the energy and CO2 their supplier states. */
import type { DecimalText } from './decimal-text.ts';
import type { Cents } from './money.ts';
import type { PlainDate } from './plain-date.ts';
import type { PropertyId } from './property.ts';

declare const billingPeriodId: unique symbol;
export type BillingPeriodId = number & { readonly [billingPeriodId]: true };

declare const costId: unique symbol;
export type CostId = number & { readonly [costId]: true };

/** A property's billing period (Abrechnungszeitraum) and the rules chosen for it, as billing understands them. */
export interface BillingPeriodDetails {
  readonly propertyId: PropertyId;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** JSON of the billing rules; the store keeps it and does not read it. */
  readonly rules: string;
}

export interface BillingPeriod extends BillingPeriodDetails {
  readonly id: BillingPeriodId;
}

/** Whom a cost concerns: both pots until § 9 HeizkostenV separates them, one of them, or neither. */
export type CostTarget = 'joint' | 'heating' | 'hotWater' | 'further' | 'direct';

export interface CostDetails {
  readonly periodId: BillingPeriodId;
  readonly label: string;
  /** A cost kind of the billing rules, such as `fuel` or `maintenance`. */
  readonly kind: string;
  readonly target: CostTarget;
  /** Gross; negative for a credit note. */
  readonly amount: Cents;
  /** Labour within the amount (§ 35a EStG). */
  readonly labour: Cents | null;
  readonly invoiceNumber: string | null;
  readonly invoiceDate: PlainDate | null;
  readonly supplier: string | null;
  readonly energyQuantity: DecimalText | null;
  /** Such as `kWh`, `l`, `m3`. */
  readonly energyUnit: string | null;
  /** What the supplier's kilowatt hours mean: gross or net calorific value, or metered heat. */
  readonly energyBasis: 'Hs' | 'Hi' | 'heat' | null;
  /** Emissions and their price as § 3 CO2KostAufG makes the supplier state them. */
  readonly co2Kg: DecimalText | null;
  readonly co2Cost: Cents | null;
  /** Anything more billing asks for (accrual, distribution key), as JSON; the store does not read it. */
  readonly extras: string | null;
}

export interface Cost extends CostDetails {
  readonly id: CostId;
}
