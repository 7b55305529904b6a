/** Reads the costs of a case file (docs/case-format.md) as rows of the grid. */
import { readFile } from 'node:fs/promises';
import { centsIn, exactly } from '#shared/billing/case/values.ts';
import type { BillingCase } from '#shared/billing/billing-case.ts';
import { readCase } from '#shared/billing/read-case.ts';
import type { Cost } from '#shared/contract/costs.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import { decimalTextOf, type DecimalText } from '#shared/model/decimal-text.ts';
import { toShortDecimal } from '#shared/model/rational.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { sayFault } from '#shared/text/billing/case-faults.ts';

type CaseCost = BillingCase['costs'][number];
type PotCost = Exclude<CaseCost, { readonly target: 'further' | 'direct' }>;

/** Larger case files are none of ours. */
const LARGEST_FILE_BYTES = 20_000_000;
const DECIMALS = 9;

/** The rows of the pots; further and direct costs are counted and left out. */
export async function readCostsOfCase(
  file: string,
): Promise<Result<{ readonly rows: Cost[]; readonly skipped: number }, OfficeFailure>> {
  const document = await readJson(file);
  if (document === undefined) return unreadable('Die Datei ist kein lesbarer Abrechnungsfall (JSON).');
  const read = readCase(document);
  if (!read.ok) {
    const [fault] = read.error;
    return unreadable(
      fault === undefined ? 'Der Abrechnungsfall ist fehlerhaft.' : `${fault.path}: ${sayFault(fault)}`,
    );
  }
  if (read.value.kind !== 'bill') return unreadable('Die Datei ist ein Rechenbeispiel und keine Abrechnung.');
  const { costs } = read.value;
  const ofPots = costs.filter(
    (cost): cost is PotCost => cost.target !== 'further' && cost.target !== 'direct',
  );
  return succeed({ rows: ofPots.map(toRow), skipped: costs.length - ofPots.length });
}

async function readJson(file: string): Promise<unknown> {
  try {
    const bytes = await readFile(file);
    return bytes.length > LARGEST_FILE_BYTES ? undefined : JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}

function unreadable(message: string): { readonly ok: false; readonly error: OfficeFailure } {
  return fail({ code: 'CASE_UNREADABLE', message });
}

function toRow(cost: PotCost): Cost {
  const { invoice, energy, co2 } = cost;
  const stated = co2 === undefined || co2 === 'notOnInvoice' ? null : co2;
  return {
    id: null,
    label: cost.label,
    kind: cost.kind,
    target: cost.target,
    supplier: invoice?.supplier ?? null,
    invoiceNumber: invoice?.number ?? null,
    invoiceDate: invoice?.date ?? null,
    amountCents: centsIn(cost.amount),
    labourCents: cost.labour === undefined ? null : centsIn(cost.labour),
    energyQuantity: energy === undefined ? null : plain(energy.quantity),
    energyUnit: energy?.unit ?? null,
    energyBasis: energy?.basis ?? null,
    co2Kg: stated === null ? null : plain(stated.kg),
    co2Cents: stated === null ? null : centsIn(stated.amount),
  };
}

function plain(value: Parameters<typeof exactly>[0]): DecimalText {
  return decimalTextOf(toShortDecimal(exactly(value), DECIMALS));
}
