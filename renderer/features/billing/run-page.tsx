/** One billing run: its bills, its review list, its risk sheet, its history; finalising and writing the PDFs. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { BillingRun } from '#shared/contract/billing.ts';
import { formatEuros, formatPeriod } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { FindingsTable } from '../review/findings-table.tsx';
import { BillsTable } from './bills-table.tsx';
import { FinaliseDialog } from './finalise-dialog.tsx';
import { RiskSheet } from './risk-sheet.tsx';
import { StageLine } from './stage-line.tsx';

export function RunPage() {
  const { runId } = useParams({ from: '/billing/$runId' });
  const answer = useAnswer('billing.get', { id: Number(runId) });
  return <Answered answer={answer}>{(run) => <RunView run={run} />}</Answered>;
}

function RunView({ run }: { readonly run: BillingRun }) {
  const text = useText();
  const words = text.billing;
  const navigate = useNavigate();
  const { tab = 'bills' } = useSearch({ from: '__root__' });
  const { say } = useToasts();
  const [isFinalising, setIsFinalising] = useState(false);
  const isFrozen = run.stage === 'final' || run.stage === 'cancelled';
  const draftAgain = useAction('billing.draft', {
    onDone: (next) =>
      void navigate({ to: '/billing/$runId', params: { runId: String(next.id) }, replace: true }),
  });
  const writeDocuments = useAction('billing.exportDocuments', {
    onDone: (written) =>
      say(
        written === null
          ? words.exportNone
          : `${words.exported(written.files, written.folder)} ${words.checkNumber(written.checkNumber)}`,
      ),
  });
  return (
    <Page
      title={run.propertyName}
      subtitle={
        <>
          <LinkButton
            onPress={() => void navigate({ to: '/periods/$id', params: { id: String(run.periodId) } })}
          >
            {formatPeriod(run.period)}
          </LinkButton>{' '}
          · {words.version} {run.version}
        </>
      }
      actions={
        <>
          {isFrozen ? null : (
            <Button
              onPress={() => void draftAgain.run({ periodId: run.periodId })}
              isDisabled={draftAgain.isRunning}
            >
              {words.draftAgain}
            </Button>
          )}
          <Button
            variant={isFrozen ? 'primary' : 'plain'}
            onPress={() => void writeDocuments.run({ id: run.id })}
            isDisabled={writeDocuments.isRunning}
          >
            {words.export}
          </Button>
          {isFrozen ? null : (
            <Button variant="primary" onPress={() => setIsFinalising(true)}>
              {words.finalise}
            </Button>
          )}
        </>
      }
      isFilled
    >
      <div className="row-of">
        <StageLine stage={run.stage} />
        <Proof run={run} />
      </div>
      <Tabs
        label={run.propertyName}
        chosen={tab}
        onChoose={(next) =>
          void navigate({ to: '.', replace: true, search: ({ property }) => ({ property, tab: next }) })
        }
        views={[
          { id: 'bills', label: `${words.bills} (${run.bills.length})`, content: <BillsTable run={run} /> },
          {
            id: 'findings',
            label: `${words.findings} (${run.findings.length})`,
            content: <FindingsTable runs={[run]} />,
          },
          {
            id: 'risks',
            label: `${words.risks} (${run.risks.length})`,
            content: <RiskSheet risks={run.risks} />,
          },
          {
            id: 'history',
            label: text.audit.history,
            content: <HistoryList subject={{ kind: 'period', id: run.periodId }} />,
          },
        ]}
      />
      {isFinalising ? <FinaliseDialog run={run} onClose={() => setIsFinalising(false)} /> : null}
    </Page>
  );
}

/** The invoices and the bills are the same sum, or the page says loudly that they are not. */
function Proof({ run: { proof } }: { readonly run: BillingRun }) {
  const { billing: words } = useText();
  if (proof.invoicedCents !== proof.billedCents)
    return (
      <Notice tone="wrong">
        {words.proofFails(formatEuros(proof.invoicedCents), formatEuros(proof.billedCents))}
      </Notice>
    );
  return (
    <StatusMark shape="full" tone="good">
      {words.proofHolds(formatEuros(proof.billedCents))}
    </StatusMark>
  );
}
