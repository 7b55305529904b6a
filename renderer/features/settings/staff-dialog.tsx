/** Adding an employee, who types an own passphrase. */
import { useState } from 'react';
import type { Right } from '#shared/contract/vault.ts';
import { initialsOf } from '../../lib/initials.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EMPTY_PASSPHRASE, isUsable, NewPassphrase } from '../passphrase/new-passphrase.tsx';
import { RightChoice } from './right-choice.tsx';

export function StaffDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.settings;
  const { say } = useToasts();
  const [name, setName] = useState('');
  const [typedInitials, setTypedInitials] = useState<string | null>(null);
  const [rights, setRights] = useState<readonly Right[]>([]);
  const [draft, setDraft] = useState(EMPTY_PASSPHRASE);
  const [wasTried, setWasTried] = useState(false);
  const [fault, setFault] = useState<string>();
  const initials = typedInitials ?? initialsOf(name);
  const missing = (value: string): string | undefined =>
    wasTried && value.trim() === '' ? text.common.required : undefined;
  const add = useAction('staff.add', {
    onDone: () => {
      say(words.staffAdded(name));
      onClose();
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const submit = (): void => {
    setWasTried(true);
    setFault(undefined);
    if (name.trim() !== '' && initials.trim() !== '' && isUsable(draft))
      void add.run({ name, initials, passphrase: draft.passphrase, rights: [...rights] });
  };
  return (
    <Dialog
      title={words.addStaff}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button variant="primary" onPress={submit} isPending={add.isRunning}>
            {text.common.create}
          </Button>
        </>
      }
    >
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField label={words.staffName} value={name} onChange={setName} error={missing(name)} autoFocus />
        <TextField
          label={words.initials}
          value={initials}
          onChange={setTypedInitials}
          error={missing(initials)}
          maxLength={8}
        />
        <RightChoice rights={rights} onRights={setRights} />
        <p className="muted">{words.addStaffText}</p>
        <NewPassphrase
          label={text.access.passphrase}
          draft={draft}
          onDraft={setDraft}
          showsFaults={wasTried}
        />
        {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}
