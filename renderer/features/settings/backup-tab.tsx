/** Backups: folder, the files in it, when each was read back, and a new one now. */
import { useMemo, useState } from 'react';
import type { BackupFile } from '#shared/contract/backup.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { PLAIN_VIEW } from '../../ui/table/table-view.ts';
import { VerifyBackupDialog } from './verify-backup-dialog.tsx';

const BYTES_A_MEGABYTE = 1_000_000;

function backupColumns({ settings: words }: Dictionary): readonly Column<BackupFile>[] {
  return [
    { id: 'name', title: words.backupFile, kind: 'text', value: (file) => file.name, width: 300 },
    { id: 'taken', title: words.backupAt, kind: 'moment', value: (file) => file.takenAt, width: 160 },
    {
      id: 'size',
      title: words.backupSize,
      unit: 'MB',
      kind: 'decimal',
      value: (file) => file.sizeBytes / BYTES_A_MEGABYTE,
      width: 120,
    },
    {
      id: 'verified',
      title: words.backupVerified,
      kind: 'moment',
      value: (file) => file.verifiedAt,
      width: 160,
    },
  ];
}

export function BackupTab() {
  const text = useText();
  const words = text.settings;
  const { say } = useToasts();
  const answer = useAnswer('backup.list', {});
  const columns = useMemo(() => backupColumns(text), [text]);
  const [view, setView] = useState(PLAIN_VIEW);
  const choose = useAction('backup.chooseFolder');
  const create = useAction('backup.create', { onDone: ({ name }) => say(words.backupDone(name)) });
  const [verified, setVerified] = useState<string | null>(null);
  return (
    <>
      <p>{words.backupText}</p>
      <Answered answer={answer}>
        {({ folder, files }) => (
          <>
            <div className="row-of">
              <span>
                {words.backupFolder}: <strong>{folder ?? text.access.noFolder}</strong>
              </span>
              <Button onPress={() => void choose.run({})} isPending={choose.isRunning}>
                {text.access.chooseFolder}
              </Button>
              <Button
                variant="primary"
                onPress={() => void create.run({})}
                isDisabled={folder === null}
                isPending={create.isRunning}
              >
                {words.backupNow}
              </Button>
              <DailyBackup />
            </div>
            <DataTable
              label={words.tabs.backup}
              rows={files}
              columns={columns}
              rowId={(file) => file.name}
              view={view}
              onView={setView}
              commands={(file) => [
                {
                  id: 'file',
                  heading: file.name,
                  commands: [
                    {
                      id: 'verify',
                      label: words.backupVerify,
                      run: () => setVerified(file.name),
                    },
                  ],
                },
              ]}
              empty={<p className="muted">{words.backupEmpty}</p>}
            />
          </>
        )}
      </Answered>
      {verified === null ? null : <VerifyBackupDialog name={verified} onClose={() => setVerified(null)} />}
    </>
  );
}

function DailyBackup() {
  const text = useText();
  const mayChange = useRight('changeSettings');
  const { data: settings } = useAnswer('settings.get', {});
  const save = useAction('settings.save');
  if (!settings) return null;
  return (
    <Checkbox
      isSelected={settings.backup.daily}
      isDisabled={!mayChange || save.isRunning}
      onChange={(daily) => void save.run({ ...settings, backup: { ...settings.backup, daily } })}
    >
      {text.settings.backupDaily}
    </Checkbox>
  );
}
