/** The first backup: a folder, a file, and its proof by reading it back. */
import { useState } from 'react';
import { useAnswer } from '../../lib/answers.ts';
import { ask } from '../../lib/office.ts';
import { useVaultStatusKeeper } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AccessSheet } from '../access/access-sheet.tsx';
import { StepLine } from './step-line.tsx';

export function FirstBackupStep() {
  const text = useText();
  const { say } = useToasts();
  const keepStatus = useVaultStatusKeeper();
  const { data: known } = useAnswer('backup.list', {});
  const [chosenFolder, setChosenFolder] = useState<string | null>(null);
  const [fault, setFault] = useState<string>();
  const folder = chosenFolder ?? known?.folder ?? null;
  const choose = useAction('backup.chooseFolder', { onDone: (state) => setChosenFolder(state.folder) });
  const backUp = useAction('backup.create', { onRefused: (failure) => setFault(failure.message) });
  const writeBackup = async (): Promise<void> => {
    setFault(undefined);
    if (!(await backUp.run({}))) return;
    say(text.access.backupDone);
    const status = await ask('vault.status', {});
    if (status.ok) keepStatus(status.value);
  };
  return (
    <AccessSheet title={text.access.steps.backup} above={<StepLine current="backup" />}>
      <p>{text.access.backupText}</p>
      <p>{folder === null ? text.access.noFolder : text.access.folder(folder)}</p>
      {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
      <div className="access-actions">
        <Button
          variant={folder === null ? 'primary' : 'plain'}
          onPress={() => void choose.run({})}
          isPending={choose.isRunning || backUp.isRunning}
        >
          {text.access.chooseFolder}
        </Button>
        <Button
          variant={folder === null ? 'plain' : 'primary'}
          onPress={() => void writeBackup()}
          isDisabled={folder === null}
          isPending={backUp.isRunning}
        >
          {text.access.firstBackup}
        </Button>
      </div>
    </AccessSheet>
  );
}
