/** Checking: what the checker answers for, and what still stands in the way. */
import { useState } from 'react';
import type { BillingRun } from '#shared/contract/billing.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { RunStepDialog } from './run-step-dialog.tsx';

interface CheckDialogProps {
  readonly run: BillingRun;
  readonly onClose: () => void;
}

export function CheckDialog({ run, onClose }: CheckDialogProps) {
  const { billLife: words } = useText();
  const { say } = useToasts();
  const [fault, setFault] = useState<string>();
  const check = useAction('billing.check', {
    onDone: () => {
      say(words.checked);
      onClose();
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const standing = run.life.refusals.check;
  const objection = fault ?? standing;
  return (
    <RunStepDialog
      run={run}
      title={words.checkTitle}
      explanation={words.checkText}
      action={words.check}
      objections={objection === null ? [] : [objection]}
      canSend={standing === null && !check.isRunning}
      onSend={() => void check.run({ id: run.id })}
      onClose={onClose}
    />
  );
}
