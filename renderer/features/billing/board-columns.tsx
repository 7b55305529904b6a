/** The columns of the board of bills. */
import { isFrozenStage } from '#shared/contract/properties.ts';
import { countDays, type PlainDate } from '#shared/model/plain-date.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { today } from '../../lib/moment.ts';
import type { Column } from '../../ui/table/column.ts';
import type { BoardLine } from './billing-board.ts';
import { StageMark } from './stage-mark.tsx';

function daysLeft(dueOn: PlainDate): number {
  return countDays(today(), dueOn) - 1;
}

function isDone(line: BoardLine): boolean {
  return isFrozenStage(line.stage) || line.stage === 'cancelled';
}

export function boardColumns({
  billing: words,
  properties,
  start,
}: Dictionary): readonly Column<BoardLine>[] {
  return [
    { id: 'property', title: words.property, kind: 'text', value: (line) => line.propertyName, width: 200 },
    {
      id: 'from',
      title: words.period,
      kind: 'day',
      value: (line) => line.period.from,
      show: (line) => formatPeriod(line.period),
      width: 190,
    },
    {
      id: 'stage',
      title: words.stage,
      kind: 'text',
      value: (line) => properties.stages[line.stage],
      show: (line) => <StageMark stage={line.stage} />,
      width: 130,
    },
    {
      id: 'left',
      title: words.left,
      kind: 'text',
      value: (line) => (isDone(line) ? null : start.dueIn(daysLeft(line.dueOn))),
      width: 160,
    },
    {
      id: 'blocking',
      title: words.blocking,
      kind: 'decimal',
      places: 0,
      value: (line) => line.blockingCount,
      width: 90,
    },
    {
      id: 'warnings',
      title: words.warnings,
      kind: 'decimal',
      places: 0,
      value: (line) => line.warningCount,
      width: 120,
    },
    {
      id: 'total',
      title: words.total,
      unit: '€',
      kind: 'money',
      value: (line) => line.totalCents,
      width: 140,
      isSummed: true,
    },
    {
      id: 'bills',
      title: words.bills,
      kind: 'decimal',
      places: 0,
      value: (line) => line.billCount,
      width: 120,
      isSummed: true,
    },
    { id: 'due', title: words.dueOn, kind: 'day', value: (line) => line.dueOn, width: 110 },
    {
      id: 'version',
      title: words.version,
      kind: 'decimal',
      places: 0,
      value: (line) => line.version,
      width: 90,
    },
    { id: 'drafted', title: words.draftedAt, kind: 'moment', value: (line) => line.draftedAt, width: 150 },
  ];
}
