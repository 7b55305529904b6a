/** What every statement is made of, and the questions its pages ask of it. */
import type { Bill, UserLine } from '#shared/billing/bill.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import type { Tenancy, Unit } from '#shared/billing/case/units.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import type { Edition, Office } from '../model/printed-document.ts';

export interface StatementInput {
  readonly office: Office;
  readonly case: BillingCase;
  readonly bill: Bill;
  readonly documentNumber: string;
  /** The date of the letter. */
  readonly issuedOn: PlainDate;
  readonly edition?: Edition;
}

/** What of an earlier version its correction is compared with; plain data that crosses threads. */
export type BilledBefore = Pick<Bill, 'users' | 'pots' | 'costs'>;

/** The version a bill replaces, and why. */
export interface Correction {
  /** Of the earlier bill, without the running number of a letter. */
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly reason: string;
  /** Null when the earlier bill cannot be computed again by this version of the engine. */
  readonly before: BilledBefore | null;
}

/** Where a tenant pays: the landlord's account, never the office's. */
export interface Account {
  readonly holder: string;
  readonly iban: string;
}

export interface TenantStatementInput extends StatementInput {
  readonly tenancyId: string;
  readonly correction?: Correction;
  readonly account?: Account;
  readonly payBy?: PlainDate;
}

/** One tenancy with what the case and the bill say about it. */
export interface TenantView {
  readonly input: TenantStatementInput;
  readonly user: UserLine;
  readonly tenancy: Tenancy;
  readonly unit: Unit;
}

/** Finds an item by its id. Throws a RangeError: a bill never names what its case does not have. */
export function byId<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const item = items.find((candidate) => candidate.id === id);
  if (item === undefined) throw new RangeError('the bill names something its case does not have');
  return item;
}

/** The view of one tenancy. Throws a RangeError for a vacancy: nobody gets a letter about it. */
export function viewTenancy(input: TenantStatementInput): TenantView {
  const user = byId(input.bill.users, input.tenancyId);
  if (user.kind === 'vacancy') throw new RangeError('a vacancy gets no statement');
  const tenancy = byId(input.case.tenancies, input.tenancyId);
  return { input, user, tenancy, unit: byId(input.case.units, user.unit) };
}

/** Tenancy law protects those who rent a flat; not shops, and not the owners of an association. */
export function isFlatTenant({ input, unit }: TenantView): boolean {
  return unit.kind === 'flat' && !input.case.property.ownersAssociation;
}

/** Whether the user had the unit for the whole billing period. */
export function hasWholePeriod({ input, user }: TenantView): boolean {
  const { period } = input.bill;
  return user.from === period.from && user.to === period.to;
}
