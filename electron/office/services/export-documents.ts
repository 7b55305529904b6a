/** Writes the statements of a bill into a folder: one PDF a tenancy, the overall statement, the internal risk sheet. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Bill } from '#shared/billing/bill.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { yearOf, type PlainDate } from '#shared/model/plain-date.ts';
import { fail, succeed, type Failure, type Result } from '#shared/model/result.ts';
import type { Office } from '../documents/model/printed-document.ts';
import { renderOverallStatement } from '../documents/overall-statement.ts';
import { renderRiskSheet } from '../documents/risk-sheet.ts';
import type { Account } from '../documents/statement/statement-input.ts';
import { renderTenantStatement } from '../documents/tenant-statement.ts';

export interface DocumentExport {
  readonly office: Office;
  readonly case: BillingCase;
  readonly bill: Bill;
  /** Begins every document number of this bill, such as `2025-0001`. */
  readonly number: string;
  readonly issuedOn: PlainDate;
  /** Where tenants pay: the landlord's account; without it no payment code is printed. */
  readonly account?: Account;
  readonly payBy?: PlainDate;
  readonly folder: string;
  readonly onProgress?: (written: number, total: number) => void;
  /** Ends before the next document; what is written stays and is whole. */
  readonly signal?: AbortSignal;
}

interface PlannedDocument {
  readonly fileName: string;
  readonly render: () => Promise<Result<Uint8Array, Failure>>;
}

/**
 * Writes the documents one after the other and returns their file names. A file is either there and whole or not
 * there; a text that cannot be printed ends the export with its place.
 */
export async function exportDocuments(job: DocumentExport): Promise<Result<string[], Failure>> {
  const refused = await tryFiles(() => mkdir(job.folder, { recursive: true }));
  if (refused) return refused;
  const planned = planDocuments(job);
  const written: string[] = [];
  for (const { fileName, render } of planned) {
    if (job.signal?.aborted) break;
    const document = await render();
    if (!document.ok) return document;
    const failed = await tryFiles(() => writeWhole(path.join(job.folder, fileName), document.value));
    if (failed) return failed;
    written.push(fileName);
    job.onProgress?.(written.length, planned.length);
  }
  return succeed(written);
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.neu`;
  try {
    await writeFile(draft, bytes);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** What the file system refuses comes back as a sentence; null when it did not. */
async function tryFiles(work: () => Promise<unknown>): Promise<ReturnType<typeof fail<Failure>> | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    return fail({
      code: 'FOLDER_NOT_WRITABLE',
      message:
        'In den gewählten Ordner lässt sich nicht schreiben. Bitte prüfen Sie Rechte und freien Platz oder wählen Sie einen anderen Ordner; geschriebene Dokumente sind vollständig.',
    });
  }
}

function planDocuments(job: DocumentExport): PlannedDocument[] {
  const { office, case: billingCase, bill, issuedOn } = job;
  const common = { office, case: billingCase, bill, issuedOn };
  const house = [String(yearOf(bill.period.to)), billingCase.property.name];
  const payment = { ...(job.account && { account: job.account }), ...(job.payBy && { payBy: job.payBy }) };
  const tenancies = bill.users.filter((user) => user.kind === 'tenancy');
  const names = new FileNames();
  return [
    {
      fileName: names.take([...house, 'Gesamtabrechnung']),
      render: () => renderOverallStatement({ ...common, documentNumber: `${job.number}-000` }),
    },
    ...tenancies.map((user, index) => ({
      fileName: names.take([...house, labelOf(billingCase, user.unit), tenantOf(billingCase, user.id)]),
      render: () =>
        renderTenantStatement({
          ...common,
          ...payment,
          documentNumber: `${job.number}-${String(index + 1).padStart(3, '0')}`,
          tenancyId: user.id,
        }),
    })),
    {
      fileName: names.take([...house, 'Risikoblatt', 'intern']),
      render: () => renderRiskSheet({ ...common, documentNumber: `${job.number}-R` }),
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
