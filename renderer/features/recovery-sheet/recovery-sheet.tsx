/** The recovery sheet: saved as a PDF, then proved by typing two of its groups. */
import { useState, type FormEvent } from 'react';
import type { VaultStatus } from '#shared/contract/vault.ts';
import { useText } from '../../lib/text.tsx';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface SavedSheet {
  readonly fileName: string;
  readonly askedGroups: readonly number[];
}

interface RecoverySheetProps {
  /** The sheet lies readable before the user. */
  readonly onConfirmed: (status: VaultStatus) => void;
}

export function RecoverySheet({ onConfirmed }: RecoverySheetProps) {
  const text = useText();
  const [sheet, setSheet] = useState<SavedSheet | null>(null);
  const [wasClosed, setWasClosed] = useState(false);
  const save = useAction('vault.saveRecoverySheet', {
    onDone: (result) => {
      setWasClosed(!result.saved);
      if (result.saved) setSheet(result);
    },
  });
  return (
    <>
      {sheet === null ? null : <Notice tone="good">{text.access.sheetSaved(sheet.fileName)}</Notice>}
      {wasClosed && sheet === null ? <Notice>{text.access.sheetNotSaved}</Notice> : null}
      <div className="access-actions">
        <Button
          variant={sheet === null ? 'primary' : 'plain'}
          onPress={() => void save.run({})}
          isPending={save.isRunning}
        >
          {sheet === null ? text.access.saveSheet : text.access.saveSheetAgain}
        </Button>
      </div>
      {sheet === null ? null : (
        <ProveSheet
          key={sheet.askedGroups.join()}
          askedGroups={sheet.askedGroups}
          onConfirmed={onConfirmed}
        />
      )}
    </>
  );
}

interface ProveSheetProps extends RecoverySheetProps {
  readonly askedGroups: readonly number[];
}

function ProveSheet({ askedGroups, onConfirmed }: ProveSheetProps) {
  const text = useText();
  const [groups, setGroups] = useState<readonly string[]>(askedGroups.map(() => ''));
  const [fault, setFault] = useState<string>();
  const confirm = useAction('vault.confirmRecoverySheet', {
    onDone: onConfirmed,
    onRefused: (failure) => setFault(failure.message),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setFault(undefined);
    void confirm.run({ groups: groups.map((group) => group.trim().toUpperCase()) });
  };
  return (
    <form className="access-form" onSubmit={submit}>
      <p>{text.access.sheetProve}</p>
      <div className="field-row">
        {askedGroups.map((group, index) => (
          <TextField
            key={group}
            label={text.access.sheetGroup(group)}
            value={groups[index] ?? ''}
            onChange={(typed) => setGroups(groups.with(index, typed))}
            maxLength={8}
            autoFocus={index === 0}
          />
        ))}
      </div>
      {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
      <div className="access-actions">
        <Button
          variant="primary"
          type="submit"
          isDisabled={groups.some((group) => group.trim() === '')}
          isPending={confirm.isRunning}
        >
          {text.access.sheetConfirm}
        </Button>
      </div>
    </form>
  );
}
