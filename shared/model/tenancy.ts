/** A tenancy (Nutzungszeit): who uses a unit from which day to which. Days nobody covers are vacancy. */
import type { Cents } from './money.ts';
import type { PersonId } from './person.ts';
import type { PlainDate } from './plain-date.ts';
import type { UnitId } from './unit.ts';

declare const tenancyId: unique symbol;
export type TenancyId = number & { readonly [tenancyId]: true };

declare const prepaymentId: unique symbol;
export type PrepaymentId = number & { readonly [prepaymentId]: true };

export interface TenancyDetails {
  readonly unitId: UnitId;
  readonly personId: PersonId;
  readonly from: PlainDate;
  /** The last day, which still is the tenant's; null while he stays. */
  readonly to: PlainDate | null;
}

export interface Tenancy extends TenancyDetails {
  readonly id: TenancyId;
}

/** A prepayment (Vorauszahlung) that really arrived, not one that was agreed. */
export interface PrepaymentDetails {
  readonly tenancyId: TenancyId;
  readonly paidOn: PlainDate;
  readonly amount: Cents;
}

export interface Prepayment extends PrepaymentDetails {
  readonly id: PrepaymentId;
}
