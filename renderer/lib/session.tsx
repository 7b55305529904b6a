/** Who is at work: the vault's state as every part of the window sees it, and why it was locked. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { OfficeEvent } from '#shared/contract/events.ts';
import type { Right, Session, VaultStatus } from '#shared/contract/vault.ts';
import { answerKey } from './answers.ts';
import { endAllJobs } from './jobs.ts';
import { forgetPlaces } from './kept-places.ts';
import { closeAllToasts } from './toasts.ts';

export type LockReason = Extract<OfficeEvent, { type: 'vault.locked' }>['because'];

const Current = createContext<Session | null>(null);

export const SessionProvider = Current.Provider;

/** The open session. Only parts inside the open office may ask. */
export function useSession(): Session {
  const session = useContext(Current);
  if (!session) throw new Error('there is no session outside the open office');
  return session;
}

export function useRight(right: Right): boolean {
  return useSession().rights.includes(right);
}

/** Answers that say nothing about people or houses. */
const KEPT_WHEN_LOCKED = new Set(['vault.status', 'appearance.get']);

const STATUS_KEY = answerKey('vault.status', {});

/** Takes everything the office has said off the page and out of the window's memory. */
export function forgetOffice(answers: QueryClient): void {
  closeAllToasts();
  endAllJobs();
  forgetPlaces();
  answers.removeQueries({ predicate: (query) => !KEPT_WHEN_LOCKED.has(String(query.queryKey[0])) });
}

/** Takes over a status that a command of the vault returned. */
export function useVaultStatusKeeper(): (status: VaultStatus) => void {
  const answers = useQueryClient();
  return (status) => {
    if (status.state !== 'open') forgetOffice(answers);
    // An older question still on its way must not put back what it found; nor may its end undo this answer.
    void answers.cancelQueries({ queryKey: STATUS_KEY }, { revert: false, silent: true });
    answers.setQueryData(STATUS_KEY, status);
  };
}
