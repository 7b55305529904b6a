/** Moving to another computer: one file to carry over, and an office left behind that can only be read. */
import { z } from 'zod';
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { changeMasterData } from '../store/change.ts';
import { readSetting, removeSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { systemFiles, type Files } from '../vault/files.ts';
import { createBackup, type BackupInfo } from './backup.ts';
import { deskOf, type OfficeSession } from './office-session.ts';

const MOVED_AT = 'office.movedAt';

/** When the office moved away from here; null while it is at home. */
export function movedAt(store: Store): Date | null {
  const instant = z.iso.datetime().safeParse(readSetting(store, MOVED_AT));
  return instant.success ? new Date(instant.data) : null;
}

/**
 * Writes the file for the other computer and closes this office to changes. The file is made first: what is restored
 * from it is not closed, and its audit chain simply goes on there.
 */
export function moveOut(
  session: OfficeSession,
  folder: string,
  files: Files = systemFiles,
): Result<BackupInfo, Failure> {
  const backup = createBackup(session, folder, files);
  if (!backup.ok) return backup;
  const closed = changeMasterData(session.store, deskOf(session), { action: 'office.move' }, (change) => {
    writeSetting(change, MOVED_AT, session.clock().toISOString());
    change.note('store', { backup: backup.value.name });
  });
  return closed.ok ? backup : closed;
}

/** Takes a move back, as when the file never arrived. Whoever has restored it meanwhile has a second office. */
export function stayHere(session: OfficeSession, reason: string): Result<void, Failure> {
  const act = { action: 'office.stay', reason };
  const opened = changeMasterData(session.store, deskOf(session), act, (change) => {
    removeSetting(change, MOVED_AT);
    change.note('store', {});
  });
  return opened.ok ? succeed(undefined) : opened;
}
