/** The very documents one tenant gets: the letter of each month, and the bills. */
import { useState, type ComponentProps, type ReactNode } from 'react';
import type { LetterMonth } from '#shared/contract/party-views.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { TenancyId } from '#shared/model/tenancy.ts';
import type { Dictionary } from '#shared/text/dictionary.ts';
import { formatPeriod } from '#shared/text/format.ts';
import { useAnswer } from '../../lib/answers.ts';
import { useSavePdf } from '../../lib/use-save-pdf.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { Answered } from '../../ui/answered.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PdfPreview } from '../../ui/pdf/pdf-preview.tsx';
import type { ShownPdf } from '../../ui/pdf/shown-pdf.tsx';
import { Select } from '../../ui/select.tsx';
import { useBillsOf, type BillOfTenancy } from '../billing/use-bills-of.ts';
import { shortMonth } from '../consumption/quantities.ts';

/** One thing to choose: a name, and what is shown under it. */
type TenantDocument = { readonly key: string; readonly label: string } & (
  | { readonly kind: 'letter'; readonly month: LetterMonth['month'] }
  | { readonly kind: 'bill'; readonly runId: number; readonly billId: string }
);

interface TenantDocumentsProps {
  readonly tenancyId: TenancyId;
  readonly propertyId: PropertyId;
}

export function TenantDocuments({ tenancyId, propertyId }: TenantDocumentsProps) {
  const { partyViews: words } = useText();
  const answer = useAnswer('partyViews.letters', { tenancyId });
  return (
    <section className="section party-documents" aria-labelledby="tenant-documents">
      <h2 id="tenant-documents">{words.documents}</h2>
      <Answered answer={answer}>
        {(months) => <Documents tenancyId={tenancyId} propertyId={propertyId} months={months} />}
      </Answered>
    </section>
  );
}

function documentsOf(
  { partyViews: words, properties }: Dictionary,
  months: readonly LetterMonth[],
  bills: readonly BillOfTenancy[],
): TenantDocument[] {
  return [
    ...months.map(({ month, state }) => ({
      key: `letter.${month.from}`,
      label: words.letterOf(shortMonth(month), words.letterStates[state]),
      kind: 'letter' as const,
      month,
    })),
    ...bills.map(({ run, bill }) => ({
      key: `bill.${run.id}.${bill.billId}`,
      label: words.billOf(formatPeriod(bill.period), properties.stages[run.stage]),
      kind: 'bill' as const,
      runId: run.id,
      billId: bill.billId,
    })),
  ];
}

function Documents({
  tenancyId,
  propertyId,
  months,
}: TenantDocumentsProps & { readonly months: readonly LetterMonth[] }) {
  const text = useText();
  const words = text.partyViews;
  const bills = useBillsOf([{ id: tenancyId, propertyId }]);
  const [chosen, setChosen] = useState<string>();
  const documents = documentsOf(text, months, bills ?? []);
  const shown = documents.find(({ key }) => key === chosen) ?? documents[0];
  if (shown === undefined) return <Notice>{words.noDocuments}</Notice>;
  const choice = (
    <Select
      label={words.document}
      value={shown.key}
      onChange={setChosen}
      options={documents.map(({ key, label }) => ({ value: key, label }))}
    />
  );
  return shown.kind === 'letter' ? (
    <Letter key={shown.key} choice={choice} tenancyId={tenancyId} month={shown.month} name={shown.label} />
  ) : (
    <BillPdf key={shown.key} choice={choice} runId={shown.runId} billId={shown.billId} name={shown.label} />
  );
}

interface LetterProps {
  readonly choice: ReactNode;
  readonly tenancyId: TenancyId;
  readonly month: LetterMonth['month'];
  readonly name: string;
}

function Letter({ choice, tenancyId, month, name }: LetterProps) {
  const { partyViews: words } = useText();
  const { say } = useToasts();
  const answer = useAnswer('partyViews.letter', { tenancyId, month }, { isKept: false });
  const save = useAction('partyViews.saveLetter', {
    onDone: (written) => (written === null ? undefined : say(words.exported(written.fileName))),
  });
  return (
    <Shown choice={choice} name={name} answer={answer} onSave={() => void save.run({ tenancyId, month })} />
  );
}

interface BillPdfProps {
  readonly choice: ReactNode;
  readonly runId: number;
  readonly billId: string;
  readonly name: string;
}

function BillPdf({ choice, runId, billId, name }: BillPdfProps) {
  const document = { kind: 'statement' as const, billId };
  const answer = useAnswer('documents.preview', { runId, document }, { isKept: false });
  const save = useSavePdf();
  return (
    <Shown choice={choice} name={name} answer={answer} onSave={() => void save.run({ runId, document })} />
  );
}

interface ShownProps {
  readonly choice: ReactNode;
  readonly name: string;
  readonly answer: ComponentProps<typeof ShownPdf>['answer'];
  readonly onSave: () => void;
}

/** The choice and the way to save in one line, the paper below. */
function Shown({ choice, name, answer, onSave }: ShownProps) {
  const { billLife: words } = useText();
  return (
    <>
      <div className="party-choice-line">
        <div className="party-choice">{choice}</div>
        <Button onPress={onSave}>{words.savePdf}</Button>
      </div>
      <div className="party-pdf">
        <Answered answer={answer}>{({ pdf }) => <PdfPreview name={name} bytes={pdf} />}</Answered>
      </div>
    </>
  );
}
