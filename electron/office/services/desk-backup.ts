/** Backup desk: the folder, the files in it, and starting again from one of them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BackupFile, BackupState, backupDesk } from '#shared/contract/backup.ts';
import type { OfficeFailure } from '#shared/contract/failure.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import { fail, succeed, type Result } from '#shared/model/result.ts';
import { createBackup, listBackups, type BackupInfo } from './backup.ts';
import { noteBackup } from './note-backup.ts';
import { readLastBackup, readSettings, writeSettings } from './office-settings.ts';
import { verifyBackup } from './restore.ts';
import { withPassphrase } from './with-passphrase.ts';
import { goneFailure, type WorkingOffice } from './working-office.ts';

const DAY_MS = 86_400_000;
/** By then whoever unlocked has begun to work, and a copy of the store no longer delays the first page. */
const AFTER_UNLOCKING_MS = 60_000;

export function createBackupDesk(office: WorkingOffice): HandlersOf<typeof backupDesk> {
  const verified = new Map<string, string>();

  function toFile({ name, takenAt, sizeBytes }: BackupInfo): BackupFile {
    return { name, takenAt: takenAt.toISOString(), sizeBytes, verifiedAt: verified.get(name) ?? null };
  }

  function state(): BackupState {
    const { folder } = readSettings(office.session.store).backup;
    return { folder, files: folder === null ? [] : listBackups(folder).map(toFile) };
  }

  return {
    'backup.list': () => succeed(state()),
    'backup.chooseFolder': async () => {
      const refused = office.refuseWithout('changeSettings');
      if (refused !== null) return refused;
      const folder = await office.options.desktop.chooseFolder('Ordner für Sicherungen');
      if (folder === null) return succeed(state());
      const before = readSettings(office.session.store);
      const saved = office.step({
        action: 'settings.change',
        name: 'Sicherungsordner gewählt',
        touches: ['settings', 'backup'],
        work: (change) => writeSettings(change, { ...before, backup: { ...before.backup, folder } }),
      });
      return saved.ok ? succeed(state()) : saved;
    },
    'backup.create': () => {
      const backup = backUp(office);
      if (!backup.ok) return backup;
      verified.set(backup.value.name, backup.value.takenAt.toISOString());
      return succeed(toFile(backup.value));
    },
    'backup.verify': async ({ name, passphrase: text }) => {
      const { vault, clock } = office.session;
      const { folder } = state();
      const backup = folder === null ? undefined : listBackups(folder).find((file) => file.name === name);
      if (folder === null || backup === undefined) return goneFailure();
      const workshop = await mkdtemp(path.join(tmpdir(), 'stichtag-'));
      try {
        const { deviceSecrets } = office.options;
        const proved = await withPassphrase(text, (passphrase) =>
          verifyBackup({
            backup: path.join(folder, name),
            workshop,
            unlocking: { staffId: vault.staff.id, passphrase, deviceSecrets },
            clock,
          }),
        );
        if (!proved.ok) return proved;
        verified.set(name, clock().toISOString());
        return succeed(toFile(backup));
      } finally {
        await rm(workshop, { recursive: true, force: true });
      }
    },
  };
}

/** Backs up into the chosen folder; the file was opened and read back when this succeeds. */
export function backUp(office: WorkingOffice): Result<BackupInfo, OfficeFailure> {
  const { session } = office;
  const { folder } = readSettings(session.store).backup;
  if (folder === null)
    return fail({
      code: 'NO_BACKUP_FOLDER',
      message: 'Es ist noch kein Ordner für Sicherungen gewählt. Bitte wählen Sie einen.',
    });
  const backup = createBackup(session, folder);
  if (!backup.ok) return backup;
  const noted = office.step({
    action: 'backup.note',
    name: 'Sicherung erstellt',
    touches: ['backup', 'vault'],
    work: (change) => noteBackup(change, backup.value.takenAt),
  });
  if (!noted.ok) return noted;
  office.anchor();
  return backup;
}

/** The daily backup, a minute after unlocking: when one is wanted, a folder is chosen and the last is a day old. */
export function backUpLater(office: WorkingOffice): void {
  const timer = setTimeout(() => backUpIfDue(office), AFTER_UNLOCKING_MS);
  timer.unref();
  office.ending.addEventListener('abort', () => clearTimeout(timer));
}

function backUpIfDue(office: WorkingOffice): void {
  const { store, clock } = office.session;
  const { daily, folder } = readSettings(store).backup;
  const last = readLastBackup(store);
  const isDue = last === null || clock().getTime() - Date.parse(last) >= DAY_MS;
  // A failure shows as the age of the last backup, on the start page and in the status bar.
  if (daily && folder !== null && isDue) backUp(office);
}
