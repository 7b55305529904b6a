/** Putting devices away that are none of ours, with the reason. */
import { useState } from 'react';
import type { UnknownDevice } from '#shared/contract/pull.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface IgnoreDialogProps {
  readonly devices: readonly Pick<UnknownDevice, 'manufacturer' | 'id'>[];
  readonly onClose: () => void;
}

export function IgnoreDialog({ devices, onClose }: IgnoreDialogProps) {
  const text = useText();
  const words = text.pull.inbox;
  const { say } = useToasts();
  const undo = useUndo();
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const ignore = useAction('inbox.setAside', {
    onDone: () => {
      say(words.ignored(devices.length), { label: text.common.undo, run: () => void undo() });
      onClose();
    },
    onRefused: (failure) => setRefusal(failure.message),
  });
  return (
    <FormDialog
      title={words.ignoreTitle(devices.length)}
      action={words.ignore}
      size="normal"
      onClose={onClose}
      onSubmit={() => void ignore.run({ devices: [...devices], reason })}
      isSending={ignore.isRunning}
      canSend={reason.trim() !== ''}
      refusal={refusal}
    >
      <p>{words.ignoreText}</p>
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        help={words.reasonHelp}
        isRequired
        autoFocus
      />
    </FormDialog>
  );
}
