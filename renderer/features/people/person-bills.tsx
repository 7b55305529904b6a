/** Every bill of a person, with period, amount, prepayment, balance and state. */
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { BillingRun, BillLine } from '#shared/contract/billing.ts';
import type { Person } from '#shared/contract/people.ts';
import { formatEuros, formatPeriod } from '#shared/text/format.ts';
import { answerKey, demand, useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { useSavePdf } from '../../lib/use-save-pdf.ts';
import { LinkButton } from '../../ui/button.tsx';
import { StageMark } from '../billing/stage-mark.tsx';

interface PersonBill {
  readonly run: BillingRun;
  readonly bill: BillLine;
}

/** The bills of a person's tenancies, the newest first; undefined while they are being asked for. */
function usePersonBills(person: Person): readonly PersonBill[] | undefined {
  const { data: runs } = useAnswer('billing.list', {});
  const homes = new Set(person.tenancies.map(({ propertyId }) => propertyId));
  const tenancies = new Set(person.tenancies.map(({ id }) => id));
  const relevant = (runs ?? []).filter(({ propertyId }) => homes.has(propertyId));
  const answers = useQueries({
    queries: relevant.map(({ id }) => ({
      queryKey: answerKey('billing.get', { id }),
      queryFn: () => demand('billing.get', { id }),
    })),
  });
  if (runs === undefined || answers.some(({ isPending }) => isPending)) return undefined;
  return answers
    .flatMap(({ data: run }) =>
      (run?.bills ?? [])
        .filter(({ tenancyId }) => tenancyId !== null && tenancies.has(tenancyId))
        .flatMap((bill) => (run ? { run, bill } : [])),
    )
    .toSorted((a, b) => (a.bill.period.from < b.bill.period.from ? 1 : -1));
}

export function PersonBills({ person }: { readonly person: Person }) {
  const text = useText();
  const navigate = useNavigate();
  const bills = usePersonBills(person);
  const savePdf = useSavePdf();
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
                <LinkButton onPress={() => void savePdf.run({ runId: run.id, billId: bill.billId })}>
                  {text.billLife.savePdf}
                </LinkButton>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
