/** The costs grid as rows that are changed before they are kept. Pure. */
import type { Cost } from '#shared/contract/costs.ts';
import { centsOf } from '#shared/model/money.ts';

/** A row of the grid; its key is its own, for a new row has no id yet. */
export interface CostRow {
  readonly key: string;
  readonly cost: Cost;
}

/** What a cell may change. */
export type CostChange = Partial<Omit<Cost, 'id'>>;

/** The kept rows of a period. */
export function keptRows(costs: readonly Cost[]): CostRow[] {
  return costs.map((cost, index) => ({ key: `kept.${cost.id ?? index}`, cost }));
}

export function newRow(key: string, label: string): CostRow {
  return {
    key,
    cost: {
      id: null,
      label,
      kind: 'other',
      target: 'joint',
      supplier: null,
      invoiceNumber: null,
      invoiceDate: null,
      amountCents: centsOf(0),
      labourCents: null,
      energyQuantity: null,
      energyUnit: null,
      energyBasis: null,
      co2Kg: null,
      co2Cents: null,
    },
  };
}

export function changeRow(rows: readonly CostRow[], key: string, change: CostChange): CostRow[] {
  return rows.map((row) => (row.key === key ? { key, cost: { ...row.cost, ...change } } : row));
}

/** Puts a copy of a row below it, as for twelve bills that differ in date and amount. */
export function duplicateRow(rows: readonly CostRow[], key: string, newKey: string): CostRow[] {
  return rows.flatMap((row) =>
    row.key === key ? [row, { key: newKey, cost: { ...row.cost, id: null } }] : [row],
  );
}

function isSame(a: Cost, b: Cost): boolean {
  return (Object.keys(a) as (keyof Cost)[]).every((field) => a[field] === b[field]);
}

/** How many rows were added, changed or taken away; a value changed back does not count. */
export function countChanges(kept: readonly CostRow[], rows: readonly CostRow[]): number {
  const before = new Map(kept.map(({ key, cost }) => [key, cost]));
  const changed = rows.filter(({ key, cost }) => {
    const old = before.get(key);
    return !old || !isSame(old, cost);
  });
  const keys = new Set(rows.map(({ key }) => key));
  return changed.length + kept.filter(({ key }) => !keys.has(key)).length;
}
