/** The columns of the list of properties. */
import type { PropertySummary } from '#shared/contract/properties.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { numberOf } from '../../lib/amounts.ts';
import type { Column } from '../../ui/table/column.ts';
import { StageMark } from '../billing/stage-mark.tsx';

export function propertyColumns({ properties: words }: Dictionary): readonly Column<PropertySummary>[] {
  return [
    { id: 'name', title: words.name, kind: 'text', value: (row) => row.name, width: 220 },
    {
      id: 'address',
      title: words.address,
      kind: 'text',
      value: (row) => row.addressLines.join(', '),
      width: 210,
    },
    {
      id: 'period',
      title: words.period,
      kind: 'day',
      value: (row) => row.period?.to ?? null,
      show: (row) => (row.period === null ? '' : formatPeriod(row.period)),
      width: 180,
    },
    {
      id: 'stage',
      title: words.stage,
      kind: 'text',
      value: (row) => (row.period === null ? null : words.stages[row.period.stage]),
      show: (row) => (row.period === null ? null : <StageMark stage={row.period.stage} />),
      width: 110,
    },
    {
      id: 'due',
      title: words.dueOn,
      kind: 'day',
      value: (row) => row.period?.dueOn ?? null,
      width: 100,
      isHiddenAtFirst: true,
    },
    count('open', words.openPoints, (row) => row.openPointCount, 120),
    count('units', words.units, (row) => row.unitCount, 92),
    count('meters', words.meters, (row) => row.meterCount, 112),
    {
      id: 'area',
      title: words.livingArea,
      unit: 'm²',
      kind: 'decimal',
      value: (row) => numberOf(row.livingAreaM2),
      width: 138,
      isSummed: true,
      isHiddenAtFirst: true,
    },
    { id: 'landlord', title: words.landlord, kind: 'text', value: (row) => row.landlordName, width: 160 },
  ];
}

function count(
  id: string,
  title: string,
  value: (row: PropertySummary) => number,
  width: number,
): Column<PropertySummary> {
  return { id, title, kind: 'decimal', places: 0, value, width, isSummed: true };
}
