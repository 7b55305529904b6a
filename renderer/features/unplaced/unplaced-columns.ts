/** The columns of the grid of waiting meters; the places are typed. */
import { fail, succeed, type Result } from '#shared/model/result.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { today } from '../../lib/moment.ts';
import { readDay } from '../../lib/read-day.ts';
import type { CellEditing, Column } from '../../ui/table/column.ts';
import type { NotedCell, NotedRow } from './noted-places.ts';

export type WriteCell = (row: NotedRow, cell: NotedCell, text: string) => void;

export function unplacedColumns(text: Dictionary, write: WriteCell): readonly Column<NotedRow>[] {
  const { unplaced: words, meters } = text;
  const editing = (
    cell: NotedCell,
    check: (typed: string) => Result<null, string> = () => succeed(null),
  ): CellEditing<NotedRow> => ({
    text: ({ noted }) => noted[cell],
    write: (row, typed) => {
      const checked = check(typed);
      if (checked.ok) write(row, cell, typed);
      return checked;
    },
  });
  const isDay = (typed: string): Result<null, string> => {
    if (typed.trim() === '') return succeed(null);
    const read = readDay(typed, today(), text);
    return read.ok ? succeed(null) : fail(read.message);
  };
  return [
    { id: 'number', title: meters.number, kind: 'text', value: ({ meter }) => meter.number, width: 104 },
    {
      id: 'device',
      title: words.device,
      kind: 'text',
      value: ({ meter }) => `${meters.kinds[meter.kind]} ${meter.manufacturer}`,
      width: 200,
    },
    {
      id: 'unit',
      title: meters.unit,
      kind: 'text',
      value: ({ noted }) => noted.unit,
      editing: editing('unit'),
      width: 140,
    },
    {
      id: 'room',
      title: meters.room,
      kind: 'text',
      value: ({ noted }) => noted.room,
      editing: editing('room'),
      width: 130,
    },
    {
      id: 'position',
      title: meters.position,
      kind: 'text',
      value: ({ noted }) => noted.position,
      editing: editing('position'),
      width: 190,
    },
    {
      id: 'from',
      title: words.installedOn,
      kind: 'text',
      value: ({ noted }) => noted.from,
      editing: editing('from', isDay),
      width: 110,
    },
    { id: 'message', title: words.message, kind: 'text', value: ({ message }) => message, width: 300 },
  ];
}
