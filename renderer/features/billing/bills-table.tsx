/** The bills of a run, a line each. */
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { BillingRun, BillLine } from '#shared/contract/billing.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatPeriod, formatPlainEuros } from '#shared/text/format.ts';
import { useText } from '../../lib/text.tsx';
import { useAddressedView } from '../../lib/use-addressed-view.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Column } from '../../ui/table/column.ts';
import { DataTable } from '../../ui/table/data-table.tsx';
import { RunDocumentDialog } from './run-document-dialog.tsx';

function moneyColumn(
  id: string,
  title: string,
  value: (bill: BillLine) => number,
  width: number,
): Column<BillLine> {
  return { id, title, unit: '€', kind: 'money', value, width, isSummed: true };
}

function billColumns({ billing: words }: Dictionary): readonly Column<BillLine>[] {
  return [
    { id: 'unit', title: words.unit, kind: 'text', value: (bill) => bill.unitName, width: 160 },
    { id: 'recipient', title: words.recipient, kind: 'text', value: (bill) => bill.recipient, width: 190 },
    {
      id: 'from',
      title: words.period,
      kind: 'day',
      value: (bill) => bill.period.from,
      show: (bill) => formatPeriod(bill.period),
      width: 180,
    },
    moneyColumn('total', words.amount, (bill) => bill.totalCents, 112),
    moneyColumn('prepaid', words.prepaid, (bill) => bill.prepaidCents, 150),
    {
      ...moneyColumn('balance', words.balance, (bill) => bill.balanceCents, 190),
      show: (bill) => (
        <>
          {formatPlainEuros(bill.balanceCents)}
          <span className="field-help"> {bill.balanceCents < 0 ? words.credit : words.owed}</span>
        </>
      ),
    },
    moneyColumn('heating', words.heating, (bill) => bill.heatingCents, 120),
    moneyColumn('hotWater', words.hotWater, (bill) => bill.hotWaterCents, 140),
    moneyColumn('co2', words.co2, (bill) => bill.co2ReliefCents, 156),
    {
      id: 'basis',
      title: words.basis,
      kind: 'text',
      value: (bill) => (bill.isEstimated ? words.estimated : words.measured),
      show: (bill) => (
        <StatusMark shape={bill.isEstimated ? 'half' : 'full'} tone={bill.isEstimated ? 'late' : 'good'}>
          {bill.isEstimated ? words.estimated : words.measured}
        </StatusMark>
      ),
      width: 130,
    },
  ];
}

export function BillsTable({ run }: { readonly run: BillingRun }) {
  const text = useText();
  const navigate = useNavigate();
  const [view, setView] = useAddressedView();
  const columns = useMemo(() => billColumns(text), [text]);
  const [shown, setShown] = useState<BillLine | null>(null);
  const open = (bill: BillLine): void =>
    void navigate({
      to: '/billing/$runId/$billId',
      params: { runId: String(run.id), billId: bill.billId },
    });
  return (
    <>
      <DataTable
        label={text.billing.bills}
        rows={run.bills}
        columns={columns}
        rowId={(bill) => bill.billId}
        view={view}
        onView={setView}
        onOpen={open}
        commands={(bill) => [
          {
            id: 'bill',
            heading: bill.recipient,
            commands: [
              { id: 'open', label: text.billing.openBill, run: () => open(bill), keys: 'Enter' },
              ...(bill.tenancyId === null
                ? []
                : [
                    {
                      id: 'pdf',
                      label: text.pdf.show,
                      run: () => setShown(bill),
                    },
                  ]),
            ],
          },
        ]}
        empty={<p className="muted">{text.common.nothingFound}</p>}
      />
      {shown === null ? null : (
        <RunDocumentDialog
          title={text.billLife.statementTitle(shown.recipient)}
          runId={run.id}
          document={{ kind: 'statement', billId: shown.billId }}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}
