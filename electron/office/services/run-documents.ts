/** The documents of a billing run: one of them for the preview, or all of them into a folder. */
import type { Office } from '../documents/model/printed-document.ts';
import { renderOverallStatement } from '../documents/overall-statement.ts';
import { renderTenantStatement } from '../documents/tenant-statement.ts';
import type { Settings } from '#shared/contract/settings.ts';
import type { Bill } from '#shared/billing/bill.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { Failure, Result } from '#shared/model/result.ts';

/** A run as it is printed. */
export interface PrintedRun {
  readonly id: number;
  readonly case: BillingCase;
  readonly bill: Bill;
  readonly office: Office;
  readonly issuedOn: PlainDate;
}

/** Begins every document number of a run: `2025-0007`. */
export function numberOfRun({ id, bill }: Pick<PrintedRun, 'id' | 'bill'>): string {
  return `${yearOf(bill.period.to)}-${String(id).padStart(4, '0')}`;
}

/** The sender of all documents. */
export function senderOf({ office }: Settings): Office {
  return {
    name: office.name,
    address: office.addressLines,
    ...(office.phone !== '' && { phone: office.phone }),
    ...(office.email !== '' && { email: office.email }),
  };
}

/** A tenant's statement, or the landlord's overall statement when `billId` is null; null for an unknown tenancy. */
export async function renderOne(
  run: PrintedRun,
  billId: string | null,
): Promise<Result<Uint8Array, Failure> | null> {
  const { office, case: billingCase, bill, issuedOn } = run;
  const common = { office, case: billingCase, bill, issuedOn };
  const number = numberOfRun(run);
  if (billId === null) return await renderOverallStatement({ ...common, documentNumber: `${number}-000` });
  const index = bill.users.filter(({ kind }) => kind === 'tenancy').findIndex(({ id }) => id === billId);
  if (index < 0) return null;
  const documentNumber = `${number}-${String(index + 1).padStart(3, '0')}`;
  return await renderTenantStatement({ ...common, documentNumber, tenancyId: billId });
}
