/** A work order for a technician: until when, then saved as a PDF where the user wants it. */
import type { MorningItem } from '#shared/contract/overview.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { useWatch } from 'react-hook-form';
import { useAnswer } from '../../lib/answers.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { Answered } from '../../ui/answered.tsx';
import { PdfPreview } from '../../ui/pdf/pdf-preview.tsx';
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
  const messages = items.map(({ subject, message }) => ({ subject, code: message.code }));
  const { form, submit, isSending, refusal } = useDraftForm({
    initial: { by: '' },
    read: (draft) => {
      const read = draft.by.trim() === '' ? null : readDay(draft.by, today(), text);
      if (read?.ok === false) return { ok: false, faults: [{ field: 'by', message: read.message }] };
      return { ok: true, fields: { by: (read?.day ?? null) satisfies PlainDate | null } };
    },
    send: ({ by }) => ask('morning.saveWorkOrder', { messages, by }),
    onSent: ({ saved }) => {
      if (saved) say(words.workOrderSaved);
      onClose();
    },
  });
  const typed = readDay(useWatch({ control: form.control, name: 'by' }), today(), text);
  const by = typed.ok ? typed.day : null;
  const answer = useAnswer('morning.workOrder', { messages, by }, { isKept: false });
  return (
    <FormDialog
      title={words.workOrderTitle}
      action={text.common.save}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <p>{words.workOrderText(items.length)}</p>
      <FormDate control={form.control} name="by" label={words.workOrderBy} />
      <div className="pdf-pane">
        <Answered answer={answer}>
          {({ pdf }) => <PdfPreview name={words.workOrderTitle} bytes={pdf} />}
        </Answered>
      </div>
    </FormDialog>
  );
}
