/** Exchanging or removing a meter: its last day and reading, and the meter that takes its place on the next day. */
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { MeterSummary } from '#shared/contract/meters.ts';
import { addDays } from '#shared/model/plain-date.ts';
import { formatDate } from '#shared/text/format.ts';
import { today } from '../../lib/moment.ts';
import { readDay } from '../../lib/read-day.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FormDate } from '../../ui/form-fields.tsx';
import { DeviceFields } from './device-fields.tsx';
import {
  newDevice,
  newReading,
  READ_IN,
  readDevice,
  readReading,
  type DeviceDraft,
  type ReadingDraft,
} from './meter-draft.ts';
import { writeDevice } from './meter-words.ts';
import { noteFaults } from './note-faults.ts';
import { ReadingFields } from './reading-fields.tsx';

interface ExchangeDialogProps {
  readonly meter: MeterSummary;
  /** False when the place stays empty. */
  readonly hasNext: boolean;
  readonly onClose: () => void;
}

export function ExchangeDialog({ meter, hasNext, onClose }: ExchangeDialogProps) {
  const text = useText();
  const words = text.meters;
  const { say } = useToasts();
  const undo = useUndo();
  const unit = meter.reading?.unit ?? READ_IN[meter.kind];
  const last = useForm<ReadingDraft>({ defaultValues: newReading(formatDate(today())) });
  const device = useForm<DeviceDraft>({ defaultValues: newDevice(meter.kind) });
  const first = useForm<ReadingDraft>({ defaultValues: newReading('') });
  const [refusal, setRefusal] = useState<string>();
  const exchange = useAction('meters.exchange', {
    onDone: () => {
      say(hasNext ? words.exchanged : words.removed, { label: text.common.undo, run: () => void undo() });
      onClose();
    },
    onRefused: (failure) => setRefusal(failure.message),
  });
  const readingOf = (form: typeof last, day: string) => {
    const typed = { ...form.getValues(), day };
    return typed.value.trim() === '' ? null : noteFaults(form, readReading(typed, unit, today(), text));
  };
  const submit = (): void => {
    setRefusal(undefined);
    const lastDay = readDay(last.getValues('day'), today(), text);
    if (!lastDay.ok) return last.setError('day', { message: lastDay.message });
    const closing = readingOf(last, formatDate(lastDay.day));
    const fields = hasNext ? noteFaults(device, readDevice(device.getValues(), today(), text)) : null;
    const opening = hasNext ? readingOf(first, formatDate(addDays(lastDay.day, 1))) : null;
    if (closing === undefined || fields === undefined || opening === undefined) return undefined;
    const next = fields === null ? null : { fields, opening };
    return void exchange.run({ id: meter.id, lastDay: lastDay.day, closing, next, reason: '' });
  };
  return (
    <FormDialog
      title={`${hasNext ? words.exchange : words.remove} ${writeDevice(meter, text)}`}
      action={hasNext ? words.exchange.replace(' …', '') : words.remove.replace(' …', '')}
      onClose={onClose}
      onSubmit={submit}
      isSending={exchange.isRunning}
      refusal={refusal}
    >
      <section className="section" aria-label={words.closingReading}>
        <h3>{words.closingReading}</h3>
        <div className="form-grid">
          <FormDate control={last.control} name="day" label={words.lastDay} isRequired />
        </div>
        <ReadingFields form={last} unit={unit} hasDay={false} />
      </section>
      {hasNext ? (
        <>
          <section className="section" aria-label={words.nextDevice}>
            <h3>{words.nextDevice}</h3>
            <DeviceFields form={device} />
          </section>
          <section className="section" aria-label={words.openingReading}>
            <h3>{words.openingReading}</h3>
            <ReadingFields form={first} unit={unit} hasDay={false} />
          </section>
        </>
      ) : null}
    </FormDialog>
  );
}
