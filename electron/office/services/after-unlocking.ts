/** What an interruption may have left undone; every unlocking makes up for it. */
import { systemFiles, type Files } from '../vault/files.ts';
import { removeFormerDatabases } from './change-master-key.ts';
import type { OfficeSession } from './office-session.ts';
import { recordAccesses } from './staff-access.ts';

/**
 * Brings the staff list in line with the vault and clears away databases of earlier master keys. Does nothing while
 * the state may only be read; what fails now is tried again at the next unlocking.
 */
export function makeUpAfterUnlocking(session: OfficeSession, files: Files = systemFiles): void {
  if (session.store.closedBecause !== null) return;
  recordAccesses(session, { action: 'staff.record', reason: 'Nach einer Unterbrechung nachgetragen.' });
  try {
    removeFormerDatabases(session.vault, files);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}
