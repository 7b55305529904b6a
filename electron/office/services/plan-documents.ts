/** Which documents a bill has: a PDF a tenancy, the overall statement, the internal risk sheet; and their names. */
import type { Bill } from '#shared/billing/bill.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import type { RunDocument } from '#shared/contract/documents.ts';
import { yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import type { Failure, Result } from '#shared/model/result.ts';
import type { Edition, Office } from '../documents/model/printed-document.ts';
import { renderOverallStatement } from '../documents/overall-statement.ts';
import { renderRiskSheet } from '../documents/risk-sheet.ts';
import type { Account, Correction } from '../documents/statement/statement-input.ts';
import { renderTenantStatement } from '../documents/tenant-statement.ts';

/** A bill as it is printed. */
export interface PrintedBill {
  readonly office: Office;
  readonly case: BillingCase;
  /** Begins every document number of this bill, such as `2025-0001`. */
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly edition?: Edition;
  /** The version this bill replaces; its letters say what changed. */
  readonly correction?: Correction;
  /** Where tenants pay: the landlord's account; without it no payment code is printed. */
  readonly account?: Account;
  readonly payBy?: PlainDate;
}

export interface PlannedDocument {
  readonly document: RunDocument;
  readonly fileName: string;
  readonly render: () => Promise<Result<Uint8Array, Failure>>;
}

/** The documents in their order, the overall statement first. */
export function planDocuments(printed: PrintedBill, bill: Bill): PlannedDocument[] {
  const { office, case: billingCase, issuedOn, edition, number, correction, account, payBy } = printed;
  const common = { office, case: billingCase, bill, issuedOn, ...(edition && { edition }) };
  const house = [String(yearOf(bill.period.to)), billingCase.property.name];
  const payment = { ...(account && { account }), ...(payBy && { payBy }) };
  const tenancies = bill.users.filter((user) => user.kind === 'tenancy');
  const names = new FileNames();
  return [
    {
      document: { kind: 'overall' },
      fileName: names.take([...house, 'Gesamtabrechnung']),
      render: () => renderOverallStatement({ ...common, documentNumber: `${number}-000` }),
    },
    ...tenancies.map((user, index): PlannedDocument => ({
      document: { kind: 'statement', billId: user.id },
      fileName: names.take([...house, labelOf(billingCase, user.unit), tenantOf(billingCase, user.id)]),
      render: () =>
        renderTenantStatement({
          ...common,
          ...payment,
          ...(correction && { correction }),
          documentNumber: `${number}-${String(index + 1).padStart(3, '0')}`,
          tenancyId: user.id,
        }),
    })),
    {
      document: { kind: 'risks' },
      fileName: names.take([...house, 'Risikoblatt', 'intern']),
      render: () => renderRiskSheet({ ...common, documentNumber: `${number}-R` }),
    },
  ];
}

function labelOf({ units }: BillingCase, id: string): string {
  return units.find((unit) => unit.id === id)?.label ?? id;
}

function tenantOf({ tenancies }: BillingCase, id: string): string {
  return tenancies.find((tenancy) => tenancy.id === id)?.tenant.name ?? id;
}

/** File names that every system takes and that sort by property, unit and name; never two alike. */
class FileNames {
  readonly #taken = new Set<string>();

  take(parts: readonly string[]): string {
    const base = parts
      .map((part) =>
        part
          .normalize('NFC')
          .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
          .replaceAll(/^-|-$/g, ''),
      )
      .join('_')
      .slice(0, 120);
    let name = base;
    // Some file systems do not tell capitals apart.
    for (let copy = 2; this.#taken.has(name.toLowerCase()); copy += 1) name = `${base}-${copy}`;
    this.#taken.add(name.toLowerCase());
    return `${name}.pdf`;
  }
}
