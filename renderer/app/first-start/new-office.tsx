/** Setting up an empty office: who works here, and the passphrase that closes it. */
import { useState, type FormEvent } from 'react';
import { useVaultStatusKeeper } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AccessSheet } from '../access/access-sheet.tsx';
import { EMPTY_PASSPHRASE, isUsable, NewPassphrase } from '../../features/passphrase/new-passphrase.tsx';
import { initialsOf } from '../../lib/initials.ts';
import { StepLine } from './step-line.tsx';

interface Names {
  readonly operatorName: string;
  readonly staffName: string;
  /** Null while they follow from the name. */
  readonly initials: string | null;
}

export function NewOffice({ onBack }: { readonly onBack: () => void }) {
  const [names, setNames] = useState<Names>({ operatorName: '', staffName: '', initials: null });
  const [hasNames, setHasNames] = useState(false);
  if (!hasNames)
    return <NamesStep names={names} onNames={setNames} onBack={onBack} onNext={() => setHasNames(true)} />;
  return <PassphraseStep names={names} onBack={() => setHasNames(false)} />;
}

interface NamesStepProps {
  readonly names: Names;
  readonly onNames: (names: Names) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

function NamesStep({ names, onNames, onBack, onNext }: NamesStepProps) {
  const text = useText();
  const [wasTried, setWasTried] = useState(false);
  const initials = names.initials ?? initialsOf(names.staffName);
  const missing = (value: string): string | undefined =>
    wasTried && value.trim() === '' ? text.common.required : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    if ([names.operatorName, names.staffName, initials].every((value) => value.trim() !== '')) onNext();
  };
  return (
    <AccessSheet title={text.access.begin} above={<StepLine current="office" />}>
      <form className="access-form" onSubmit={submit} noValidate>
        <TextField
          label={text.access.operatorName}
          help={text.access.operatorNameHelp}
          value={names.operatorName}
          onChange={(operatorName) => onNames({ ...names, operatorName })}
          error={missing(names.operatorName)}
          autoFocus
        />
        <TextField
          label={text.access.staffName}
          value={names.staffName}
          onChange={(staffName) => onNames({ ...names, staffName })}
          error={missing(names.staffName)}
          autoComplete="name"
        />
        <TextField
          label={text.access.initials}
          help={text.access.initialsHelp}
          value={initials}
          onChange={(typed) => onNames({ ...names, initials: typed })}
          error={missing(initials)}
          maxLength={8}
        />
        <div className="access-actions">
          <Button variant="primary" type="submit">
            {text.common.next}
          </Button>
          <Button onPress={onBack}>{text.common.back}</Button>
        </div>
      </form>
    </AccessSheet>
  );
}

function PassphraseStep({ names, onBack }: { readonly names: Names; readonly onBack: () => void }) {
  const text = useText();
  const keepStatus = useVaultStatusKeeper();
  const [draft, setDraft] = useState(EMPTY_PASSPHRASE);
  const [wasTried, setWasTried] = useState(false);
  const [fault, setFault] = useState<string>();
  const create = useAction('vault.create', {
    onDone: keepStatus,
    onRefused: (failure) => setFault(failure.message),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setWasTried(true);
    setFault(undefined);
    if (!isUsable(draft)) return;
    const { operatorName, staffName, initials } = names;
    void create.run({
      operatorName,
      staffName,
      initials: initials ?? initialsOf(staffName),
      passphrase: draft.passphrase,
    });
  };
  return (
    <AccessSheet title={text.access.passphrase} above={<StepLine current="passphrase" />}>
      <form className="access-form" onSubmit={submit} noValidate>
        <NewPassphrase
          label={text.access.passphrase}
          draft={draft}
          onDraft={setDraft}
          showsFaults={wasTried}
        />
        <Notice>{text.access.noReset}</Notice>
        {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
        <div className="access-actions">
          <Button variant="primary" type="submit" isPending={create.isRunning}>
            {text.access.createOffice}
          </Button>
          <Button onPress={onBack}>{text.common.back}</Button>
        </div>
      </form>
    </AccessSheet>
  );
}
