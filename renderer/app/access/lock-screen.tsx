/** The locked window: who, passphrase, and the way in with the recovery sheet. Shows nothing of the data. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type FormEvent } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { answerKey } from '../../lib/answers.ts';
import { useAction } from '../../lib/use-action.ts';
import { useText } from '../../lib/text.tsx';
import { useVaultStatusKeeper, type LockReason } from '../../lib/session.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AccessSheet } from './access-sheet.tsx';
import { PassphraseField } from '../../features/passphrase/passphrase-field.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import { StaffChoice } from './staff-choice.tsx';

type Locked = Extract<VaultStatus, { state: 'locked' }>;

interface LockScreenProps {
  readonly status: Locked;
  /** When the next attempt is accepted, in milliseconds; null when one may be made now. */
  readonly waitsUntil: number | null;
  readonly because: LockReason | null;
}

export function LockScreen({ status, waitsUntil, because }: LockScreenProps) {
  const text = useText();
  const answers = useQueryClient();
  const keepStatus = useVaultStatusKeeper();
  const [staff, setStaff] = useState<string | null>(status.staff[0]?.id ?? null);
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<string>();
  const [usesSheet, setUsesSheet] = useState(!status.hasDeviceSecret);
  const seconds = useSecondsUntil(waitsUntil);
  const unlock = useAction('vault.unlock', {
    onDone: (next) => {
      keepStatus(next);
      if (next.state === 'locked') setPassphrase('');
    },
    onRefused: (failure) => {
      setFault(failure.message);
      setPassphrase('');
      void answers.invalidateQueries({ queryKey: answerKey('vault.status', {}) });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setFault(undefined);
    if (staff !== null && passphrase !== '') void unlock.run({ staffId: staff, passphrase });
  };
  if (usesSheet)
    return (
      <RecoveryForm status={status} onBack={status.hasDeviceSecret ? () => setUsesSheet(false) : undefined} />
    );
  return (
    <AccessSheet title={text.access.unlockTitle}>
      {because === null ? null : <p className="muted">{text.access.unlockBecause[because]}</p>}
      <form className="access-form" onSubmit={submit}>
        <StaffChoice staff={status.staff} chosen={staff} onChoose={setStaff} />
        <PassphraseField
          label={text.access.passphrase}
          value={passphrase}
          onChange={setPassphrase}
          error={fault}
          autoFocus
        />
        {seconds > 0 ? <Notice tone="check">{text.access.wait(seconds)}</Notice> : null}
        <div className="access-actions">
          <Button variant="primary" type="submit" isDisabled={seconds > 0} isPending={unlock.isRunning}>
            {text.access.unlock}
          </Button>
          <LinkButton onPress={() => setUsesSheet(true)}>{text.access.forgotten}</LinkButton>
        </div>
      </form>
    </AccessSheet>
  );
}

/** Whole seconds until a moment; 0 once it has passed, or without one. */
function useSecondsUntil(moment: number | null): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return moment === null ? 0 : Math.max(0, Math.ceil((moment - now) / 1000));
}
