/** A work order for a technician: until when, then saved as a PDF where the user wants it. */
import type { MorningItem } from '#shared/contract/overview.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormDate } from '../../ui/form-fields.tsx';

interface WorkOrderDialogProps {
  readonly items: readonly MorningItem[];
  readonly onClose: () => void;
}

export function WorkOrderDialog({ items, onClose }: WorkOrderDialogProps) {
  const text = useText();
  const words = text.start;
  const { say } = useToasts();
  const { form, submit, isSending, refusal } = useDraftForm({
    initial: { by: '' },
    read: (draft) => {
      const read = draft.by.trim() === '' ? null : readDay(draft.by, today(), text);
      if (read?.ok === false) return { ok: false, faults: [{ field: 'by', message: read.message }] };
      return { ok: true, fields: { by: (read?.day ?? null) satisfies PlainDate | null } };
    },
    send: ({ by }) =>
      ask('morning.saveWorkOrder', {
        messages: items.map(({ subject, message }) => ({ subject, code: message.code })),
        by,
      }),
    onSent: ({ saved }) => {
      if (saved) say(words.workOrderSaved);
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.workOrderTitle}
      action={text.common.save}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
      size="normal"
    >
      <p>{words.workOrderText(items.length)}</p>
      <FormDate control={form.control} name="by" label={words.workOrderBy} />
    </FormDialog>
  );
}
