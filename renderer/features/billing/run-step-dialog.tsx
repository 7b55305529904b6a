/** The dialog before a step of a run: what it is about, what the step means, what stands in its way. */
import type { ReactNode } from 'react';
import type { BillingRun } from '#shared/contract/billing.ts';
import { formatEuros } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AcceptedWarnings } from './accepted-warnings.tsx';

interface RunStepDialogProps {
  readonly run: BillingRun;
  readonly title: string;
  /** What the step does, before it is done. */
  readonly explanation: string;
  readonly action: string;
  /** What the office says against it, each a sentence of its own. */
  readonly objections: readonly string[];
  readonly canSend: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
  /** What the step asks for besides. */
  readonly children?: ReactNode;
}

export function RunStepDialog({
  run,
  title,
  explanation,
  action,
  objections,
  canSend,
  onSend,
  onClose,
  children,
}: RunStepDialogProps) {
  const text = useText();
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{text.common.cancel}</Button>
          <Button variant="primary" isDisabled={!canSend} onPress={onSend}>
            {action}
          </Button>
        </>
      }
    >
      <div className="form-stack">
        <p>{text.billing.finaliseSum(run.bills.length, formatEuros(run.totalCents))}</p>
        <p>{explanation}</p>
        {objections.map((objection) => (
          <Notice key={objection} tone="check">
            {objection}
          </Notice>
        ))}
        <AcceptedWarnings run={run} />
        {children}
      </div>
    </Dialog>
  );
}
