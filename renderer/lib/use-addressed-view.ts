/** The view of a page's list, sorted and filtered as its address says, so that Back brings it back. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { PLAIN_VIEW, readSort, writeSort, type TableView } from '../ui/table/table-view.ts';

/**
 * View and setter for the one list of a page. Columns and widths stay until the page is left. The address takes its
 * time; until it has arrived, the view is what was set last, so that no letter typed meanwhile is lost.
 */
export function useAddressedView(
  initial: TableView = PLAIN_VIEW,
): readonly [TableView, (view: TableView) => void] {
  const { sort, filters } = useSearch({ from: '__root__' });
  const navigate = useNavigate();
  const [columns, setColumns] = useState(initial);
  const [onItsWay, setOnItsWay] = useState<TableView | null>(null);
  const view: TableView = onItsWay ?? {
    ...columns,
    sort: sort === undefined ? initial.sort : readSort(sort),
    filters: filters ?? {},
  };
  const setView = (next: TableView): void => {
    setColumns(next);
    setOnItsWay(next);
    const isPlain = Object.keys(next.filters).length === 0;
    void navigate({
      to: '.',
      replace: true,
      search: (current) => ({
        ...current,
        sort: writeSort(next.sort) ?? (initial.sort.length > 0 ? '' : undefined),
        filters: isPlain ? undefined : next.filters,
      }),
    }).then(() => setOnItsWay((newest) => (newest === next ? null : newest)));
  };
  return [view, setView];
}
