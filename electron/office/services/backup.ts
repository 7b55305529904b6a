/** Backups: one encrypted file each, opened and checked before it counts, in generations of 7 days, 4 weeks, 12 months. */
import { join } from 'node:path';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { changeMasterData } from '../store/change.ts';
import { openStore } from '../store/open.ts';
import { copyStore } from '../store/private-file.ts';
import { systemFiles, type Files } from '../vault/files.ts';
import { readVaultFile } from '../vault/vault-file.ts';
import { checkDatabase, type DatabaseFacts } from './backup-check.ts';
import {
  backupFailure,
  hashOfFile,
  openManifest,
  readBackupHeader,
  writeBackup,
  type BackupManifest,
} from './backup-container.ts';
import { outdatedBackups } from './backup-generations.ts';
import { deskOf, type OfficeSession } from './office-session.ts';

const BACKUP_NAME = /^stichtag-\d{8}T\d{9}Z\.sicherung$/;

export interface BackupInfo {
  /** The file's name in its folder. */
  readonly name: string;
  readonly takenAt: Date;
  readonly sizeBytes: number;
}

function nameFor(takenAt: Date): string {
  return `stichtag-${takenAt.toISOString().replaceAll(/[-:.]/g, '')}.sicherung`;
}

/** The backups in a folder, newest first. Files that are none, or damaged at their start, are not listed. */
export function listBackups(folder: string, files: Files = systemFiles): BackupInfo[] {
  return files
    .list(folder)
    .filter((name) => BACKUP_NAME.test(name))
    .flatMap((name) => {
      const path = join(folder, name);
      const header = readBackupHeader(files, path);
      if (!header.ok) return [];
      return [{ name, takenAt: header.value.createdAt, sizeBytes: files.size(path) }];
    })
    .toSorted((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
}

/** Opens a copy with the vault's key and reads all of it. */
function checkCopy({ vault }: OfficeSession, copy: string): Result<DatabaseFacts, Failure> {
  const store = openStore({ file: copy, key: vault.databaseKey, mode: 'readOnly' });
  if (!store.ok) return store;
  try {
    return checkDatabase(store.value, vault.auditKeys);
  } finally {
    store.value.close();
  }
}

function assemble(
  session: OfficeSession,
  path: string,
  copy: string,
  facts: DatabaseFacts,
  files: Files,
): Result<void, Failure> {
  const { vault } = session;
  const vaultFile = readVaultFile(files, vault.folder);
  if (!vaultFile.ok) return vaultFile;
  const manifest: BackupManifest = {
    ...facts,
    databaseBytes: files.size(copy),
    databaseSha256: hashOfFile(files, copy),
  };
  writeBackup(
    files,
    path,
    { createdAt: session.clock(), vaultFile: vaultFile.value, manifest, databaseCopy: copy },
    vault.backupKey,
  );
  return readBack(path, vault.backupKey, files);
}

/** Reads the finished file: manifest, length and hash of the database in it. */
function readBack(path: string, backupKey: Buffer, files: Files): Result<void, Failure> {
  const header = readBackupHeader(files, path);
  if (!header.ok) return header;
  const manifest = openManifest(header.value, backupKey);
  if (!manifest.ok) return manifest;
  const { databaseStart } = header.value;
  const isWhole =
    files.size(path) - databaseStart === manifest.value.databaseBytes &&
    hashOfFile(files, path, databaseStart) === manifest.value.databaseSha256;
  return isWhole ? succeed(undefined) : backupFailure('BACKUP_DAMAGED');
}

function attemptFiles<T>(work: () => Result<T, Failure>): Result<T, Failure> {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return backupFailure('BACKUP_NOT_WRITTEN');
    throw error;
  }
}

/**
 * Backs up a session into a folder: copies the database, opens and checks the copy, writes the file, reads it back,
 * deletes outdated generations. On failure older backups are untouched and no half file is left under a final name.
 */
export function createBackup(
  session: OfficeSession,
  folder: string,
  files: Files = systemFiles,
): Result<BackupInfo, Failure> {
  const takenAt = session.clock();
  const name = nameFor(takenAt);
  const path = join(folder, name);
  const copy = `${path}.db`;
  return attemptFiles(() => {
    try {
      files.createFolder(folder);
      files.remove(copy);
      const copied = copyStore(session.store, copy);
      if (!copied.ok) return copied;
      const facts = checkCopy(session, copy);
      if (!facts.ok) return facts;
      const written = assemble(session, path, copy, facts.value, files);
      if (!written.ok) {
        files.remove(path);
        return written;
      }
    } finally {
      files.remove(copy);
    }
    const noted = changeMasterData(session.store, deskOf(session), { action: 'backup.create' }, (change) =>
      change.note('store', { backup: name }),
    );
    if (!noted.ok) {
      files.remove(path);
      return noted;
    }
    for (const outdated of outdatedBackups(listBackups(folder, files), takenAt))
      files.remove(join(folder, outdated.name));
    return succeed({ name, takenAt, sizeBytes: files.size(path) });
  });
}
