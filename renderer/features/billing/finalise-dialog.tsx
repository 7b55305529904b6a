/** Finalising: what is frozen, who checked it, and what was accepted with which reason. */
import { useState } from 'react';
import type { BillingRun } from '#shared/contract/billing.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { TextField } from '../../ui/text-field.tsx';
import { RunStepDialog } from './run-step-dialog.tsx';

interface FinaliseDialogProps {
  readonly run: BillingRun;
  readonly onClose: () => void;
}

export function FinaliseDialog({ run, onClose }: FinaliseDialogProps) {
  const { billing: words } = useText();
  const { say } = useToasts();
  const mayFinalise = useRight('finaliseBills');
  const [note, setNote] = useState('');
  const [fault, setFault] = useState<string>();
  const finalise = useAction('billing.finalise', {
    onDone: () => {
      say(words.finalised);
      onClose();
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const standing = run.life.refusals.finalise;
  const objections = [mayFinalise ? null : words.finaliseRight, fault ?? standing];
  return (
    <RunStepDialog
      run={run}
      title={words.finaliseTitle}
      explanation={words.finaliseText}
      action={words.finalise}
      objections={objections.filter((objection) => objection !== null)}
      canSend={mayFinalise && standing === null && !finalise.isRunning}
      onSend={() => void finalise.run({ id: run.id, note })}
      onClose={onClose}
    >
      <TextField label={words.finaliseNote} value={note} onChange={setNote} />
    </RunStepDialog>
  );
}
