/** Keeps what is typed into a form while the office is locked, and puts it back for the same employee. */
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { ask } from './office.ts';
import { useText } from './text.tsx';
import { useToasts } from './toasts.ts';

/** So long after the last key a draft is kept. */
const RESTS_FOR_MS = 150;

/** What was kept, when it has the fields of this form; null when it was written by another hand. */
function readKept<Draft extends FieldValues>(typed: string, initial: Draft): Draft | null {
  const kept: unknown = JSON.parse(typed);
  if (typeof kept !== 'object' || kept === null) return null;
  return Object.keys(initial).every((field) => field in kept) ? (kept as Draft) : null;
}

/**
 * Follows a form by its page and what it began with. The office holds what was typed: this window forgets everything
 * when it is locked. What was sent, or left by closing the form, is forgotten; a locked office cannot be told so.
 */
export function useKeptDraft<Draft extends FieldValues>(
  form: UseFormReturn<Draft>,
  initial: Draft,
  isKept: boolean,
): void {
  const { common } = useText();
  const { say } = useToasts();
  const { pathname } = useLocation();
  const followed = useRef({ form, initial, begun: JSON.stringify(initial), pathname });
  const tellRestored = useRef(() => say(common.draftRestored));
  useEffect(() => {
    if (!isKept) return undefined;
    const { form: fields, initial: beginning, begun, pathname: page } = followed.current;
    const name = `${page} ${begun}`;
    const keep = (typed: string | null): void => void ask('drafts.keep', { form: name, typed });
    let resting: ReturnType<typeof setTimeout> | undefined;
    let isLeft = false;
    const restore = async (): Promise<void> => {
      const reply = await ask('drafts.find', { form: name });
      const typed = reply.ok ? reply.value.typed : null;
      const kept = typed === null ? null : readKept(typed, beginning);
      const isUntouched = JSON.stringify(fields.getValues()) === begun;
      if (kept === null || isLeft || !isUntouched) return;
      fields.reset(kept, { keepDefaultValues: true });
      tellRestored.current();
    };
    void restore();
    const following = fields.watch((values) => {
      clearTimeout(resting);
      const typed = JSON.stringify(values);
      resting = setTimeout(() => keep(typed === begun ? null : typed), RESTS_FOR_MS);
    });
    return () => {
      isLeft = true;
      clearTimeout(resting);
      following.unsubscribe();
      keep(null);
    };
  }, [isKept]);
}
