/** A form over a draft of texts: read into the contract's fields when it is sent, faults brought to their fields. */
import { useState } from 'react';
import {
  useForm,
  type DefaultValues,
  type FieldValues,
  type Path,
  type UseFormReturn,
} from 'react-hook-form';
import type { OfficeFailure, Reply } from '#shared/contract/failure.ts';
import { useText } from './text.tsx';
import { useKeptDraft } from './use-kept-draft.ts';

/** A fault of one field of the draft, as a sentence. */
export interface DraftFault<Draft> {
  readonly field: keyof Draft & string;
  readonly message: string;
}

/** What a draft means: the fields to send, or what is wrong with it. */
export type ReadDraft<Draft, Fields> =
  | { readonly ok: true; readonly fields: Fields }
  | { readonly ok: false; readonly faults: readonly DraftFault<Draft>[] };

interface DraftFormOptions<Draft, Fields, Value> {
  readonly initial: Draft;
  readonly read: (draft: Draft) => ReadDraft<Draft, Fields>;
  readonly send: (fields: Fields) => Promise<Reply<Value>>;
  readonly onSent: (value: Value, fields: Fields) => void;
  /** What was typed outlives a lock. Never for a form that takes a secret. */
  readonly survivesLock?: boolean;
}

export interface DraftForm<Draft extends FieldValues> {
  readonly form: UseFormReturn<Draft>;
  /** Reads and sends; faults land in their fields and the first one takes the focus. */
  readonly submit: () => Promise<void>;
  readonly isSending: boolean;
  /** The office's sentence why it refused, where it names no field of the form. */
  readonly refusal: string | undefined;
}

/** The form's state and its sending. The office's own objections land in the field they name. */
export function useDraftForm<Draft extends FieldValues, Fields, Value>({
  initial,
  read,
  send,
  onSent,
  survivesLock = false,
}: DraftFormOptions<Draft, Fields, Value>): DraftForm<Draft> {
  const text = useText();
  const [refusal, setRefusal] = useState<string>();
  const form = useForm<Draft>({ defaultValues: initial as DefaultValues<Draft> });
  useKeptDraft(form, initial, survivesLock);

  const object = (failure: OfficeFailure): void => {
    const field = fieldOf(failure, initial);
    if (field) form.setError(field as Path<Draft>, { message: failure.message }, { shouldFocus: true });
    else setRefusal(failure.message);
  };
  const sendDraft = async (draft: Draft): Promise<void> => {
    const meant = read(draft);
    if (!meant.ok) {
      for (const [index, { field, message }] of meant.faults.entries())
        form.setError(field as unknown as Path<Draft>, { message }, { shouldFocus: index === 0 });
      return;
    }
    try {
      const reply = await send(meant.fields);
      if (reply.ok) onSent(reply.value, meant.fields);
      else object(reply.error);
    } catch {
      setRefusal(text.common.unexpected);
    }
  };
  return {
    form,
    submit: () => {
      // A fault of a list such as the rooms belongs to no single field and would block every later attempt.
      form.clearErrors();
      setRefusal(undefined);
      return form.handleSubmit(sendDraft)();
    },
    isSending: form.formState.isSubmitting,
    refusal,
  };
}

/** The draft's field an objection names: the last part of `fields.name` or `rows.0.fields.name` that is one. */
function fieldOf(failure: OfficeFailure, draft: object): string | undefined {
  return failure.field
    ?.split('.')
    .toReversed()
    .find((part) => part in draft);
}
