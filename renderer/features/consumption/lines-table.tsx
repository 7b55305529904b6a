/** What every room of a property or a unit used, as the house's table. */
import { useMemo, useState } from 'react';
import type {
  ConsumptionLine,
  ConsumptionMedium,
  ConsumptionOfMedium,
  CountedUnit,
} from '#shared/contract/consumption.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatDate } from '#shared/text/format.ts';
import { numberOf } from '../../lib/amounts.ts';
import { useText } from '../../lib/text.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { writeQuantity } from './quantities.ts';

interface LineRow extends ConsumptionLine {
  readonly medium: ConsumptionMedium;
  readonly countedIn: CountedUnit;
}

interface LinesTableProps {
  readonly media: readonly ConsumptionOfMedium[];
  /** Shows one unit; left out where only one is shown anyway. */
  readonly onUnit?: (unit: number) => void;
}

export function LinesTable({ media, onUnit }: LinesTableProps) {
  const text = useText();
  const words = text.consumption;
  const [view, setView] = useState(PLAIN_VIEW);
  const columns = useMemo(() => columnsOf(text, onUnit !== undefined), [text, onUnit]);
  const rows = media.flatMap(({ medium, countedIn, lines }) =>
    lines.map((line): LineRow => ({ ...line, medium, countedIn })),
  );
  return (
    <section className="section" aria-labelledby="lines">
      <h2 id="lines">{words.byRoom}</h2>
      <div className="consumption-table">
        <DataTable
          label={words.byRoom}
          rows={rows}
          columns={columns}
          rowId={({ medium, countedIn, id }) => `${medium}.${countedIn}.${id}`}
          view={view}
          onView={setView}
          onOpen={({ unitId }) => (unitId === null ? undefined : onUnit?.(unitId))}
          empty={words.noMeters}
        />
      </div>
    </section>
  );
}

function columnsOf(text: Dictionary, isProperty: boolean): Column<LineRow>[] {
  const words = text.consumption;
  const unitName: Column<LineRow> = {
    id: 'unit',
    title: words.unit,
    kind: 'text',
    value: (row) => row.unitName || words.house,
    width: 210,
  };
  const room: Column<LineRow> = {
    id: 'room',
    title: words.room,
    kind: 'text',
    value: (row) => row.room || words.noRoom,
    width: 170,
  };
  return [
    ...(isProperty ? [unitName, room] : [room]),
    {
      id: 'medium',
      title: words.kind,
      kind: 'text',
      value: ({ medium }) => words.media[medium],
      width: 120,
    },
    {
      id: 'kwh',
      title: words.used,
      unit: 'kWh',
      kind: 'decimal',
      places: 0,
      value: ({ kwh }) => numberOf(kwh),
      width: 160,
      isSummed: true,
    },
    {
      id: 'value',
      title: words.used,
      kind: 'decimal',
      value: ({ value }) => numberOf(value),
      show: ({ value, countedIn }) => writeQuantity(text, value, countedIn),
      width: 140,
    },
    {
      id: 'until',
      title: words.meters,
      kind: 'text',
      value: ({ coverage: { covered, total, until } }) =>
        words.coverage(`${covered}`, `${total}`, until === null ? null : formatDate(until)),
      width: 230,
    },
  ];
}
