/** The meters behind a consumption: where each hangs, what it showed last, and what it counted in the period. */
import { useMemo, useState } from 'react';
import type { MeterLine } from '#shared/contract/consumption.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { numberOf } from '../../lib/amounts.ts';
import { useText } from '../../lib/text.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { writeReading, writeUsed } from './quantities.ts';

export function MetersTab({ meters }: { readonly meters: readonly MeterLine[] }) {
  const text = useText();
  const [view, setView] = useState(PLAIN_VIEW);
  const columns = useMemo(() => columnsOf(text), [text]);
  return (
    <DataTable
      label={text.consumption.meters}
      rows={meters}
      columns={columns}
      rowId={({ meterId }) => String(meterId)}
      view={view}
      onView={setView}
      empty={<p className="muted">{text.consumption.noMeters}</p>}
    />
  );
}

function columnsOf(text: Dictionary): Column<MeterLine>[] {
  const words = text.consumption;
  return [
    {
      id: 'place',
      title: words.place,
      kind: 'text',
      value: ({ unitName, room }) => [unitName || words.house, room].filter((part) => part !== '').join(', '),
      width: 260,
    },
    { id: 'serial', title: words.serial, kind: 'text', value: ({ serial }) => serial, width: 110 },
    { id: 'kind', title: words.kind, kind: 'text', value: ({ kind }) => words.meterKinds[kind], width: 230 },
    {
      id: 'reading',
      title: words.reading,
      kind: 'decimal',
      places: 3,
      value: ({ reading }) => numberOf(reading),
      show: ({ reading, countedIn }) => writeReading(reading, countedIn),
      isMixed: true,
      width: 120,
    },
    {
      id: 'used',
      title: words.used,
      kind: 'decimal',
      places: 3,
      value: ({ used }) => numberOf(used),
      show: ({ used, countedIn }) => writeUsed(used, countedIn),
      isMixed: true,
      width: 120,
    },
    {
      id: 'unit',
      title: words.countedIn,
      kind: 'text',
      value: ({ countedIn }) => words.units[countedIn],
      width: 90,
    },
    { id: 'readOn', title: words.readDay, kind: 'day', value: ({ readOn }) => readOn, width: 110 },
    { id: 'at', title: words.readAt, kind: 'moment', value: ({ receivedAt }) => receivedAt, width: 150 },
  ];
}
