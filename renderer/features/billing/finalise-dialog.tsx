/** Finalising: what is frozen, what was accepted with which reason, and what still stands in the way. */
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
  const blocking = run.findings.filter(({ severity }) => severity === 'blocks').length;
  const warnings = run.findings.filter(({ severity }) => severity === 'warns');
  const accepted = warnings.filter(({ acceptedBecause }) => acceptedBecause !== null);
  const unanswered = warnings.length - accepted.length;
  const isReady = mayFinalise && blocking === 0 && unanswered === 0;
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
            isDisabled={!isReady || finalise.isRunning}
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
        {blocking === 0 ? null : <Notice tone="wrong">{words.finaliseBlocked(blocking)}</Notice>}
        {unanswered === 0 ? null : <Notice tone="check">{words.finaliseUnanswered(unanswered)}</Notice>}
        {fault === undefined ? null : <Notice tone="wrong">{fault}</Notice>}
        {accepted.length === 0 ? null : (
          <section className="section" aria-labelledby="accepted">
            <h3 id="accepted">{words.accepted}</h3>
            <ul className="points">
              {accepted.map((finding) => (
                <li key={finding.key}>
                  {finding.message} <span className="muted">{finding.acceptedBecause}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <TextField label={words.finaliseNote} value={note} onChange={setNote} />
      </div>
    </Dialog>
  );
}
