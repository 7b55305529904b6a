/** Restoring: a backup becomes a folder of its own beside the old one, is proved whole, and only then takes its place. */
import { dirname, join } from 'node:path';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { changeMasterData } from '../store/change.ts';
import { openStore } from '../store/open.ts';
import { systemFiles, type Files } from '../vault/files.ts';
import { openVault, type UnlockRequest } from '../vault/open-vault.ts';
import { recoverVault, type RecoveryRequest } from '../vault/recover-vault.ts';
import type { UnlockedVault } from '../vault/unlocked-vault.ts';
import { VAULT_FILE_NAME, vaultFileBytes } from '../vault/vault-file.ts';
import { anchorOf, type AnchorStore } from './audit-anchor.ts';
import { checkDatabase } from './backup-check.ts';
import {
  backupFailure,
  hashOfFile,
  openManifest,
  readBackupHeader,
  type BackupHeader,
  type BackupManifest,
} from './backup-container.ts';

/** How the vault in the backup opens: with the passphrase of that day on this device, or with the recovery sheet. */
export type Unlocking = Omit<UnlockRequest, 'folder' | 'files'> | Omit<RecoveryRequest, 'folder' | 'files'>;

export interface RestoreRequest {
  readonly backup: string;
  /** The folder to restore into; it must not exist or be empty. */
  readonly into: string;
  readonly unlocking: Unlocking;
  readonly clock: () => Date;
  /** Where the anchor is moved to, when the restored state is to be worked with from now on. */
  readonly anchors?: AnchorStore;
  readonly files?: Files;
}

/** What a backup contains, once it was proved whole. */
export interface RestoreReport {
  readonly takenAt: Date;
  readonly manifest: BackupManifest;
  /** The anchor of the restored state. */
  readonly anchor: Buffer;
}

function unlock(folder: string, how: Unlocking, files: Files): Promise<Result<UnlockedVault, Failure>> {
  return 'code' in how ? recoverVault({ ...how, folder, files }) : openVault({ ...how, folder, files });
}

/** Unpacks vault and database into a folder; nothing is trusted yet. */
function unpack(request: RestoreRequest, header: BackupHeader, folder: string, files: Files): string {
  const database = join(folder, `stichtag-${header.vaultFile.generation}.db`);
  files.createFolder(folder);
  files.write(join(folder, VAULT_FILE_NAME), vaultFileBytes(header.vaultFile));
  files.write(database, files.readParts(request.backup, header.databaseStart));
  files.syncFolder(folder);
  return database;
}

function isSame(facts: Pick<BackupManifest, 'audit' | 'counts'>, manifest: BackupManifest): boolean {
  return (
    facts.audit.seq === manifest.audit.seq &&
    facts.audit.hash === manifest.audit.hash &&
    Object.entries(manifest.counts).every(([table, rows]) => facts.counts[table] === rows)
  );
}

/** Proves an unpacked database against its manifest and brings it to the newest schema; notes it in the audit. */
function proveAndNote(
  vault: UnlockedVault,
  header: BackupHeader,
  database: string,
  request: RestoreRequest,
  files: Files,
): Result<RestoreReport, Failure> {
  const manifest = openManifest(header, vault.backupKey);
  if (!manifest.ok) return manifest;
  if (hashOfFile(files, database) !== manifest.value.databaseSha256) return backupFailure('BACKUP_DAMAGED');
  const store = openStore({ file: database, key: vault.databaseKey });
  if (!store.ok) return store;
  try {
    const facts = checkDatabase(store.value, vault.auditKeys);
    if (!facts.ok) return facts;
    if (!isSame(facts.value, manifest.value)) return backupFailure('BACKUP_DAMAGED');
    const desk = { seals: vault, clock: request.clock, actor: vault.staff.id };
    const noted = changeMasterData(store.value, desk, { action: 'backup.restore' }, (change) =>
      change.note('store', { takenAt: header.createdAt.toISOString() }),
    );
    if (!noted.ok) return noted;
    const anchor = anchorOf({ vault, store: store.value, clock: request.clock });
    return succeed({ takenAt: header.createdAt, manifest: manifest.value, anchor });
  } finally {
    store.value.close();
  }
}

/**
 * Restores a backup into a folder that does not exist yet or is empty. The folder appears only when everything in it
 * was proved: vault seal, manifest, hash, pages, references, audit chain, row counts.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Result<RestoreReport, Failure>> {
  const { files = systemFiles } = request;
  try {
    return await restoreThroughWorkshop(request, files);
  } catch (error) {
    // The codes of the file system: no space, no rights, medium gone.
    if (error instanceof Error && 'code' in error) return backupFailure('BACKUP_NOT_WRITTEN');
    throw error;
  }
}

async function restoreThroughWorkshop(
  request: RestoreRequest,
  files: Files,
): Promise<Result<RestoreReport, Failure>> {
  if (files.list(request.into).length > 0) return backupFailure('FOLDER_NOT_EMPTY');
  const header = readBackupHeader(files, request.backup);
  if (!header.ok) return header;
  const workshop = `${request.into}.neu`;
  files.remove(workshop);
  try {
    const restored = await restoreInto(workshop, header.value, request, files);
    if (!restored.ok) return restored;
    files.remove(request.into);
    files.rename(workshop, request.into);
    files.syncFolder(dirname(request.into));
    request.anchors?.save(header.value.vaultFile.vaultId, restored.value.anchor);
    return restored;
  } finally {
    files.remove(workshop);
  }
}

async function restoreInto(
  folder: string,
  header: BackupHeader,
  request: RestoreRequest,
  files: Files,
): Promise<Result<RestoreReport, Failure>> {
  const database = unpack(request, header, folder, files);
  const vault = await unlock(folder, request.unlocking, files);
  if (!vault.ok) return vault;
  try {
    return proveAndNote(vault.value, header, database, request, files);
  } finally {
    vault.value.lock();
  }
}

/** Proves a backup by restoring it into a workshop and throwing that away; the file itself is only read. */
export async function verifyBackup(
  request: Omit<RestoreRequest, 'into'> & { readonly workshop: string },
): Promise<Result<RestoreReport, Failure>> {
  const { files = systemFiles } = request;
  const into = join(request.workshop, 'pruefung');
  const restored = await restoreBackup({ ...request, into });
  files.remove(into);
  return restored;
}
