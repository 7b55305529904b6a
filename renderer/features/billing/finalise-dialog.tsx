/** Finalising: what is frozen, who checked it, and what was accepted with which reason. */
import { useState } from 'react';
import type { BillingRun } from '#shared/contract/billing.ts';
import { formatEuros } from '#shared/text/format.ts';
import { useRight } from '../../lib/session.tsx';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AcceptedWarnings } from './accepted-warnings.tsx';

interface FinaliseDialogProps {
  readonly run: BillingRun;
  readonly onClose: () => void;
}

export function FinaliseDialog({ run, onClose }: FinaliseDialogProps) {
  const text = useText();
  const words = text.billing;
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
  const refusal = fault ?? run.life.refusals.finalise;
  return (
    <Dialog
      title={words.finaliseTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={!mayFinalise || run.life.refusals.finalise !== null || finalise.isRunning}
            onPress={() => void finalise.run({ id: run.id, note })}
          >
            {words.finalise}
          </Button>
        </>
      }
    >
      <div className="form-stack">
        <p>{words.finaliseSum(run.bills.length, formatEuros(run.totalCents))}</p>
        <p>{words.finaliseText}</p>
        {mayFinalise ? null : <Notice tone="wrong">{words.finaliseRight}</Notice>}
        {refusal === null ? null : <Notice tone="wrong">{refusal}</Notice>}
        <AcceptedWarnings run={run} />
        <TextField label={words.finaliseNote} value={note} onChange={setNote} />
      </div>
    </Dialog>
  );
}
