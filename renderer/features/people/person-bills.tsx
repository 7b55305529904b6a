/** Every bill of a person, with period, amount, prepayment, balance and state. */
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person } from '#shared/contract/people.ts';
import { formatEuros, formatPeriod } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { RunDocumentDialog } from '../billing/run-document-dialog.tsx';
import { useBillsOf, type BillOfTenancy } from '../billing/use-bills-of.ts';
import { StageMark } from '../billing/stage-mark.tsx';

export function PersonBills({ person }: { readonly person: Person }) {
  const text = useText();
  const navigate = useNavigate();
  const bills = useBillsOf(person.tenancies);
  const [shown, setShown] = useState<BillOfTenancy | null>(null);
  const words = text.billing;
  if (bills === undefined) return <p className="loading">{text.common.loading}</p>;
  if (bills.length === 0) return <p className="muted">{text.people.noBills}</p>;
  return (
    <div className="table-scroller">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.period}</th>
            <th scope="col">{words.unit}</th>
            <th scope="col">{words.version}</th>
            <th scope="col" className="figure">
              {words.amount}
            </th>
            <th scope="col" className="figure">
              {words.prepaid}
            </th>
            <th scope="col" className="figure">
              {words.balance}
            </th>
            <th scope="col">{words.stage}</th>
            <th scope="col">PDF</th>
          </tr>
        </thead>
        <tbody>
          {bills.map(({ run, bill }) => (
            <tr key={`${run.id}.${bill.billId}`}>
              <td>
                <LinkButton
                  onPress={() =>
                    void navigate({
                      to: '/billing/$runId/$billId',
                      params: { runId: String(run.id), billId: bill.billId },
                    })
                  }
                >
                  {formatPeriod(bill.period)}
                </LinkButton>
              </td>
              <td>{bill.unitName}</td>
              <td>{run.version}</td>
              <td className="figure">{formatEuros(bill.totalCents)}</td>
              <td className="figure">{formatEuros(bill.prepaidCents)}</td>
              <td className="figure">
                {formatEuros(bill.balanceCents)} {bill.balanceCents < 0 ? words.credit : words.owed}
              </td>
              <td>
                <StageMark stage={run.stage} />
              </td>
              <td>
                <LinkButton onPress={() => setShown({ run, bill })}>{text.pdf.show}</LinkButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown === null ? null : (
        <RunDocumentDialog
          title={text.billLife.statementTitle(shown.bill.recipient)}
          runId={shown.run.id}
          document={{ kind: 'statement', billId: shown.bill.billId }}
          onClose={() => setShown(null)}
        />
      )}
    </div>
  );
}
