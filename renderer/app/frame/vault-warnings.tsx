/** What the start-up check found: a broken protocol, or data older than what was last seen here. */
import { useState } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useVaultStatusKeeper } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

type Warning = Extract<VaultStatus, { state: 'open' }>['warnings'][number];

export function VaultWarnings() {
  const text = useText();
  const { data: status } = useAnswer('vault.status', {});
  const [isAccepting, setIsAccepting] = useState(false);
  const warnings: readonly Warning[] = status?.state === 'open' ? status.warnings : [];
  if (warnings.length === 0) return null;
  return (
    <section className="warnings" aria-label={text.common.warnings}>
      {warnings.map((warning) => (
        <Notice
          key={warning.code}
          tone="wrong"
          action={
            warning.code === 'ROLLED_BACK' ? (
              <Button onPress={() => setIsAccepting(true)}>{text.frame.acceptRollback}</Button>
            ) : undefined
          }
        >
          {warning.message}
        </Notice>
      ))}
      {isAccepting ? <AcceptRollback onClose={() => setIsAccepting(false)} /> : null}
    </section>
  );
}

function AcceptRollback({ onClose }: { readonly onClose: () => void }) {
  const { frame: words } = useText();
  const keepStatus = useVaultStatusKeeper();
  const [reason, setReason] = useState('');
  const accept = useAction('vault.acceptRollback', {
    onDone: (status) => {
      keepStatus(status);
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.rollbackTitle}
      action={words.acceptRollback}
      size="normal"
      onClose={onClose}
      onSubmit={() => void accept.run({ reason })}
      isSending={accept.isRunning}
      canSend={reason.trim() !== ''}
    >
      <TextField
        label={words.rollbackReason}
        help={words.rollbackHelp}
        value={reason}
        onChange={setReason}
        maxLength={200}
        autoFocus
      />
    </FormDialog>
  );
}
