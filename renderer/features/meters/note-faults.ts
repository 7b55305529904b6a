/** Brings the faults of a draft to their fields, for dialogs of several forms. */
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import type { ReadDraft } from '../../lib/draft-form.ts';

/** The fields a draft means; undefined with every fault shown when it means none. */
export function noteFaults<Draft extends FieldValues, Fields>(
  form: UseFormReturn<Draft>,
  meant: ReadDraft<Draft, Fields>,
): Fields | undefined {
  form.clearErrors();
  if (meant.ok) return meant.fields;
  for (const [index, { field, message }] of meant.faults.entries())
    form.setError(field as unknown as Path<Draft>, { message }, { shouldFocus: index === 0 });
  return undefined;
}
