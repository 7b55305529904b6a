/** One finding: what, which rule, what cures it, the way there, and the reason for accepting a warning. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { isFrozenStage } from '#shared/contract/properties.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { placeOf } from '../../lib/places.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { ReviewLine } from './review-lines.ts';

interface FindingDialogProps {
  readonly line: ReviewLine;
  readonly onStep: (direction: 1 | -1) => void;
  /** The warning has its reason now. */
  readonly onAnswered: () => void;
  readonly onClose: () => void;
}

export function FindingDialog({ line: { run, finding }, onStep, onAnswered, onClose }: FindingDialogProps) {
  const text = useText();
  const words = text.review;
  const navigate = useNavigate();
  const { say } = useToasts();
  const [reason, setReason] = useState(finding.acceptedBecause ?? '');
  const isWarning = finding.severity === 'warns';
  const isFrozen = isFrozenStage(run.stage) || run.stage === 'cancelled';
  const place = finding.subject === null ? null : placeOf(finding.subject);
  const accept = useAction('billing.acceptFinding', { onDone: () => say(words.accepted) });
  const keepReason = async (): Promise<void> => {
    if (reason.trim() === '') return;
    if (await accept.run({ id: run.id, key: finding.key, reason })) onAnswered();
  };
  return (
    <Dialog
      title={words.severities[finding.severity]}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={() => onStep(-1)}>{words.previous}</Button>
          <Button onPress={() => onStep(1)}>{words.next}</Button>
          {place === null ? null : (
            <Button
              variant={isWarning ? 'plain' : 'primary'}
              onPress={() => {
                onClose();
                void navigate(place);
              }}
            >
              {words.goThere}
            </Button>
          )}
          {isWarning && !isFrozen ? (
            <Button
              variant="primary"
              onPress={() => void keepReason()}
              isDisabled={reason.trim() === ''}
              isPending={accept.isRunning}
            >
              {words.accept}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="form-stack">
        <StatusMark shape={isWarning ? 'triangle' : 'square'} tone={isWarning ? 'check' : 'wrong'}>
          {run.propertyName} · {formatPeriod(run.period)}
        </StatusMark>
        <p>{finding.message}</p>
        {finding.cure === null ? null : (
          <p>
            <strong>{words.cure}:</strong> {finding.cure}
          </p>
        )}
        {finding.paragraph === null ? null : <p className="muted">{finding.paragraph}</p>}
        {isWarning && !isFrozen ? (
          <TextField
            label={words.reason}
            help={words.reasonHelp}
            value={reason}
            onChange={setReason}
            maxLength={200}
            autoFocus
          />
        ) : null}
        {isFrozen && finding.acceptedBecause !== null ? <p>{finding.acceptedBecause}</p> : null}
      </div>
    </Dialog>
  );
}
