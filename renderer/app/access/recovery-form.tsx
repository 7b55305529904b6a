/** Opening the vault with the recovery sheet, which sets a new passphrase. */
import { useState, type FormEvent } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useAction } from '../../lib/use-action.ts';
import { useText } from '../../lib/text.tsx';
import { useVaultStatusKeeper } from '../../lib/session.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccessSheet } from './access-sheet.tsx';
import { EMPTY_PASSPHRASE, isUsable, NewPassphrase } from '../../features/passphrase/new-passphrase.tsx';
import { StaffChoice } from './staff-choice.tsx';

interface RecoveryFormProps {
  readonly status: Extract<VaultStatus, { state: 'locked' }>;
  /** Left out when the sheet is the only way in. */
  readonly onBack: (() => void) | undefined;
}

export function RecoveryForm({ status, onBack }: RecoveryFormProps) {
  const text = useText();
  const keepStatus = useVaultStatusKeeper();
  const [staff, setStaff] = useState(status.staff[0]?.id ?? null);
  const [code, setCode] = useState('');
  const [draft, setDraft] = useState(EMPTY_PASSPHRASE);
  const [wasTried, setWasTried] = useState(false);
  const [fault, setFault] = useState<string>();
  const open = useAction('vault.unlockWithRecovery', {
    onDone: keepStatus,
    onRefused: (failure) => setFault(failure.message),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    setFault(undefined);
    if (staff !== null && code !== '' && isUsable(draft))
      void open.run({ recoveryCode: code, staffId: staff, newPassphrase: draft.passphrase });
  };
  return (
    <AccessSheet title={text.access.recoveryTitle}>
      <p>{status.hasDeviceSecret ? text.access.recoveryText : text.access.newDevice}</p>
      <form className="access-form" onSubmit={submit}>
        <StaffChoice staff={status.staff} chosen={staff} onChoose={setStaff} />
        <TextField
          label={text.access.recoveryCode}
          value={code}
          onChange={setCode}
          error={wasTried && code === '' ? text.common.required : undefined}
          autoFocus
        />
        <NewPassphrase
          label={text.access.newPassphrase}
          draft={draft}
          onDraft={setDraft}
          showsFaults={wasTried}
        />
        {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
        <div className="access-actions">
          <Button variant="primary" type="submit" isPending={open.isRunning}>
            {text.access.openWithSheet}
          </Button>
          {onBack === undefined ? null : <Button onPress={onBack}>{text.common.back}</Button>}
        </div>
      </form>
    </AccessSheet>
  );
}
