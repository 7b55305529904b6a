/** The columns of the costs grid; every cell is typed in place. */
import { cost, costKind, type Cost } from '#shared/contract/costs.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { numberOf, readCents, readQuantity, typedCents, typedQuantity } from '../../lib/amounts.ts';
import { today } from '../../lib/moment.ts';
import { readDay } from '../../lib/read-day.ts';
import { optionsOf } from '../../ui/options.ts';
import type { CellEditing, Column } from '../../ui/table/column.ts';
import type { CostChange, CostRow } from './cost-rows.ts';

type Change = (typed: string) => Result<CostChange, string>;

const NONE = { value: '', label: '–' } as const;
const { target, energyUnit, energyBasis } = cost.shape;

/** Targets staff can choose; the others keep what was imported with them. */
const TYPED_TARGETS = ['joint', 'heating', 'hotWater'] as const;

function trimmed(typed: string): string {
  return typed.trim();
}

function isTyped({ cost: { target: current } }: CostRow): boolean {
  return current !== 'further' && current !== 'direct';
}

export function costColumns(
  words: Dictionary,
  write: (key: string, change: CostChange) => void,
): readonly Column<CostRow>[] {
  const { costs, common } = words;
  const editing = (text: (row: Cost) => string, read: Change): CellEditing<CostRow> => ({
    text: (row) => text(row.cost),
    write: (row, typed) => {
      const changed = read(typed);
      if (!changed.ok) return changed;
      write(row.key, changed.value);
      return succeed(null);
    },
  });
  const optional =
    <Value>(read: (typed: string) => Value | null, make: (value: Value | null) => CostChange): Change =>
    (typed) => {
      if (typed.trim() === '') return succeed(make(null));
      const value = read(typed);
      return value === null ? fail(common.amountUnreadable) : succeed(make(value));
    };
  const amount: Change = (typed) => {
    const amountCents = readCents(typed);
    return amountCents === null ? fail(common.amountUnreadable) : succeed({ amountCents });
  };
  const label: Change = (typed) =>
    typed.trim() === '' ? fail(common.required) : succeed({ label: typed.trim() });
  const date: Change = (typed) => {
    if (typed.trim() === '') return succeed({ invoiceDate: null });
    const read = readDay(typed, today(), words);
    return read.ok ? succeed({ invoiceDate: read.day }) : fail(read.message);
  };
  return [
    {
      id: 'label',
      title: costs.name,
      kind: 'text',
      value: (row) => row.cost.label,
      width: 290,
      editing: editing((row) => row.label, label),
    },
    {
      id: 'kind',
      title: costs.kind,
      kind: 'text',
      value: (row) => costs.kinds[row.cost.kind],
      width: 180,
      editing: {
        ...editing(
          (row) => row.kind,
          (typed) => succeed({ kind: costKind.parse(typed) }),
        ),
        choices: () => optionsOf(costs.kinds),
      },
    },
    {
      id: 'target',
      title: costs.target,
      kind: 'text',
      value: (row) => costs.targets[row.cost.target],
      width: 245,
      editing: {
        ...editing(
          (row) => row.target,
          (typed) => succeed({ target: target.parse(typed) }),
        ),
        isAllowed: isTyped,
        choices: () => TYPED_TARGETS.map((value) => ({ value, label: costs.targets[value] })),
      },
    },
    {
      id: 'amount',
      title: costs.gross,
      unit: '€',
      kind: 'money',
      value: (row) => row.cost.amountCents,
      width: 140,
      isSummed: true,
      editing: editing((row) => typedCents(row.amountCents), amount),
    },
    {
      id: 'energy',
      title: costs.energy,
      kind: 'decimal',
      places: 1,
      value: (row) => numberOf(row.cost.energyQuantity),
      width: 120,
      editing: editing(
        (row) => typedQuantity(row.energyQuantity),
        optional(readQuantity, (energyQuantity) => ({ energyQuantity })),
      ),
    },
    {
      id: 'unit',
      title: costs.energyUnit,
      kind: 'text',
      value: (row) => (row.cost.energyUnit === null ? null : costs.energyUnits[row.cost.energyUnit]),
      width: 90,
      editing: {
        ...editing(
          (row) => row.energyUnit ?? '',
          (typed) => succeed({ energyUnit: typed === '' ? null : energyUnit.parse(typed) }),
        ),
        choices: () => [NONE, ...optionsOf(costs.energyUnits)],
      },
    },
    {
      id: 'basis',
      title: costs.energyBasis,
      kind: 'text',
      value: (row) => (row.cost.energyBasis === null ? null : costs.energyBases[row.cost.energyBasis]),
      width: 140,
      editing: {
        ...editing(
          (row) => row.energyBasis ?? '',
          (typed) => succeed({ energyBasis: typed === '' ? null : energyBasis.parse(typed) }),
        ),
        choices: () => [NONE, ...optionsOf(costs.energyBases)],
      },
    },
    {
      id: 'co2Kg',
      title: costs.co2Kg,
      unit: 'kg',
      kind: 'decimal',
      places: 1,
      value: (row) => numberOf(row.cost.co2Kg),
      width: 140,
      isSummed: true,
      editing: editing(
        (row) => typedQuantity(row.co2Kg),
        optional(readQuantity, (co2Kg) => ({ co2Kg })),
      ),
    },
    {
      id: 'co2Cost',
      title: costs.co2Cost,
      unit: '€',
      kind: 'money',
      value: (row) => row.cost.co2Cents,
      width: 150,
      isSummed: true,
      editing: editing(
        (row) => typedCents(row.co2Cents),
        optional(readCents, (co2Cents) => ({ co2Cents })),
      ),
    },
    {
      id: 'labour',
      title: costs.labour,
      unit: '€',
      kind: 'money',
      value: (row) => row.cost.labourCents,
      width: 180,
      isSummed: true,
      editing: editing(
        (row) => typedCents(row.labourCents),
        optional(readCents, (labourCents) => ({ labourCents })),
      ),
    },
    {
      id: 'supplier',
      title: costs.supplier,
      kind: 'text',
      value: (row) => row.cost.supplier,
      width: 180,
      editing: editing(
        (row) => row.supplier ?? '',
        optional(trimmed, (supplier) => ({ supplier })),
      ),
    },
    {
      id: 'number',
      title: costs.invoiceNumber,
      kind: 'text',
      value: (row) => row.cost.invoiceNumber,
      width: 140,
      editing: editing(
        (row) => row.invoiceNumber ?? '',
        optional(trimmed, (invoiceNumber) => ({ invoiceNumber })),
      ),
    },
    {
      id: 'date',
      title: costs.invoiceDate,
      kind: 'day',
      value: (row) => row.cost.invoiceDate,
      width: 150,
      editing: editing((row) => (row.invoiceDate === null ? '' : formatDate(row.invoiceDate)), date),
    },
  ];
}
