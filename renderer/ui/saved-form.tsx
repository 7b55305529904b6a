/** A form on a page with its own button to save; it can be saved once something has changed. */
import { useRef, type ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { DraftForm } from '../lib/draft-form.ts';
import { useText } from '../lib/text.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import { useEnterMovesOn } from './use-enter-moves-on.ts';

interface SavedFormProps<Draft extends FieldValues> {
  readonly draft: DraftForm<Draft>;
  /** False where the user lacks the right or the object is frozen. */
  readonly canSave?: boolean;
  readonly children: ReactNode;
}

export function SavedForm<Draft extends FieldValues>({
  draft: { form, submit, isSending, refusal },
  canSave = true,
  children,
}: SavedFormProps<Draft>) {
  const text = useText();
  const element = useRef<HTMLFormElement>(null);
  useEnterMovesOn(element);
  return (
    <form
      className="form"
      ref={element}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {refusal === undefined ? null : <Notice tone="wrong">{refusal}</Notice>}
      {children}
      <div className="form-actions">
        <Button
          variant="primary"
          type="submit"
          isDisabled={!canSave || !form.formState.isDirty}
          isPending={isSending}
        >
          {text.common.save}
        </Button>
      </div>
    </form>
  );
}
