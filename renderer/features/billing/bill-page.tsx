/** One bill with its trace: every figure can be asked why, and answers with its whole chain. */
import { useNavigate, useParams } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Bill, BillingRun } from '#shared/contract/billing.ts';
import { centsOf } from '#shared/model/money.ts';
import { formatEuros, formatPeriod } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useKeysText } from '../../lib/use-keys-text.ts';
import { useShortcuts } from '../../lib/use-shortcuts.ts';
import { useText } from '../../lib/text.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Button, IconButton, LinkButton } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { RunDocumentDialog } from './run-document-dialog.tsx';
import { Trace } from './trace.tsx';

export function BillPage() {
  const { runId, billId } = useParams({ from: '/billing/$runId/$billId' });
  const id = Number(runId);
  const runAnswer = useAnswer('billing.get', { id });
  const billAnswer = useAnswer('billing.bill', { id, billId });
  return (
    <Answered answer={runAnswer}>
      {(run) => (
        <Answered answer={billAnswer}>{(bill) => <BillView key={billId} run={run} bill={bill} />}</Answered>
      )}
    </Answered>
  );
}

function BillView({ run, bill }: { readonly run: BillingRun; readonly bill: Bill }) {
  const text = useText();
  const words = text.billing;
  const keys = useKeysText();
  const navigate = useNavigate();
  const [figure, setFigure] = useState<string | null>(null);
  const position = run.bills.findIndex(({ billId }) => billId === bill.line.billId);
  const goTo = (index: number): void => {
    const target = run.bills[index];
    if (target)
      void navigate({
        to: '/billing/$runId/$billId',
        params: { runId: String(run.id), billId: target.billId },
        replace: true,
      });
  };
  const [isShown, setShown] = useState(false);
  useShortcuts({ nextBill: () => goTo(position + 1) });
  return (
    <Page
      title={bill.line.recipient}
      subtitle={
        <>
          <LinkButton
            onPress={() => void navigate({ to: '/billing/$runId', params: { runId: String(run.id) } })}
          >
            {run.propertyName}
          </LinkButton>{' '}
          · {bill.line.unitName} · {formatPeriod(bill.line.period)}
        </>
      }
      actions={
        <>
          {bill.line.tenancyId === null ? null : (
            <Button onPress={() => setShown(true)}>{text.pdf.show}</Button>
          )}
          <span className="muted">
            {words.billOf(text.common.of(String(position + 1), String(run.bills.length)))}
          </span>
          <IconButton
            label={words.previousBill}
            variant="plain"
            isDisabled={position <= 0}
            onPress={() => goTo(position - 1)}
          >
            <ChevronLeft size={16} aria-hidden />
          </IconButton>
          <IconButton
            label={words.nextBill}
            keys={keys.of('nextBill')}
            variant="plain"
            isDisabled={position >= run.bills.length - 1}
            onPress={() => goTo(position + 1)}
          >
            <ChevronRight size={16} aria-hidden />
          </IconButton>
        </>
      }
    >
      <div className="bill-view">
        <BillSheet bill={bill} chosen={figure} onChoose={setFigure} />
        <Trace runId={run.id} figure={figure} onChoose={setFigure} />
      </div>
      {isShown ? (
        <RunDocumentDialog
          title={text.billLife.statementTitle(bill.line.recipient)}
          runId={run.id}
          document={{ kind: 'statement', billId: bill.line.billId }}
          onClose={() => setShown(false)}
        />
      ) : null}
    </Page>
  );
}

interface BillSheetProps {
  readonly bill: Bill;
  readonly chosen: string | null;
  readonly onChoose: (figure: string) => void;
}

/** The bill as it is sent, each figure a button. */
function BillSheet({ bill, chosen, onChoose }: BillSheetProps) {
  const { billing: words } = useText();
  const { balanceCents } = bill.line;
  return (
    <article className="bill-sheet" aria-label={bill.line.recipient}>
      {bill.sections.map((section) => (
        <section key={section.title} className="section">
          <h2>{section.title}</h2>
          <div className="bill-figures">
            {section.figures.map((entry) => (
              <AriaButton
                key={entry.figure}
                className="bill-figure"
                aria-pressed={entry.figure === chosen}
                onPress={() => onChoose(entry.figure)}
              >
                <span>{entry.label}</span>
                <span className="figure">{entry.text}</span>
              </AriaButton>
            ))}
          </div>
        </section>
      ))}
      <p>
        <strong>
          {balanceCents < 0 ? words.credit : words.owed}: {formatEuros(centsOf(Math.abs(balanceCents)))}
        </strong>
      </p>
    </article>
  );
}
