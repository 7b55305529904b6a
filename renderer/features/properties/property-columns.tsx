/** The columns of the list of properties. */
import type { PropertySummary } from '#shared/contract/properties.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { numberOf } from '../../lib/amounts.ts';
import type { Column } from '../../ui/table/column.ts';
import { StageMark } from '../billing/stage-mark.tsx';

export function propertyColumns({ properties: words }: Dictionary): readonly Column<PropertySummary>[] {
  return [
    { id: 'name', title: words.name, kind: 'text', value: (row) => row.name, width: 200 },
    {
      id: 'address',
      title: words.address,
      kind: 'text',
      value: (row) => row.addressLines.join(', '),
      width: 280,
    },
    { id: 'landlord', title: words.landlord, kind: 'text', value: (row) => row.landlordName, width: 160 },
    {
      id: 'units',
      title: words.units,
      kind: 'decimal',
      places: 0,
      value: (row) => row.unitCount,
      width: 96,
      isSummed: true,
    },
    {
      id: 'meters',
      title: words.meters,
      kind: 'decimal',
      places: 0,
      value: (row) => row.meterCount,
      width: 116,
      isSummed: true,
    },
    {
      id: 'area',
      title: words.livingArea,
      unit: 'm²',
      kind: 'decimal',
      value: (row) => numberOf(row.livingAreaM2),
      width: 150,
      isSummed: true,
    },
    {
      id: 'period',
      title: words.period,
      kind: 'day',
      value: (row) => row.period?.to ?? null,
      show: (row) => (row.period === null ? '' : formatPeriod(row.period)),
      width: 190,
    },
    {
      id: 'stage',
      title: words.stage,
      kind: 'text',
      value: (row) => (row.period === null ? null : words.stages[row.period.stage]),
      show: (row) => (row.period === null ? null : <StageMark stage={row.period.stage} />),
      width: 120,
    },
    { id: 'due', title: words.dueOn, kind: 'day', value: (row) => row.period?.dueOn ?? null, width: 110 },
    {
      id: 'open',
      title: words.openPoints,
      kind: 'decimal',
      places: 0,
      value: (row) => row.openPointCount,
      width: 126,
    },
  ];
}
