/** Which columns are shown and in which order; the keyboard's way to what dragging would do. */
import { ChevronDown, ChevronUp, Columns3 } from 'lucide-react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { useText } from '../../lib/text.tsx';
import { Button, IconButton } from '../button.tsx';
import { Checkbox } from '../checkbox.tsx';
import { titleOf, type Column } from './column.ts';
import { moveColumn, type TableView } from './table-view.ts';
import { isShown } from './use-table-model.ts';

interface ColumnChooserProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
}

export function ColumnChooser<Row>({ columns, view, onView }: ColumnChooserProps<Row>) {
  const text = useText();
  const ids = columns.map((column) => column.id);
  const move = (id: string, steps: number): void => onView({ ...view, order: moveColumn(ids, id, steps) });
  return (
    <DialogTrigger>
      <Button variant="quiet">
        <Columns3 size={16} aria-hidden />
        {text.table.columns}
      </Button>
      <Popover className="popover" offset={4} placement="bottom end" aria-label={text.table.columns}>
        <div className="popover-body">
          <ul className="column-list">
            {columns.map((column, index) => (
              <li key={column.id} className="column-line">
                <Checkbox
                  isSelected={isShown(column, view)}
                  isDisabled={index === 0}
                  onChange={(shown) => onView({ ...view, shown: { ...view.shown, [column.id]: shown } })}
                >
                  {titleOf(column)}
                </Checkbox>
                <span className="column-moves">
                  <IconButton
                    label={text.table.moveUp(column.title)}
                    isDisabled={index <= 1}
                    onPress={() => move(column.id, -1)}
                  >
                    <ChevronUp size={16} aria-hidden />
                  </IconButton>
                  <IconButton
                    label={text.table.moveDown(column.title)}
                    isDisabled={index === 0 || index === columns.length - 1}
                    onPress={() => move(column.id, 1)}
                  >
                    <ChevronDown size={16} aria-hidden />
                  </IconButton>
                </span>
              </li>
            ))}
          </ul>
        </div>
      </Popover>
    </DialogTrigger>
  );
}
