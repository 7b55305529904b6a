/** The editor inside a cell. Enter keeps and goes down, Tab keeps and goes on, Esc restores. */
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import type { Result } from '#shared/model/result.ts';
import type { CellEditing, Column } from './column.ts';

/** Where the focus goes after an edit. */
export type AfterEdit = 'stay' | 'down' | 'up' | 'right' | 'left';

interface CellEditorProps<Row> {
  readonly row: Row;
  readonly column: Column<Row>;
  readonly editing: CellEditing<Row>;
  /** What was typed to open the editor, in place of the old text. */
  readonly typed: string | null;
  readonly onEnd: (after: AfterEdit) => void;
}

function whereTo(event: KeyboardEvent): AfterEdit | null {
  if (event.key === 'Enter') return event.shiftKey ? 'up' : 'down';
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  return null;
}

const ROOM_FOR_FAULT = 90;

/** Whether a sentence under the field would leave the table. */
function isLow(field: HTMLElement | null): boolean {
  const table = field?.closest('[role="grid"]')?.getBoundingClientRect();
  return (
    table !== undefined &&
    field !== null &&
    table.bottom - field.getBoundingClientRect().bottom < ROOM_FOR_FAULT
  );
}

export function CellEditor<Row>({ row, column, editing, typed, onEnd }: CellEditorProps<Row>) {
  const original = editing.text(row);
  const [text, setText] = useState(typed ?? original);
  const [fault, setFault] = useState<{ readonly message: string; readonly isAbove: boolean } | null>(null);
  const isLeaving = useRef(false);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const faultId = useId();
  const choices = editing.choices?.(row);

  useEffect(() => {
    field.current?.focus();
    if (typed === null && field.current instanceof HTMLInputElement) field.current.select();
  }, [typed]);

  const keep = async (after: AfterEdit): Promise<void> => {
    if (isLeaving.current) return;
    isLeaving.current = true;
    const outcome: Result<null, string> =
      text === original ? { ok: true, value: null } : await editing.write(row, text);
    if (outcome.ok) return onEnd(after);
    isLeaving.current = false;
    setFault({ message: outcome.error, isAbove: isLow(field.current) });
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      isLeaving.current = true;
      onEnd('stay');
      return;
    }
    const after = whereTo(event);
    if (after === null) return;
    event.preventDefault();
    void keep(after);
  };

  const common = {
    ref: field,
    className: 'cell-input',
    value: text,
    'aria-label': column.title,
    'aria-invalid': fault !== null,
    'aria-describedby': fault === null ? undefined : faultId,
    onKeyDown,
    onBlur: () => void keep('stay'),
  };
  return (
    <>
      {choices ? (
        <select {...common} onChange={(event) => setText(event.target.value)}>
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : (
        <input {...common} spellCheck={false} onChange={(event) => setText(event.target.value)} />
      )}
      {fault === null ? null : (
        <span className="cell-fault" id={faultId} role="alert" data-above={fault.isAbove ? '' : undefined}>
          {fault.message}
        </span>
      )}
    </>
  );
}
