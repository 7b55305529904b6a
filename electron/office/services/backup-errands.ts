/**
 * Backing up, proving a backup and restoring one without a window: each finds the access, asks for its secret, does
 * its one thing and closes what it opened. Nothing is asked for before everything that needs no secret was checked.
 */
import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fail, type Failure, type Result } from '#shared/model/result.ts';
import { changeMasterData } from '../store/change.ts';
import { FileDeviceSecretStore } from '../vault/device-secret.ts';
import { systemFiles } from '../vault/files.ts';
import { listSignIns } from '../vault/open-vault.ts';
import { passphraseBytes, wipe } from '../vault/secret-bytes.ts';
import { accessByInitials } from './access-by-initials.ts';
import { makeUpAfterUnlocking } from './after-unlocking.ts';
import { FileAnchorStore, closeIfRolledBack, moveAnchorIfPossible } from './audit-anchor.ts';
import { readBackupHeader } from './backup-container.ts';
import { createBackup, type BackupInfo } from './backup.ts';
import { dataFolderAt } from './data-folder.ts';
import { noteBackup } from './note-backup.ts';
import { closeOffice, deskOf, openOffice, type OfficeSession } from './office-session.ts';
import { restoreBackup, verifyBackup, type RestoreReport, type Unlocking } from './restore.ts';
import { suggestPassphrase } from './suggest-passphrase.ts';
import { withPassphrase } from './with-passphrase.ts';

/** Asks whoever runs the errand for a secret, named in German; null when there is no answer. */
export type AskSecret = (what: string) => Promise<string | null>;

export interface Errand {
  /** Whose passphrase it is; may be left out while there is only one employee. */
  readonly initials: string | undefined;
  /** Where the device secret lies as a file. */
  readonly deviceFolder: string;
  readonly ask: AskSecret;
  readonly clock: () => Date;
}

/** An errand that opens a backup, with the passphrase of its day or with the recovery sheet. */
export interface OpeningErrand extends Errand {
  readonly backup: string;
  readonly withSheet: boolean;
}

/** Backs up the office of a data folder into an existing folder, as the window does daily. */
export async function backUpDataFolder(
  errand: Errand & { readonly data: string; readonly into: string },
): Promise<Result<BackupInfo, Failure>> {
  const { deviceFolder, clock, into } = errand;
  const folders = dataFolderAt(errand.data);
  const accesses = listSignIns(folders.office);
  if (!accesses.ok) return accesses;
  const staffId = accessByInitials(accesses.value, errand.initials);
  if (!staffId.ok) return staffId;
  // Made on demand it could lie under the mount point of a disk that is not plugged in.
  if (!statSync(into, { throwIfNoEntry: false })?.isDirectory())
    return fail({
      code: 'FOLDER_MISSING',
      message: `Den Ordner ${into} gibt es nicht. Bitte prüfen Sie, ob das Laufwerk angeschlossen ist.`,
    });
  const text = await errand.ask('Passphrase');
  if (!text) return noAnswer();
  const access = { staffId: staffId.value, deviceSecrets: new FileDeviceSecretStore(deviceFolder) };
  const opened = await withPassphrase(text, (passphrase) =>
    openOffice({ ...access, folder: folders.office, passphrase, clock }),
  );
  if (!opened.ok) return opened;
  try {
    return backUpAndNote(opened.value, into, new FileAnchorStore(folders.anchors));
  } finally {
    closeOffice(opened.value);
  }
}

/** A state that was rolled back is not backed up: it would push out the generations that know more. */
function backUpAndNote(
  session: OfficeSession,
  into: string,
  anchors: FileAnchorStore,
): Result<BackupInfo, Failure> {
  const anchored = closeIfRolledBack(session, anchors);
  if (!anchored.ok) return anchored;
  makeUpAfterUnlocking(session);
  const backup = createBackup(session, into);
  if (!backup.ok) return backup;
  const noted = changeMasterData(session.store, deskOf(session), { action: 'backup.note' }, (change) =>
    noteBackup(change, backup.value.takenAt),
  );
  if (!noted.ok) return noted;
  moveAnchorIfPossible(session, anchors);
  return backup;
}

/** Proves a backup by restoring it into a folder that vanishes again. */
export async function proveBackup(errand: OpeningErrand): Promise<Result<RestoreReport, Failure>> {
  const { backup, clock, withSheet } = errand;
  const workshop = await mkdtemp(path.join(tmpdir(), 'stichtag-'));
  // What the sheet brings along must not stay on a computer that only looks.
  const deviceFolder = withSheet ? path.join(workshop, 'geraet') : errand.deviceFolder;
  try {
    return await withUnlocking(
      { ...errand, deviceFolder },
      async () => suggestPassphrase(),
      (unlocking) => verifyBackup({ backup, workshop, unlocking, clock }),
    );
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Restores a backup into a data folder that holds no office yet; with the sheet the device secret comes along. */
export async function restoreDataFolder(
  errand: OpeningErrand & { readonly data: string },
): Promise<Result<RestoreReport, Failure>> {
  const { backup, clock, ask } = errand;
  const folders = dataFolderAt(errand.data);
  const anchors = new FileAnchorStore(folders.anchors);
  return await withUnlocking(
    errand,
    () => askForNewPassphrase(ask),
    (unlocking) => restoreBackup({ backup, into: folders.office, unlocking, clock, anchors }),
  );
}

async function withUnlocking<T>(
  { backup, initials, deviceFolder, withSheet, ask }: OpeningErrand,
  newPassphrase: () => Promise<string | null>,
  use: (unlocking: Unlocking) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const header = readBackupHeader(systemFiles, backup);
  if (!header.ok) return header;
  const staffId = accessByInitials(header.value.vaultFile.staff, initials);
  if (!staffId.ok) return staffId;
  const code = withSheet ? await ask('Code vom Wiederherstellungsblatt') : null;
  const text = withSheet ? code && (await newPassphrase()) : await ask('Passphrase');
  if (!text) return noAnswer();
  const passphrase = passphraseBytes(text);
  try {
    const access = { staffId: staffId.value, deviceSecrets: new FileDeviceSecretStore(deviceFolder) };
    return await use(
      code === null ? { ...access, passphrase } : { ...access, code, newPassphrase: passphrase },
    );
  } finally {
    wipe(passphrase);
  }
}

/** Asked twice, for nobody sees what he types. */
async function askForNewPassphrase(ask: AskSecret): Promise<string | null> {
  const first = await ask('Neue Passphrase');
  const again = await ask('Neue Passphrase noch einmal');
  return first === again ? first : null;
}

function noAnswer(): Result<never, Failure> {
  return fail({
    code: 'SECRET_NOT_GIVEN',
    message:
      'Es kam keine Eingabe an, oder die beiden Eingaben sind verschieden. Es wurde nichts geändert. Bitte versuchen Sie es noch einmal.',
  });
}
