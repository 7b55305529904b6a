/** One pull from start to result sheet: fetch, store, decode, and say what came of it. */
import path from 'node:path';
import type { PullResult } from '#shared/contract/pull.ts';
import type { BundleSource } from '../mailbox/bundle-source.ts';
import { decodeTelegrams, type DecodingReport } from './decode-telegrams.ts';
import { dropForeignTelegrams } from './drop-foreign-telegrams.ts';
import type { OfficeSession } from './office-session.ts';
import { pullBundles } from './pull-bundles.ts';
import { createStoreBundleLedger } from './store-bundle-ledger.ts';
import { UNREADABLE } from './telegram-outcome-sentences.ts';

/** What is being done, and how far; `total` null while it is not known. */
export type PullStep = (step: string, done: number, total: number | null) => void;

/** More than anybody looks into one by one. */
const MOST_PROBLEMS = 20;

/** A cancel keeps what has arrived whole. */
export async function runPull(
  session: OfficeSession,
  source: BundleSource,
  onStep: PullStep,
  signal: AbortSignal,
): Promise<Omit<PullResult, 'trigger'>> {
  const startedAt = session.clock().toISOString();
  const sheet = await pullBundles({
    source,
    ledger: createStoreBundleLedger(session.store),
    now: session.clock,
    signal,
    onProgress: ({ phase, fetched, toFetch }) =>
      onStep(phase === 'listing' ? 'Bündel suchen' : 'Bündel abrufen', fetched, toFetch || null),
  });
  const decoded = await decodeTelegrams(session, {
    signal,
    onProgress: (done) => onStep('Telegramme entschlüsseln', done, null),
  });
  const endedAt = session.clock().toISOString();
  const failure = sheet.failure ?? (decoded.ok ? null : decoded.error);
  const wasCancelled = signal.aborted || failure?.code === 'CANCELLED';
  return {
    startedAt,
    endedAt,
    outcome: wasCancelled ? 'cancelled' : failure === null ? 'complete' : 'failed',
    message: wasCancelled ? null : (failure?.message ?? null),
    bundles: sheet.stored,
    newTelegrams: sheet.telegrams,
    duplicates: sheet.duplicates,
    quarantined: sheet.quarantined,
    unreadable: sheet.unreadable,
    left: sheet.left,
    cleared: sheet.cleared,
    dropped: wasCancelled ? 0 : await dropForeignTelegrams(session, signal),
    gaps: [...sheet.gaps],
    problems: sheet.problems
      .slice(0, MOST_PROBLEMS)
      .map(({ name, failure: { message } }) => ({ name: nameOf(name), message })),
    ...readingsOf(decoded.ok ? decoded.value : null),
  };
}

/** A topic as it is; of a file the name without the folders, which may tell more than they should. */
function nameOf(name: string): string {
  return path.isAbsolute(name) ? path.basename(name) : name;
}

function readingsOf(
  report: DecodingReport | null,
): Pick<PullResult, 'readings' | 'undecodable' | 'unknownMeters'> {
  if (report === null) return { readings: 0, undecodable: [], unknownMeters: 0 };
  return {
    readings: report.readings,
    undecodable: [...report.outcomes].flatMap(([reason, count]) => {
      const message = UNREADABLE.get(reason);
      return message === undefined ? [] : [{ reason, message, count }];
    }),
    unknownMeters: report.unknownMeters.size,
  };
}
