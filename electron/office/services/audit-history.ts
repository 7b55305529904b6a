/** The audit as people read it: who, when, what, from which value to which, and why. */
import type { NameOfRow } from '#shared/text/history-formats.ts';
import { tellChange, type RecordedFields } from '#shared/text/tell-change.ts';
import type { ChainedEntry } from '../store/audit-chain.ts';
import { auditHead, auditOf, auditPageBefore } from '../store/audit.ts';
import { openErasureKey } from '../store/erasure-keys.ts';
import { nameOfSetting } from '../store/settings.ts';
import { listStaff } from '../store/staff.ts';
import type { OfficeSession } from './office-session.ts';
import { rowNames } from './audit-row-names.ts';

export interface HistoryEntry {
  readonly seq: number;
  /** UTC. */
  readonly at: string;
  /** Initials of the employee; `Stichtag` for what the program did by itself. */
  readonly who: string;
  /** The table and the number of the row, where the entry concerns one. */
  readonly table: string;
  readonly rowId: number | null;
  /** The row's name today; null when it has none or is gone. */
  readonly name: string | null;
  /** `Nutzeinheit geändert`. */
  readonly title: string;
  /** A line for each value. */
  readonly details: readonly string[];
  readonly reason: string | null;
}

interface Told {
  readonly old: RecordedFields | null;
  readonly new: RecordedFields | null;
  readonly reason: string | null;
}

const ERASED = 'Die persönlichen Angaben wurden nach Fristablauf gelöscht.';

/** The entry's content; null when it concerned a person whose key was destroyed. */
function contentOf({ store, vault }: OfficeSession, entry: ChainedEntry): Told | null {
  if (entry.personal === null || entry.erasureKeyId === null) return JSON.parse(entry.payload) as Told;
  const key = openErasureKey(store, vault, entry.erasureKeyId);
  if (key === null) return null;
  const place = { table: 'audit', row: entry.seq, column: 'personal', version: 1 };
  const plain = vault.openUnder(key, place, entry.personal);
  key.fill(0);
  if (!plain.ok) throw new Error(`audit entry ${entry.seq} does not open: ${plain.error.code}`);
  return JSON.parse(plain.value.toString('utf8')) as Told;
}

function splitSubject(subject: string): { readonly table: string; readonly rowId: number | null } {
  const [table = subject, id] = subject.split(':');
  return { table, rowId: id === undefined ? null : Number(id) };
}

/** Turns entries into sentences; names are looked up once a call. */
function tellEntries(session: OfficeSession, entries: readonly ChainedEntry[]): HistoryEntry[] {
  const initials = new Map(listStaff(session.store).map((staff) => [staff.accessId, staff.initials]));
  const nameOf: NameOfRow = rowNames(session);
  return entries.map((entry) => {
    const { table, rowId } = splitSubject(entry.subject);
    const content = contentOf(session, entry);
    const told = tellChange(
      {
        action: entry.action,
        table,
        old: content?.old ?? null,
        new: content?.new ?? null,
        setting: table === 'settings' && rowId !== null ? nameOfSetting(session.store, rowId) : null,
      },
      nameOf,
    );
    return {
      seq: entry.seq,
      at: entry.at,
      who: entry.actor === 'stichtag' ? 'Stichtag' : (initials.get(entry.actor) ?? entry.actor),
      table,
      rowId,
      name: rowId === null ? null : nameOf(table, rowId),
      title: told.title,
      details: content === null ? [ERASED] : told.details,
      reason: content?.reason ?? null,
    };
  });
}

/** What happened to one row, such as `meters:12`, newest first. */
export function historyOf(session: OfficeSession, subject: string): HistoryEntry[] {
  return tellEntries(session, auditOf(session.store, subject).toReversed());
}

/** Up to `limit` entries, newest first; `beforeSeq` pages on. */
export function historyPage(
  session: OfficeSession,
  limit: number,
  beforeSeq: number = auditHead(session.store).seq + 1,
): HistoryEntry[] {
  return tellEntries(session, auditPageBefore(session.store, beforeSeq, limit));
}
