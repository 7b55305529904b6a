/** Opening a backup as a test; it asks for the passphrase as a restore would. */
import { useState } from 'react';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { PassphraseField } from '../passphrase/passphrase-field.tsx';

interface VerifyBackupDialogProps {
  readonly name: string;
  readonly onClose: () => void;
}

export function VerifyBackupDialog({ name, onClose }: VerifyBackupDialogProps) {
  const text = useText();
  const words = text.settings;
  const { say } = useToasts();
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<string>();
  const verify = useAction('backup.verify', {
    onDone: () => {
      say(words.backupVerifiedDone(name));
      onClose();
    },
    onRefused: (failure) => setFault(failure.message),
  });
  return (
    <FormDialog
      title={words.backupVerify}
      action={words.backupVerify}
      size="normal"
      onClose={onClose}
      onSubmit={() => void verify.run({ name, passphrase })}
      isSending={verify.isRunning}
      canSend={passphrase !== ''}
    >
      <p>{words.backupVerifyText}</p>
      <PassphraseField
        label={text.access.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        error={fault}
        autoFocus
      />
    </FormDialog>
  );
}
