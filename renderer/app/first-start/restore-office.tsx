/** Starting with a backup: the passphrase or the recovery code of its day opens it. */
import { useState, type FormEvent } from 'react';
import { useVaultStatusKeeper } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccessSheet } from '../access/access-sheet.tsx';
import { EMPTY_PASSPHRASE, isUsable, NewPassphrase } from '../../features/passphrase/new-passphrase.tsx';
import { PassphraseField } from '../../features/passphrase/passphrase-field.tsx';

type Means = 'passphrase' | 'code';

export function RestoreOffice({ onBack }: { readonly onBack: () => void }) {
  const text = useText();
  const keepStatus = useVaultStatusKeeper();
  const [means, setMeans] = useState<Means>('passphrase');
  const [initials, setInitials] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [code, setCode] = useState('');
  const [draft, setDraft] = useState(EMPTY_PASSPHRASE);
  const [wasTried, setWasTried] = useState(false);
  const [message, setMessage] = useState<{ readonly tone: 'plain' | 'wrong'; readonly words: string }>();
  const restore = useAction('vault.restore', {
    onDone: (status) =>
      status === null ? setMessage({ tone: 'plain', words: text.access.restoreNone }) : keepStatus(status),
    onRefused: (failure) => setMessage({ tone: 'wrong', words: failure.message }),
  });
  const missing = (value: string): string | undefined =>
    wasTried && value.trim() === '' ? text.common.required : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    setMessage(undefined);
    if (initials.trim() === '') return;
    if (means === 'passphrase' && passphrase !== '')
      void restore.run({ initials, passphrase, recoveryCode: null });
    if (means === 'code' && code !== '' && isUsable(draft))
      void restore.run({ initials, passphrase: draft.passphrase, recoveryCode: code });
  };
  return (
    <AccessSheet title={text.access.restoreTitle}>
      <p>{text.access.restoreExplain}</p>
      <form className="access-form" onSubmit={submit} noValidate>
        <RadioGroup
          label={text.access.restoreWith}
          orientation="horizontal"
          options={[
            { value: 'passphrase', label: text.access.withPassphrase },
            { value: 'code', label: text.access.withCode },
          ]}
          value={means}
          onChange={setMeans}
        />
        <TextField
          label={text.access.restoreInitials}
          value={initials}
          onChange={setInitials}
          error={missing(initials)}
          maxLength={8}
        />
        {means === 'passphrase' ? (
          <PassphraseField
            label={text.access.passphrase}
            value={passphrase}
            onChange={setPassphrase}
            error={missing(passphrase)}
          />
        ) : (
          <>
            <TextField
              label={text.access.recoveryCode}
              help={text.access.restoreCodeHelp}
              value={code}
              onChange={setCode}
              error={missing(code)}
            />
            <NewPassphrase
              label={text.access.newPassphrase}
              draft={draft}
              onDraft={setDraft}
              showsFaults={wasTried}
            />
          </>
        )}
        {message === undefined ? null : <Notice tone={message.tone}>{message.words}</Notice>}
        <div className="access-actions">
          <Button variant="primary" type="submit" isPending={restore.isRunning}>
            {text.access.restoreStart}
          </Button>
          <Button onPress={onBack}>{text.common.back}</Button>
        </div>
      </form>
    </AccessSheet>
  );
}
