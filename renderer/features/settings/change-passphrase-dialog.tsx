/** Changing one's own passphrase. */
import { useState } from 'react';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EMPTY_PASSPHRASE, isUsable, NewPassphrase } from '../passphrase/new-passphrase.tsx';
import { PassphraseField } from '../passphrase/passphrase-field.tsx';

export function ChangePassphraseDialog({ onClose }: { readonly onClose: () => void }) {
  const text = useText();
  const words = text.settings;
  const { say } = useToasts();
  const [current, setCurrent] = useState('');
  const [draft, setDraft] = useState(EMPTY_PASSPHRASE);
  const [wasTried, setWasTried] = useState(false);
  const [fault, setFault] = useState<string>();
  const change = useAction('vault.changePassphrase', {
    onDone: () => {
      say(words.passphraseChanged);
      onClose();
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const submit = (): void => {
    setWasTried(true);
    setFault(undefined);
    if (current !== '' && isUsable(draft))
      void change.run({ currentPassphrase: current, newPassphrase: draft.passphrase });
  };
  return (
    <Dialog
      title={words.changePassphrase}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button variant="primary" onPress={submit} isPending={change.isRunning}>
            {words.changePassphrase}
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
        <PassphraseField
          label={words.currentPassphrase}
          value={current}
          onChange={setCurrent}
          error={fault ?? (wasTried && current === '' ? text.common.required : undefined)}
          autoFocus
        />
        <NewPassphrase
          label={text.access.newPassphrase}
          draft={draft}
          onDraft={setDraft}
          showsFaults={wasTried}
        />
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}
