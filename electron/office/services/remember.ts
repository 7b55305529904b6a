/** Answers that are worked out once and kept until the data behind them change or the session ends. */
import type { ChangedData } from '#shared/contract/events.ts';
import type { OfficeSession } from './office-session.ts';
import type { WorkingOffice } from './working-office.ts';

/** A function that works something out when it is asked first, and again only after one of the data `behind` changed. */
export function remember<T>(office: WorkingOffice, behind: readonly ChangedData[], work: () => T): () => T {
  // By the session: with it goes what was read from its store.
  const kept = new WeakMap<OfficeSession, { readonly revision: number; readonly value: T }>();
  return () => {
    const { session } = office;
    const revision = office.revisionOf(...behind);
    const known = kept.get(session);
    if (known?.revision === revision) return known.value;
    const value = work();
    kept.set(session, { revision, value });
    return value;
  };
}
