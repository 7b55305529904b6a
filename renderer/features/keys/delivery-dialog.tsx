/** Reading a delivery file: its password if it has one, the preview, and what stayed out. */
import { useState } from 'react';
import type { DeliveryPreview, DeliveryRow } from '#shared/contract/keys.ts';
import type { ValueOf } from '#shared/contract/contract.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { toTsv } from '../../ui/table/tsv.ts';
import { TextField } from '../../ui/text-field.tsx';
import { PassphraseField } from '../passphrase/passphrase-field.tsx';
import { DeliveryRows } from './delivery-rows.tsx';
import { isTaken } from './taken-rows.ts';

interface DeliveryDialogProps {
  readonly opened: NonNullable<ValueOf<'keys.chooseFile'>>;
  readonly onClose: () => void;
}

export function DeliveryDialog({ opened, onClose }: DeliveryDialogProps) {
  const [preview, setPreview] = useState(opened.state === 'preview' ? opened : null);
  const [left, setLeft] = useState<readonly DeliveryRow[]>([]);
  const close = (): void => {
    // The office forgets the file with the dialog; what was taken over is in the vault by now.
    void ask('keys.closeFile', {});
    onClose();
  };
  if (left.length > 0) return <LeftRows rows={left} onClose={close} />;
  if (preview === null)
    return (
      <UnlockDialog token={opened.token} fileName={opened.fileName} onOpen={setPreview} onClose={close} />
    );
  return <PreviewDialog preview={preview} onPreview={setPreview} onLeft={setLeft} onClose={close} />;
}

interface UnlockDialogProps {
  readonly token: string;
  readonly fileName: string;
  readonly onOpen: (preview: DeliveryPreview) => void;
  readonly onClose: () => void;
}

function UnlockDialog({ token, fileName, onOpen, onClose }: UnlockDialogProps) {
  const words = useText().keys;
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const unlock = useAction('keys.unlockFile', {
    onDone: onOpen,
    onRefused: (failure) => setFault(failure.message),
  });
  return (
    <FormDialog
      title={fileName}
      action={words.open}
      size="normal"
      onClose={onClose}
      onSubmit={() => {
        setFault(undefined);
        void unlock.run({ token, password });
      }}
      isSending={unlock.isRunning}
      canSend={password !== ''}
    >
      <p>{words.passwordText}</p>
      <PassphraseField
        label={words.password}
        value={password}
        onChange={setPassword}
        help={words.passwordHelp}
        error={fault}
        isNew
        autoFocus
      />
    </FormDialog>
  );
}

interface PreviewDialogProps {
  readonly preview: DeliveryPreview;
  readonly onPreview: (preview: DeliveryPreview) => void;
  readonly onLeft: (rows: readonly DeliveryRow[]) => void;
  readonly onClose: () => void;
}

function PreviewDialog({ preview, onPreview, onLeft, onClose }: PreviewDialogProps) {
  const text = useText();
  const words = text.keys;
  const { say } = useToasts();
  const undo = useUndo();
  const [skipped, setSkipped] = useState<ReadonlySet<number>>(new Set());
  const [fault, setFault] = useState<string>();
  const map = useAction('keys.mapFile', {
    onDone: (next) => {
      setSkipped(new Set());
      setFault(undefined);
      onPreview(next);
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const apply = useAction('keys.apply', {
    onDone: ({ written, devices, waiting, left }) => {
      const done = devices === 0 ? words.applied(written) : words.appliedRows(written, devices, waiting);
      say(done, { label: text.common.undo, run: () => void undo() });
      if (left.length === 0) onClose();
      else onLeft(left);
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const taken = preview.rows.filter((row) => isTaken(row, skipped));
  return (
    <Dialog
      title={`${words.delivery} ${preview.fileName}`}
      isOpen
      onClose={onClose}
      size="huge"
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={taken.length === 0}
            isPending={apply.isRunning || map.isRunning}
            onPress={() => void apply.run({ token: preview.token, skip: [...skipped] })}
          >
            {taken.some(({ device }) => device !== null)
              ? words.applyRows(taken.length)
              : words.apply(taken.length)}
          </Button>
        </>
      }
    >
      <div className="form-stack">
        {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
        <DeliveryRows
          preview={preview}
          skipped={skipped}
          onSkip={setSkipped}
          onColumns={(columns) => void map.run({ token: preview.token, columns: [...columns] })}
          onDefaults={(defaults) =>
            void map.run({ token: preview.token, columns: [...preview.columns], defaults })
          }
        />
      </div>
    </Dialog>
  );
}

/** What could not be taken over, as text for the clipboard. */
function LeftRows({
  rows,
  onClose,
}: {
  readonly rows: readonly DeliveryRow[];
  readonly onClose: () => void;
}) {
  const text = useText();
  const words = text.keys;
  const lines = rows.map(({ line, manufacturer, serial, cells, remarks }) => [
    String(line),
    ...(serial === null ? cells : [manufacturer ?? '', serial]),
    remarks.join(' '),
  ]);
  return (
    <Dialog
      title={words.delivery}
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
        label={words.left(rows.length)}
        value={toTsv(lines)}
        onChange={() => undefined}
        rows={10}
        help={words.covered}
        isReadOnly
      />
    </Dialog>
  );
}
