/** The steps a run can take next, as buttons: the nearest one is the main one, the rare ones wait in a menu. */
import { useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import type { BillingRun } from '#shared/contract/billing.ts';
import { endJob } from '../../lib/jobs.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useGoOn } from '../../lib/use-go-on.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, type Command } from '../../ui/menu.tsx';
import { CheckDialog } from './check-dialog.tsx';
import { DispatchDialog } from './dispatch-dialog.tsx';
import { FinaliseDialog } from './finalise-dialog.tsx';
import { ReasonDialog } from './reason-dialog.tsx';
import { RunDocumentDialog } from './run-document-dialog.tsx';
import { useDraftRun } from './use-draft-run.ts';

type OpenDialog = 'check' | 'finalise' | 'correct' | 'cancel' | 'dispatch' | 'overall' | 'risks';

export function RunSteps({ run }: { readonly run: BillingRun }) {
  const text = useText();
  const words = text.billLife;
  const navigate = useNavigate();
  const goOn = useGoOn();
  const { say } = useToasts();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const close = (): void => {
    setDialog(null);
    setRefusal(undefined);
  };
  const draftAgain = useDraftRun({ replacesPage: true });
  const writeDocuments = useAction('billing.exportDocuments', {
    onDone: (written) =>
      say(
        written === null
          ? text.billing.exportNone
          : `${text.billing.exported(written.files, written.folder)} ${text.billing.checkNumber(written.checkNumber)}`,
      ),
  });
  const discard = useAction('billing.discard', {
    onDone: () => {
      const isHere = goOn((replace) => void navigate({ to: '/billing', replace }), words.discarded);
      if (isHere) say(words.discarded);
    },
  });
  const correct = useAction('billing.correct', {
    onDone: (next) => {
      close();
      const params = { runId: String(next.id) };
      goOn((replace) => void navigate({ to: '/billing/$runId', params, replace }), words.corrected);
    },
    onRefused: (failure) => setRefusal(failure.message),
  });
  const cancel = useAction('billing.cancel', {
    onDone: () => {
      say(words.cancelled);
      close();
    },
    onRefused: (failure) => setRefusal(failure.message),
  });
  const { refusals } = run.life;
  const isDraft = run.stage === 'draft' || run.stage === 'checked';
  const isFinal = run.stage === 'final' || run.stage === 'dispatched' || run.stage === 'corrected';
  const rareSteps: readonly Command[] = [
    ...(isDraft
      ? [{ id: 'discard', label: words.discard, run: () => void discard.run({ id: run.id }) }]
      : []),
    ...(refusals.correct === null
      ? [{ id: 'correct', label: words.correct, run: () => setDialog('correct') }]
      : []),
    ...(refusals.cancel === null
      ? [{ id: 'cancel', label: words.cancel, run: () => setDialog('cancel') }]
      : []),
    { id: 'overall', label: words.overallPdf, run: () => setDialog('overall') },
    { id: 'risks', label: words.risksPdf, run: () => setDialog('risks') },
  ];
  return (
    <>
      <Menu label={words.more} groups={[{ id: 'steps', commands: rareSteps }]}>
        <IconButton label={words.more}>
          <Ellipsis size={16} aria-hidden />
        </IconButton>
      </Menu>
      {isDraft ? (
        <Button onPress={() => draftAgain.draft(run.periodId)} isPending={draftAgain.isRunning}>
          {text.billing.draftAgain}
        </Button>
      ) : null}
      {isFinal && run.life.dispatch === null ? (
        <Button onPress={() => setDialog('dispatch')}>{words.dispatch}</Button>
      ) : null}
      {isFinal ? (
        <Button
          variant="primary"
          onPress={() => void writeDocuments.run({ id: run.id }).then(() => endJob('export'))}
          isPending={writeDocuments.isRunning}
        >
          {text.billing.export}
        </Button>
      ) : null}
      {run.stage === 'draft' ? (
        <Button variant="primary" onPress={() => setDialog('check')}>
          {words.check}
        </Button>
      ) : null}
      {run.stage === 'checked' ? (
        <Button variant="primary" onPress={() => setDialog('finalise')}>
          {text.billing.finalise}
        </Button>
      ) : null}
      {dialog === 'check' ? <CheckDialog run={run} onClose={close} /> : null}
      {dialog === 'finalise' ? <FinaliseDialog run={run} onClose={close} /> : null}
      {dialog === 'dispatch' ? <DispatchDialog run={run} onClose={close} /> : null}
      {dialog === 'overall' || dialog === 'risks' ? (
        <RunDocumentDialog
          title={dialog === 'overall' ? words.overallTitle : words.risksTitle}
          runId={run.id}
          document={{ kind: dialog }}
          onClose={close}
        />
      ) : null}
      {dialog === 'correct' ? (
        <ReasonDialog
          title={words.correctTitle}
          explanation={words.correctText}
          action={words.correct}
          refusal={refusal}
          isSending={correct.isRunning}
          onSubmit={(reason) => void correct.run({ id: run.id, reason })}
          onClose={close}
        />
      ) : null}
      {dialog === 'cancel' ? (
        <ReasonDialog
          title={words.cancelTitle}
          explanation={words.cancelText}
          action={words.cancel}
          refusal={refusal}
          isSending={cancel.isRunning}
          onSubmit={(reason) => void cancel.run({ id: run.id, reason })}
          onClose={close}
        />
      ) : null}
    </>
  );
}
