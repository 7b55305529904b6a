/** Drafts desk: holds what an employee typed while the office is locked, and gives it to nobody else. */
import type { draftsDesk } from '#shared/contract/drafts.ts';
import type { HandlersOf } from '#shared/contract/handler.ts';
import { succeed } from '#shared/model/result.ts';
import type { WorkingOffice } from './working-office.ts';

/** More forms than anybody has begun at once; the oldest goes first. */
const DRAFTS_AT_MOST = 20;

export function createDraftsDesk(office: WorkingOffice): HandlersOf<typeof draftsDesk> {
  let owner: string | null = null;
  const drafts = new Map<string, string>();

  /** Forgets what somebody else typed, as soon as anybody else is at work. */
  function claim(): void {
    const { id } = office.session.vault.staff;
    if (owner !== id) drafts.clear();
    owner = id;
  }

  return {
    'drafts.keep': ({ form, typed }) => {
      claim();
      drafts.delete(form);
      if (typed !== null) drafts.set(form, typed);
      const [oldest] = drafts.keys();
      if (drafts.size > DRAFTS_AT_MOST && oldest !== undefined) drafts.delete(oldest);
      return succeed(null);
    },
    'drafts.find': ({ form }) => {
      claim();
      return succeed({ typed: drafts.get(form) ?? null });
    },
  };
}
