/** The cell over or under the rows' menu buttons; it holds their column open. */
import { useText } from '../../lib/text.tsx';

export function MenuCell({ column }: { readonly column: number }) {
  const text = useText();
  return (
    <div
      role="gridcell"
      className="table-cell table-menu-cell"
      aria-colindex={column}
      aria-label={text.table.rowMenu}
    />
  );
}
