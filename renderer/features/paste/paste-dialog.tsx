/** Taking over a table from a spreadsheet: text in, preview with a verdict a row, one undoable step out. */
import { useEffect, useRef, useState } from 'react';
import type { PasteColumn, PastedRow } from '#shared/contract/tenancies.ts';
import type { ValueOf } from '#shared/contract/contract.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fromTsv, toTsv } from '../../ui/table/tsv.ts';
import { PastePreview } from './paste-preview.tsx';
import { isWritten } from './written-rows.ts';

interface PasteDialogProps {
  readonly propertyId: PropertyId;
  readonly initialText: string;
  readonly onClose: () => void;
}

/** More rows than any property has units. */
const MOST_ROWS = 5000;

type Preview = ValueOf<'tenancies.previewPaste'>;

export function PasteDialog({ propertyId, initialText, onClose }: PasteDialogProps) {
  const text = useText();
  const words = text.units;
  const { say } = useToasts();
  const undo = useUndo();
  const [typed, setTyped] = useState(initialText);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());
  const [left, setLeft] = useState<readonly PastedRow[]>([]);
  const [fault, setFault] = useState<string>();
  const look = useAction('tenancies.previewPaste', {
    onDone: (next) => {
      setPreview(next);
      setSkipped(new Set());
      setFault(undefined);
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const apply = useAction('tenancies.applyPaste', {
    onDone: (result) => {
      say(words.pasteDone(result.written), { label: text.common.undo, run: () => void undo() });
      if (result.left.length === 0) onClose();
      else setLeft(result.left);
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const show = (source: string, columns?: readonly PasteColumn[]): void => {
    if (source.trim() !== '')
      void look.run({
        propertyId,
        rows: fromTsv(source).slice(0, MOST_ROWS),
        ...(columns ? { columns: [...columns] } : {}),
      });
  };
  usePreviewAtOnce(initialText, show);
  const taken = preview?.rows.filter((row) => isWritten(row) && !skipped.has(row.rowNumber)) ?? [];

  if (left.length > 0) return <LeftRows rows={left} onClose={onClose} />;
  return (
    <Dialog
      title={words.paste}
      isOpen
      onClose={onClose}
      size="huge"
      actions={
        <>
          <Button onPress={preview ? () => setPreview(null) : onClose}>
            {preview ? text.common.back : text.common.cancel}
          </Button>
          {preview ? (
            <Button
              variant="primary"
              isDisabled={taken.length === 0}
              isPending={apply.isRunning}
              onPress={() => void apply.run({ token: preview.token, skip: [...skipped] })}
            >
              {words.pasteApply(taken.length)}
            </Button>
          ) : (
            <Button
              variant="primary"
              isDisabled={typed.trim() === ''}
              isPending={look.isRunning}
              onPress={() => show(typed)}
            >
              {words.pastePreview}
            </Button>
          )}
        </>
      }
    >
      <div className="form-stack">
        {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
        {preview ? (
          <PastePreview
            preview={preview}
            skipped={skipped}
            onSkip={setSkipped}
            onColumns={(columns) => show(typed, columns)}
          />
        ) : (
          <>
            <p>{words.pasteText}</p>
            <TextField label={words.pasteField} value={typed} onChange={setTyped} rows={12} autoFocus />
          </>
        )}
      </div>
    </Dialog>
  );
}

/** Text that came from the clipboard needs no further button. */
function usePreviewAtOnce(initialText: string, show: (source: string) => void): void {
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) show(initialText);
    isFirst.current = false;
  });
}

/** What could not be taken over, as text for the clipboard. */
function LeftRows({ rows, onClose }: { readonly rows: readonly PastedRow[]; readonly onClose: () => void }) {
  const text = useText();
  const lines = rows.map((row) => [
    String(row.rowNumber),
    ...row.cells,
    row.remarks.map(({ message }) => message).join(' '),
  ]);
  return (
    <Dialog
      title={text.units.paste}
      isOpen
      onClose={onClose}
      size="wide"
      actions={
        <Button variant="primary" onPress={onClose}>
          {text.common.close}
        </Button>
      }
    >
      <TextField
        label={text.units.pasteLeft(rows.length)}
        value={toTsv(lines)}
        onChange={() => undefined}
        rows={10}
        isReadOnly
      />
    </Dialog>
  );
}
