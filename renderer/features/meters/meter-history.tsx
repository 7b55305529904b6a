/** The values of a meter over time: a line above zero, and the same as a table one key away. */
import { useState } from 'react';
import type { HistoryPoint } from '#shared/contract/meters.ts';
import type { MeterId } from '#shared/model/meter.ts';
import { addMonths } from '#shared/model/plain-date.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useAnswer } from '../../lib/answers.ts';
import { today } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { writeRegisterValue } from './meter-words.ts';
import { RegisterChart } from './register-chart.tsx';

const YEARS = ['1', '3', '10'] as const;

export function MeterHistory({ id }: { readonly id: MeterId }) {
  const text = useText();
  const words = text.meters;
  const [years, setYears] = useState<(typeof YEARS)[number]>('1');
  const [isTable, setIsTable] = useState(false);
  const to = today();
  const answer = useAnswer('meters.history', {
    id,
    period: { from: addMonths(to, -12 * Number(years)), to },
  });
  return (
    <>
      <div className="row-of">
        <Select
          label={words.years}
          options={YEARS.map((value) => ({ value, label: words.lastYears(Number(value)) }))}
          value={years}
          onChange={setYears}
          isLabelHidden
        />
        <Button onPress={() => setIsTable(!isTable)}>{isTable ? words.asChart : words.asTable}</Button>
      </div>
      <Answered answer={answer}>
        {(points) =>
          isTable ? (
            <HistoryTable points={points} />
          ) : (
            <RegisterChart points={points.filter(({ register }) => register === 'current')} />
          )
        }
      </Answered>
    </>
  );
}

function historyColumns(words: Dictionary): readonly Column<HistoryPoint>[] {
  const { meters } = words;
  return [
    { id: 'day', title: meters.day, kind: 'day', value: (point) => point.day, width: 110 },
    {
      id: 'register',
      title: meters.register,
      kind: 'text',
      value: (point) => meters.registers[point.register],
      width: 140,
    },
    {
      id: 'value',
      title: meters.value,
      kind: 'decimal',
      places: 3,
      value: (point) => Number(point.value),
      show: (point) => writeRegisterValue(point.value),
      isMixed: true,
      width: 120,
    },
    {
      id: 'unit',
      title: meters.valueUnit,
      kind: 'text',
      value: (point) => meters.registerUnits[point.unit],
      width: 80,
    },
    {
      id: 'origin',
      title: meters.origin,
      kind: 'text',
      value: (point) => (point.isReadByHand ? meters.byHand : meters.radio),
      width: 110,
    },
    { id: 'note', title: meters.note, kind: 'text', value: (point) => point.note, width: 240 },
  ];
}

function HistoryTable({ points }: { readonly points: readonly HistoryPoint[] }) {
  const text = useText();
  const [view, setView] = useState({ ...PLAIN_VIEW, sort: [{ id: 'day', desc: true }] });
  const [columns] = useState(() => historyColumns(text));
  return (
    <DataTable
      label={text.meters.tabs.history}
      rows={points}
      columns={columns}
      rowId={(point) => `${point.day} ${point.register} ${point.value} ${point.isReadByHand}`}
      view={view}
      onView={setView}
      empty={<EmptyState sentence={text.meters.historyEmpty} />}
    />
  );
}
