/** Handing the window to a colleague: initials and passphrase, without closing anything. */
import { useState } from 'react';
import { useAnswer } from '../../lib/answers.ts';
import { useVaultStatusKeeper } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { PassphraseField } from '../../features/passphrase/passphrase-field.tsx';

interface SwitchStaffProps {
  readonly onClose: () => void;
}

export function SwitchStaff({ onClose }: SwitchStaffProps) {
  const text = useText();
  const keepStatus = useVaultStatusKeeper();
  const { data: everybody = [] } = useAnswer('staff.list', {});
  const others = everybody.filter((member) => !member.isCurrent && member.hasAccess);
  const [chosen, setChosen] = useState<string | null>(null);
  const staffId = chosen ?? others[0]?.id ?? null;
  const [passphrase, setPassphrase] = useState('');
  const [fault, setFault] = useState<string>();
  const change = useAction('vault.switchStaff', {
    onDone: (status) => {
      keepStatus(status);
      onClose();
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const submit = (): void => {
    setFault(undefined);
    if (staffId !== null && passphrase !== '') void change.run({ staffId, passphrase });
  };
  return (
    <Dialog
      title={text.access.switchTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            onPress={submit}
            isDisabled={staffId === null}
            isPending={change.isRunning}
          >
            {text.access.switchAction}
          </Button>
        </>
      }
    >
      {others.length === 0 ? (
        <p>{text.access.nobodyElse}</p>
      ) : (
        <form
          className="form-stack"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <RadioGroup
            label={text.access.who}
            options={others.map(({ id, name, initials }) => ({ value: id, label: `${name} (${initials})` }))}
            value={staffId ?? ''}
            onChange={(value) => setChosen(others.find(({ id }) => id === value)?.id ?? null)}
          />
          <PassphraseField
            label={text.access.passphrase}
            value={passphrase}
            onChange={setPassphrase}
            error={fault}
            autoFocus
          />
        </form>
      )}
    </Dialog>
  );
}
