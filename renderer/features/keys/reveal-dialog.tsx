/** The one place where a key is shown in clear: after the passphrase and a reason, and only for a moment. */
import { useEffect, useState } from 'react';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PassphraseField } from '../passphrase/passphrase-field.tsx';

const SHOWN_SECONDS = 30;

interface RevealDialogProps {
  readonly serial: string;
  readonly id: number;
  readonly onClose: () => void;
}

export function RevealDialog({ serial, id, onClose }: RevealDialogProps) {
  const text = useText();
  const words = text.keys;
  const [reason, setReason] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<{ readonly field: string | undefined; readonly message: string }>();
  const [key, setKey] = useState<string | null>(null);
  const reveal = useAction('keys.reveal', {
    onDone: (shown) => {
      setPassphrase('');
      setKey(shown.key);
    },
    onRefused: ({ field, message }) => setFault({ field, message }),
  });
  if (key !== null) return <ShownKey title={words.revealTitle(serial)} shown={key} onClose={onClose} />;
  return (
    <FormDialog
      title={words.revealTitle(serial)}
      action={words.show}
      size="normal"
      onClose={onClose}
      onSubmit={() => {
        setFault(undefined);
        void reveal.run({ id, reason, passphrase });
      }}
      isSending={reveal.isRunning}
      canSend={reason.trim() !== '' && passphrase !== ''}
      refusal={fault?.field === 'passphrase' ? undefined : fault?.message}
    >
      <p>{words.revealText}</p>
      <TextField
        label={words.reason}
        value={reason}
        onChange={setReason}
        help={words.reasonHelp}
        isRequired
        autoFocus
      />
      <PassphraseField
        label={words.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        error={fault?.field === 'passphrase' ? fault.message : undefined}
      />
    </FormDialog>
  );
}

interface ShownKeyProps {
  readonly title: string;
  readonly shown: string;
  readonly onClose: () => void;
}

function ShownKey({ title, shown, onClose }: ShownKeyProps) {
  const text = useText();
  const [seconds, setSeconds] = useState(SHOWN_SECONDS);
  useEffect(() => {
    const timer = setTimeout(() => (seconds === 1 ? onClose() : setSeconds(seconds - 1)), 1000);
    return () => clearTimeout(timer);
  }, [seconds, onClose]);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {text.common.close}
        </Button>
      }
    >
      <div className="form-stack">
        <p className="shown-key">{shown}</p>
        <p className="muted">{text.keys.shown(seconds)}</p>
      </div>
    </Dialog>
  );
}
