/** Checking: what the checker answers for, and what still stands in the way. */
import { useState } from 'react';
import type { BillingRun } from '#shared/contract/billing.ts';
import { formatEuros } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AcceptedWarnings } from './accepted-warnings.tsx';

interface CheckDialogProps {
  readonly run: BillingRun;
  readonly onClose: () => void;
}

export function CheckDialog({ run, onClose }: CheckDialogProps) {
  const text = useText();
  const words = text.billLife;
  const { say } = useToasts();
  const [fault, setFault] = useState<string>();
  const check = useAction('billing.check', {
    onDone: () => {
      say(words.checked);
      onClose();
    },
    onRefused: (failure) => setFault(failure.message),
  });
  const refusal = fault ?? run.life.refusals.check;
  return (
    <Dialog
      title={words.checkTitle}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={run.life.refusals.check !== null || check.isRunning}
            onPress={() => void check.run({ id: run.id })}
          >
            {words.check}
          </Button>
        </>
      }
    >
      <div className="form-stack">
        <p>{text.billing.finaliseSum(run.bills.length, formatEuros(run.totalCents))}</p>
        <p>{words.checkText}</p>
        {refusal === null ? null : <Notice tone="check">{refusal}</Notice>}
        <AcceptedWarnings run={run} />
      </div>
    </Dialog>
  );
}
