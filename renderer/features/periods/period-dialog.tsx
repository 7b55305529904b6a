/** Creating a billing period. */
import type { BillingPeriodId } from '#shared/model/invoice.ts';
import type { PropertyId } from '#shared/model/property.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { readPeriod, type PeriodDraft } from './period-draft.ts';
import { PeriodFormFields } from './period-fields.tsx';

interface PeriodDialogProps {
  readonly propertyId: PropertyId;
  readonly draft: PeriodDraft;
  readonly onClose: () => void;
  readonly onCreated: (id: BillingPeriodId) => void;
}

export function PeriodDialog({ propertyId, draft, onClose, onCreated }: PeriodDialogProps) {
  const text = useText();
  const { form, submit, isSending, refusal } = useDraftForm({
    survivesLock: true,
    initial: draft,
    read: (typed) => readPeriod(typed, today(), text),
    send: (fields) => ask('periods.create', { propertyId, fields }),
    onSent: ({ id }) => onCreated(id),
  });
  return (
    <FormDialog
      title={text.periods.create}
      action={text.common.create}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <PeriodFormFields control={form.control} />
    </FormDialog>
  );
}
