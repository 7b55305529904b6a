/** The audit for strangers: every entry as a JSON line, and the keys with which anybody can recompute the chain. */
import { succeed, type Failure, type Result } from '#shared/model/result.ts';
import { auditEntries, auditHead, auditLine } from '../store/audit.ts';
import { changeMasterData } from '../store/change.ts';
import { deskOf, type OfficeSession } from './office-session.ts';

export interface AuditExport {
  /** One entry a line, oldest first. Personal parts stay sealed. */
  readonly lines: readonly string[];
  /**
   * JSON of the seal keys by generation, for docs/verify-audit.mjs. Whoever has them can also forge: hand them over
   * separately, to somebody who verifies and not to somebody who keeps the log.
   */
  readonly keys: string;
}

/** Exports the whole audit; that it was exported is its last entry. */
export function exportAudit(session: OfficeSession, reason: string): Result<AuditExport, Failure> {
  const act = { action: 'audit.export', reason };
  const noted = changeMasterData(session.store, deskOf(session), act, (change) =>
    change.note('audit', { entries: auditHead(session.store).seq }),
  );
  if (!noted.ok) return noted;
  const keys = Array.from(session.vault.auditKeys, ([generation, key]) => [generation, key.toString('hex')]);
  return succeed({
    lines: Array.from(auditEntries(session.store), auditLine),
    keys: JSON.stringify(Object.fromEntries(keys)),
  });
}
