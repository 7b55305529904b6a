/** A step that needs its reason: correcting or cancelling a final bill. */
import { useState } from 'react';
import { useText } from '../../lib/text.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface ReasonDialogProps {
  readonly title: string;
  /** What the step does, before it is done. */
  readonly explanation: string;
  readonly action: string;
  readonly refusal: string | undefined;
  readonly isSending: boolean;
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
}

export function ReasonDialog({ explanation, onSubmit, ...dialog }: ReasonDialogProps) {
  const { billLife: words } = useText();
  const [reason, setReason] = useState('');
  return (
    <FormDialog {...dialog} size="normal" canSend={reason.trim() !== ''} onSubmit={() => onSubmit(reason)}>
      <p>{explanation}</p>
      <TextField
        label={words.reason}
        help={words.reasonHelp}
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoFocus
      />
    </FormDialog>
  );
}
