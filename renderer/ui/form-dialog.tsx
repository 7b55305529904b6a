/** A dialog around a form: cancel, and one action that sends it; Enter in a field sends it too. */
import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../lib/text.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';
import { useEnterMovesOn } from './use-enter-moves-on.ts';

interface FormDialogProps {
  readonly title: string;
  /** What the sending button says. */
  readonly action: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
  readonly isSending: boolean;
  readonly canSend?: boolean;
  readonly size?: 'normal' | 'wide';
  /** Why the office refused what was sent. */
  readonly refusal?: string | undefined;
  readonly children: ReactNode;
}

export function FormDialog({
  title,
  action,
  onClose,
  onSubmit,
  isSending,
  canSend = true,
  size = 'wide',
  refusal,
  children,
}: FormDialogProps) {
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  useEnterMovesOn(form);
  useEffect(() => {
    if (form.current !== null && !form.current.contains(document.activeElement))
      firstFieldOf(form.current)?.focus();
  }, []);
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size={size}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button variant="primary" onPress={onSubmit} isDisabled={!canSend} isPending={isSending}>
            {action}
          </Button>
        </>
      }
    >
      <form
        className="form"
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          if (canSend && !isSending) onSubmit();
        }}
      >
        {refusal === undefined ? null : <Notice tone="wrong">{refusal}</Notice>}
        {children}
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}

/**
 * The first field as people see it: behind some fields stands a hidden one for the browser. A list that opens at the
 * focus is left closed, so that nobody has to close it first.
 */
function firstFieldOf(form: HTMLFormElement): HTMLElement | null {
  const first = [...form.querySelectorAll<HTMLElement>('input:not([hidden]), textarea, button')].find(
    (field) => !field.matches(':disabled') && field.closest('[aria-hidden="true"]') === null,
  );
  return first === undefined || first.role === 'combobox' ? null : first;
}
