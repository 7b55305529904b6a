/** Recomputes the audit chain beside other work: some hundred entries, then everybody else's turn. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import { succeed, type Result } from '#shared/model/result.ts';
import { EMPTY_HEAD, checkChain, type AuditHead, type ChainBreak } from '../store/audit-chain.ts';
import { auditPage } from '../store/audit.ts';
import type { Store } from '../store/store.ts';

/** About 5 ms of work on an office computer, and below 50 ms on one that is ten times as busy. */
const ENTRIES_A_TURN = 500;

export interface AuditCheckup {
  readonly store: Store;
  readonly keys: ReadonlyMap<number, Buffer>;
  /** Ends the check, as when the vault locks. */
  readonly signal?: AbortSignal;
}

/**
 * Checks the chain from its first entry to the newest; entries added meanwhile are checked too. Null when it was
 * cancelled before it knew.
 */
export async function checkAuditInTurns(
  checkup: AuditCheckup,
): Promise<Result<AuditHead, ChainBreak> | null> {
  let head = EMPTY_HEAD;
  for (;;) {
    if (checkup.signal?.aborted) return null;
    const entries = auditPage(checkup.store, head.seq, ENTRIES_A_TURN);
    if (entries.length === 0) return succeed(head);
    const checked = checkChain(entries, checkup.keys, head);
    if (!checked.ok) return checked;
    head = checked.value;
    await nextTurn();
  }
}

const BREAKS: Record<ChainBreak['kind'], string> = {
  missing: 'fehlt',
  disconnected: 'schließt nicht an den vorigen an',
  altered: 'wurde nachträglich verändert',
  keyUnknown: 'wurde mit einem unbekannten Schlüssel versiegelt',
};

/** The break as the user reads it. */
export function describeChainBreak({ seq, kind }: ChainBreak): string {
  return `Das Protokoll ist nicht mehr lückenlos: Eintrag ${seq} ${BREAKS[kind]}. Bitte klären Sie, wer Zugriff auf den Datenordner hat, und spielen Sie die letzte Sicherung ein.`;
}
