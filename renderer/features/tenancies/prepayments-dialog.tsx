/** What a tenant really paid in advance: a payment a line, or the same amount month after month. */
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Prepayment } from '#shared/contract/tenancies.ts';
import { sumCents } from '#shared/model/money.ts';
import { formatDate, formatEuros } from '#shared/text/format.ts';
import { readCents } from '../../lib/amounts.ts';
import { useAnswer } from '../../lib/answers.ts';
import { today } from '../../lib/moment.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { AmountField } from '../../ui/amount-field.tsx';
import { Answered } from '../../ui/answered.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { monthlyPayments } from './monthly-payments.ts';
import type { Tenancy } from './tenancy-draft.ts';

interface PrepaymentsDialogProps {
  readonly tenancy: Tenancy;
  readonly onClose: () => void;
}

export function PrepaymentsDialog({ tenancy, onClose }: PrepaymentsDialogProps) {
  const answer = useAnswer('tenancies.prepayments', { id: tenancy.id });
  return (
    <Answered answer={answer}>
      {(kept) => <PrepaymentsForm tenancy={tenancy} kept={kept} onClose={onClose} />}
    </Answered>
  );
}

/** A line of the form; two payments of a day may be alike. */
interface PaymentLine extends Prepayment {
  readonly key: string;
}

function withKey(payment: Prepayment): PaymentLine {
  return { ...payment, key: crypto.randomUUID() };
}

function PrepaymentsForm({
  tenancy,
  kept,
  onClose,
}: PrepaymentsDialogProps & { readonly kept: readonly Prepayment[] }) {
  const text = useText();
  const words = text.tenancies;
  const { say } = useToasts();
  const undo = useUndo();
  const [rows, setRows] = useState(() => kept.map(withKey));
  const save = useAction('tenancies.savePrepayments', {
    onDone: () => {
      say(words.paymentsSaved, { label: text.common.undo, run: () => void undo() });
      onClose();
    },
  });
  const add = (payments: readonly Prepayment[]): void =>
    setRows([...rows, ...payments.map(withKey)].toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : 1)));
  return (
    <FormDialog
      title={`${words.prepayments}: ${tenancy.tenantName}`}
      action={text.common.save}
      onClose={onClose}
      onSubmit={() =>
        void save.run({
          id: tenancy.id,
          rows: rows.map(({ paidOn, amountCents }) => ({ paidOn, amountCents })),
          reason: '',
        })
      }
      isSending={save.isRunning}
    >
      <p>{words.prepaymentsText}</p>
      <MonthlyFill tenancy={tenancy} onAdd={add} />
      {rows.length === 0 ? (
        <p className="muted">{words.prepaymentsEmpty}</p>
      ) : (
        <div className="table-scroller">
          <table className="plain-table">
            <thead>
              <tr>
                <th scope="col">{words.paidOn}</th>
                <th scope="col" className="figure">
                  {words.amount}
                </th>
                <th scope="col">
                  <span className="visually-hidden">{text.common.remove}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <td>{formatDate(row.paidOn)}</td>
                  <td className="figure">{formatEuros(row.amountCents)}</td>
                  <td className="figure">
                    <IconButton
                      label={words.removePayment(formatDate(row.paidOn))}
                      onPress={() => setRows(rows.filter((other) => other !== row))}
                    >
                      <X size={16} aria-hidden />
                    </IconButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p>
        <strong>
          {words.paymentsSum(formatEuros(sumCents(rows.map(({ amountCents }) => amountCents))))}
        </strong>
      </p>
    </FormDialog>
  );
}

interface MonthlyFillProps {
  readonly tenancy: Tenancy;
  readonly onAdd: (payments: readonly Prepayment[]) => void;
}

function MonthlyFill({ tenancy, onAdd }: MonthlyFillProps) {
  const text = useText();
  const words = text.tenancies;
  const [amount, setAmount] = useState('');
  const [first, setFirst] = useState(formatDate(tenancy.from));
  const [last, setLast] = useState(formatDate(tenancy.to ?? today()));
  const cents = readCents(amount);
  const [from, to] = [readDay(first, today(), text), readDay(last, today(), text)];
  const payments = cents !== null && from.ok && to.ok ? monthlyPayments(cents, from.day, to.day) : [];
  return (
    <fieldset>
      <legend>{words.monthly}</legend>
      <AmountField label={words.monthlyAmount} text={amount} onText={setAmount} unit="€" />
      <DateField label={words.monthlyFrom} text={first} onText={setFirst} />
      <DateField label={words.monthlyTo} text={last} onText={setLast} />
      <div className="wide">
        <Button isDisabled={payments.length === 0} onPress={() => onAdd(payments)}>
          {words.monthlyFill}
          {payments.length === 0 ? '' : ` (${payments.length})`}
        </Button>
      </div>
    </fieldset>
  );
}
