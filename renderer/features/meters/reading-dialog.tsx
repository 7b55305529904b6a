/** Entering a reading by hand: for a broken radio, a meter without one, or a check. */
import type { MeterSummary } from '#shared/contract/meters.ts';
import { formatDate } from '#shared/text/format.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { newReading, READ_IN, readReading } from './meter-draft.ts';
import { writeDevice } from './meter-words.ts';
import { ReadingFields } from './reading-fields.tsx';

interface ReadingDialogProps {
  readonly meter: MeterSummary;
  readonly onClose: () => void;
}

export function ReadingDialog({ meter, onClose }: ReadingDialogProps) {
  const text = useText();
  const words = text.meters;
  const { say } = useToasts();
  const undo = useUndo();
  const unit = meter.reading?.unit ?? READ_IN[meter.kind];
  const { form, submit, isSending, refusal } = useDraftForm({
    initial: newReading(formatDate(today())),
    read: (draft) => readReading(draft, unit, today(), text),
    send: (reading) => ask('meters.addReading', { id: meter.id, reading }),
    onSent: () => {
      say(words.readingSaved, { label: text.common.undo, run: () => void undo() });
      onClose();
    },
  });
  return (
    <FormDialog
      title={`${words.handReading}: ${writeDevice(meter, text)}`}
      action={text.common.save}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <p className="muted">{words.handReadingText}</p>
      <ReadingFields form={form} unit={unit} />
    </FormDialog>
  );
}
