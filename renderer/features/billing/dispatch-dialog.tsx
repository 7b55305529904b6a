/** Noting that a final bill went out: when and how. */
import type { BillingRun, DispatchWay } from '#shared/contract/billing.ts';
import { dispatchWay } from '#shared/contract/billing.ts';
import type { PlainDate } from '#shared/model/plain-date.ts';
import { formatDate } from '#shared/text/format.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { FormDate, FormSelect } from '../../ui/form-fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';

interface DispatchDraft {
  on: string;
  way: DispatchWay | null;
}

interface DispatchDialogProps {
  readonly run: BillingRun;
  readonly onClose: () => void;
}

export function DispatchDialog({ run, onClose }: DispatchDialogProps) {
  const text = useText();
  const words = text.billLife;
  const { say } = useToasts();
  const undo = useUndo();
  const { form, submit, isSending, refusal } = useDraftForm<
    DispatchDraft,
    { readonly on: PlainDate; readonly way: DispatchWay },
    BillingRun
  >({
    initial: { on: formatDate(today()), way: 'post' },
    read: (draft) => {
      const on = readDay(draft.on, today(), text);
      if (!on.ok) return { ok: false, faults: [{ field: 'on', message: on.message }] };
      return draft.way === null
        ? { ok: false, faults: [{ field: 'way', message: text.common.required }] }
        : { ok: true, fields: { on: on.day, way: draft.way } };
    },
    send: (fields) => ask('billing.noteDispatch', { id: run.id, ...fields }),
    onSent: () => {
      say(words.dispatched, { label: text.common.undo, run: () => void undo() });
      onClose();
    },
  });
  return (
    <FormDialog
      title={words.dispatchTitle}
      action={words.dispatch}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <p>{words.dispatchText}</p>
      <div className="form-grid">
        <FormDate control={form.control} name="on" label={words.dispatchOn} isRequired />
        <FormSelect
          control={form.control}
          name="way"
          label={words.dispatchWay}
          options={dispatchWay.options.map((way) => ({ value: way, label: words.ways[way] }))}
        />
      </div>
    </FormDialog>
  );
}
