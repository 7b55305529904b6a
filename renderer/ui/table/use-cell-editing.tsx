/** Which cell is edited, and where the focus goes afterwards. */
import { useState, type ReactNode } from 'react';
import { CellEditor, type AfterEdit } from './cell-editor.tsx';
import type { Column } from './column.ts';
import { standAt, type Cursor, type GridSize } from './grid-cursor.ts';

interface EditedCell {
  readonly row: number;
  readonly column: number;
  /** What was typed to open the editor, or null for the old text. */
  readonly typed: string | null;
}

interface CellEditing<Row> {
  readonly edited: EditedCell | null;
  /** Opens the editor; false for a cell that cannot be edited. */
  readonly edit: (row: number, column: number, typed: string | null) => boolean;
  readonly copyFromAbove: (row: number, column: number) => Promise<void>;
  readonly editorFor: (row: Row) => ReactNode;
}

const STEPS: Record<AfterEdit, readonly [number, number]> = {
  stay: [0, 0],
  down: [1, 0],
  up: [-1, 0],
  right: [0, 1],
  left: [0, -1],
};

function isEditable<Row>(column: Column<Row> | undefined, row: Row | undefined): boolean {
  return row !== undefined && column?.editing !== undefined && (column.editing.isAllowed?.(row) ?? true);
}

export function useCellEditing<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  size: GridSize,
  moveTo: (cursor: Cursor) => void,
  hasFocus: () => boolean,
): CellEditing<Row> {
  const [edited, setEdited] = useState<EditedCell | null>(null);

  const edit = (row: number, column: number, typed: string | null): boolean => {
    if (!isEditable(columns[column], rows[row])) return false;
    setEdited({ row, column, typed });
    return true;
  };

  const end = (after: AfterEdit): void => {
    if (!edited) return;
    const [down, right] = STEPS[after];
    const row = Math.max(0, Math.min(size.rows - 1, edited.row + down));
    const column = Math.max(0, Math.min(size.columns - 1, edited.column + right));
    const takesFocus = after !== 'stay' || hasFocus();
    setEdited(null);
    if (takesFocus) moveTo(standAt(row, column));
  };

  const copyFromAbove = async (row: number, column: number): Promise<void> => {
    const [above, below, definition] = [rows[row - 1], rows[row], columns[column]];
    if (!above || !below || !definition?.editing || !isEditable(definition, below)) return;
    const text = definition.editing.text(above);
    const outcome = await definition.editing.write(below, text);
    if (!outcome.ok) edit(row, column, text);
  };

  const editorFor = (row: Row): ReactNode => {
    const column = edited ? columns[edited.column] : undefined;
    if (!edited || !column?.editing) return null;
    return <CellEditor row={row} column={column} editing={column.editing} typed={edited.typed} onEnd={end} />;
  };

  return { edited, edit, copyFromAbove, editorFor };
}
