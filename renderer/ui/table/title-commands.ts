/** The commands of a column's menu: everything the mouse can do to a column, by key. Pure. */
import type { Dictionary } from '#shared/text/dictionary.ts';
import type { CommandGroup } from '../menu.tsx';
import type { Column } from './column.ts';
import { moveColumn, type TableView } from './table-view.ts';

const WIDER = 1.25;

interface TitleContext<Row> {
  readonly column: Column<Row>;
  readonly index: number;
  /** All columns in order, hidden ones too. */
  readonly ids: readonly string[];
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
  readonly onFilter: () => void;
}

export function titleCommands<Row>(
  text: Dictionary,
  { column, index, ids, view, onView, onFilter }: TitleContext<Row>,
): CommandGroup[] {
  const others = view.sort.filter((entry) => entry.id !== column.id);
  const width = view.widths[column.id] ?? column.width;
  const sortBy = (sort: TableView['sort']) => () => onView({ ...view, sort });
  const widen = (factor: number) => () =>
    onView({
      ...view,
      widths: { ...view.widths, [column.id]: Math.min(1200, Math.max(48, Math.round(width * factor))) },
    });
  const move = (steps: number) => () => onView({ ...view, order: moveColumn(ids, column.id, steps) });
  return [
    {
      id: 'sort',
      heading: column.title,
      commands: [
        { id: 'up', label: text.table.sortUp, run: sortBy([{ id: column.id, desc: false }]) },
        { id: 'down', label: text.table.sortDown, run: sortBy([{ id: column.id, desc: true }]) },
        {
          id: 'add',
          label: text.table.sortAdd,
          run: sortBy([...others, { id: column.id, desc: false }]),
          isDisabled: others.length === 0,
        },
        {
          id: 'off',
          label: text.table.sortOff,
          run: sortBy(others),
          isDisabled: others.length === view.sort.length,
        },
        { id: 'filter', label: text.table.filterThis, run: onFilter },
      ],
    },
    {
      id: 'column',
      commands: [
        { id: 'wider', label: text.table.wider, run: widen(WIDER) },
        { id: 'narrower', label: text.table.narrower, run: widen(1 / WIDER) },
        { id: 'left', label: text.table.toLeft, run: move(-1), isDisabled: index < 2 },
        { id: 'right', label: text.table.toRight, run: move(1), isDisabled: index === 0 },
        {
          id: 'hide',
          label: text.table.hide,
          run: () => onView({ ...view, shown: { ...view.shown, [column.id]: false } }),
          isDisabled: index === 0,
        },
      ],
    },
  ];
}
