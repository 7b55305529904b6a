/** One billing run: its bills, its review list, its risk sheet, what it corrects, its history, and its next steps. */
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { BillingRun } from '#shared/contract/billing.ts';
import { formatEuros, formatPeriod } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { HistoryList } from '../history/history-list.tsx';
import { FindingsTable } from '../review/findings-table.tsx';
import { BillsTable } from './bills-table.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { LifeNotes } from './life-notes.tsx';
import { RiskSheet } from './risk-sheet.tsx';
import { RunningJob } from './running-job.tsx';
import { RunSteps } from './run-steps.tsx';
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
      actions={<RunSteps run={run} />}
      isFilled
    >
      <RunningJob name="draft" />
      <RunningJob name="export" />
      <div className="row-of">
        <StageLine stage={run.stage} />
        <Proof run={run} />
      </div>
      <LifeNotes run={run} />
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
          ...(run.life.corrects === null
            ? []
            : [
                {
                  id: 'difference',
                  label: text.billLife.difference,
                  content: <DifferenceTable runId={run.id} />,
                },
              ]),
          {
            id: 'history',
            label: text.audit.history,
            content: <RunHistory run={run} />,
          },
        ]}
      />
    </Page>
  );
}

function RunHistory({ run }: { readonly run: BillingRun }) {
  const { billLife: words } = useText();
  return (
    <>
      <section className="section" aria-labelledby="history-of-bill">
        <h2 id="history-of-bill">{words.historyOfBill}</h2>
        <HistoryList subject={{ kind: 'bill', id: run.id }} />
      </section>
      <section className="section" aria-labelledby="history-of-period">
        <h2 id="history-of-period">{words.historyOfPeriod}</h2>
        <HistoryList subject={{ kind: 'period', id: run.periodId }} />
      </section>
    </>
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
