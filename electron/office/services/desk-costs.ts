/** Costs desk: the invoices of a billing period, saved as one list. */
import type { Cost as CostRow, costsDesk } from '#shared/contract/costs.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import type { BillingPeriodId, Cost, CostDetails } from '#shared/model/invoice.ts';
import { fail, succeed } from '#shared/model/result.ts';
import type { Change } from '../store/change.ts';
import { addCost, costsOf, removeCost, updateCost } from '../store/costs.ts';
import { findBillingPeriod } from '../store/whole-office.ts';
import { readCostsOfCase } from './costs-of-case.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

export function createCostsDesk(office: WorkingOffice): HandlersOf<typeof costsDesk> {
  const rowsOf = (periodId: BillingPeriodId): CostRow[] => costsOf(office.session.store, periodId).map(toRow);
  return {
    'costs.list': ({ periodId }) => succeed(rowsOf(periodId)),
    'costs.readFile': async () => {
      const file = await office.options.desktop.chooseFile('Abrechnungsfall wählen', ['json']);
      return file === null ? succeed(null) : await readCostsOfCase(file);
    },
    'costs.save': ({ periodId, rows, reason }) => {
      const { store } = office.session;
      if (findBillingPeriod(store, periodId) === null) return goneFailure();
      const before = costsOf(store, periodId);
      const faulty = rows.findIndex((row) => faultOf(row, before) !== null);
      const fault = rows[faulty] && faultOf(rows[faulty], before);
      if (fault) return fail({ ...fault, field: `rows.${faulty}.${fault.field}` });
      const saved = office.step({
        action: 'costs.save',
        name: 'Kosten gespeichert',
        reason,
        touches: ['costs', 'properties'],
        work: (change) => replaceCosts(change, periodId, rows, before),
        undo: (change) => replaceCosts(change, periodId, before.map(toRow), before),
      });
      return saved.ok ? succeed(rowsOf(periodId)) : saved;
    },
  };
}

/** Rows keep their ids; what was removed and comes back by an undo gets a new one. */
function replaceCosts(
  change: Change,
  periodId: BillingPeriodId,
  rows: readonly CostRow[],
  known: readonly Cost[],
): void {
  const present = new Set(costsOf(change.store, periodId).map(({ id }) => id));
  const kept = new Set(rows.map(({ id }) => id));
  for (const id of present) if (!kept.has(id)) removeCost(change, id);
  for (const row of rows) {
    const details = toDetails(row, periodId, known);
    if (row.id !== null && present.has(row.id)) updateCost(change, row.id, details);
    else addCost(change, details);
  }
}

function toRow(cost: Cost): CostRow {
  return {
    id: cost.id,
    label: cost.label,
    kind: cost.kind as CostRow['kind'],
    target: cost.target,
    supplier: cost.supplier,
    invoiceNumber: cost.invoiceNumber,
    invoiceDate: cost.invoiceDate,
    amountCents: cost.amount,
    labourCents: cost.labour,
    energyQuantity: cost.energyQuantity,
    energyUnit: cost.energyUnit as CostRow['energyUnit'],
    energyBasis: cost.energyBasis,
    co2Kg: cost.co2Kg,
    co2Cents: cost.co2Cost,
  };
}

/** What the window does not show of a row (accrual, keys) stays as it was imported. */
function toDetails(row: CostRow, periodId: BillingPeriodId, known: readonly Cost[]): CostDetails {
  return {
    periodId,
    label: row.label,
    kind: row.kind,
    target: row.target,
    amount: row.amountCents,
    labour: row.labourCents,
    invoiceNumber: row.invoiceNumber,
    invoiceDate: row.invoiceDate,
    supplier: row.supplier,
    energyQuantity: row.energyQuantity,
    energyUnit: row.energyUnit,
    energyBasis: row.energyBasis,
    co2Kg: row.co2Kg,
    co2Cost: row.co2Cents,
    extras: known.find(({ id }) => id === row.id)?.extras ?? null,
  };
}

function faultOf(
  row: CostRow,
  known: readonly Cost[],
): { readonly code: string; readonly message: string; readonly field: keyof CostRow } | null {
  if ((row.energyQuantity === null) !== (row.energyUnit === null))
    return {
      code: 'ENERGY_INCOMPLETE',
      message: 'Zur Energiemenge gehört ihre Einheit. Bitte geben Sie beide an oder keine.',
      field: row.energyQuantity === null ? 'energyQuantity' : 'energyUnit',
    };
  if ((row.co2Kg === null) !== (row.co2Cents === null))
    return {
      code: 'CO2_INCOMPLETE',
      message: 'Zur CO₂-Menge gehören ihre Kosten. Bitte geben Sie beide an oder keine.',
      field: row.co2Kg === null ? 'co2Kg' : 'co2Cents',
    };
  const isNew = !known.some(({ id }) => id === row.id);
  if (isNew && (row.target === 'further' || row.target === 'direct'))
    return {
      code: 'TARGET_NEEDS_CASE_FILE',
      message:
        'Weitere und direkte Kosten kommen bisher nur aus einer Falldatei. Bitte wählen Sie Heizung, Warmwasser oder beide.',
      field: 'target',
    };
  return null;
}
