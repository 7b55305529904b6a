/** The bar over a table: the page's actions at the left; saved views, filters and columns at the right. */
import { Filter } from 'lucide-react';
import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import { useText } from '../../lib/text.tsx';
import type { Column } from './column.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { SavedViews } from './saved-views.tsx';
import type { TableView } from './table-view.ts';

interface TableBarProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly view: TableView;
  readonly onView: (view: TableView) => void;
  readonly hasFilters: boolean;
  readonly onFilters: (wanted: boolean) => void;
  readonly actions: ReactNode;
  readonly tools: ReactNode;
}

export function TableBar<Row>({
  columns,
  view,
  onView,
  hasFilters,
  onFilters,
  actions,
  tools,
}: TableBarProps<Row>) {
  const text = useText();
  return (
    <div className="table-bar">
      <div className="table-actions">{actions}</div>
      <div className="table-tools">
        {tools}
        <SavedViews view={view} onView={onView} />
        <ToggleButton className="button" data-variant="quiet" isSelected={hasFilters} onChange={onFilters}>
          <Filter size={16} aria-hidden />
          {text.table.filter}
        </ToggleButton>
        <ColumnChooser columns={columns} view={view} onView={onView} />
      </div>
    </div>
  );
}
