/** Installing a meter: the device, its place, and the reading it began with. */
import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { PropertyId } from '#shared/model/property.ts';
import type { UnitId } from '#shared/model/unit.ts';
import { useAnswer } from '../../lib/answers.ts';
import { today } from '../../lib/moment.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useAction } from '../../lib/use-action.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { DeviceFields } from './device-fields.tsx';
import {
  newDevice,
  newPlace,
  newReading,
  READ_IN,
  readDevice,
  readPlace,
  readReading,
  type DeviceDraft,
  type PlaceDraft,
  type ReadingDraft,
} from './meter-draft.ts';
import { PlaceFormFields } from './place-fields.tsx';
import { ReadingFields } from './reading-fields.tsx';
import { noteFaults } from './note-faults.ts';

interface InstallDialogProps {
  readonly propertyId: PropertyId;
  readonly unitId: UnitId | undefined;
  readonly onClose: () => void;
}

export function InstallDialog({ propertyId, unitId, onClose }: InstallDialogProps) {
  const text = useText();
  const words = text.meters;
  const { say } = useToasts();
  const undo = useUndo();
  const { data: units = [] } = useAnswer('units.list', { propertyId });
  const device = useForm<DeviceDraft>({ defaultValues: newDevice() });
  const place = useForm<PlaceDraft>({
    defaultValues: { ...newPlace(today()), unitId: unitId === undefined ? null : String(unitId) },
  });
  const reading = useForm<ReadingDraft>({ defaultValues: newReading('') });
  const [refusal, setRefusal] = useState<string>();
  const install = useAction('meters.create', {
    onDone: () => {
      say(words.installed, { label: text.common.undo, run: () => void undo() });
      onClose();
    },
    onRefused: (failure) => setRefusal(failure.message),
  });
  const kind = useWatch({ control: device.control, name: 'kind' });
  const submit = (): void => {
    setRefusal(undefined);
    const fields = noteFaults(device, readDevice(device.getValues(), today(), text));
    const where = noteFaults(place, readPlace(place.getValues(), { propertyId, units }, today(), text));
    const typed = { ...reading.getValues(), day: place.getValues('from') };
    const isRead = typed.value.trim() !== '';
    const opening = isRead ? noteFaults(reading, readReading(typed, READ_IN[kind], today(), text)) : null;
    if (fields === undefined || where === undefined || opening === undefined) return;
    void install.run({ fields, place: where, opening });
  };
  return (
    <FormDialog
      title={words.create}
      action={words.create}
      onClose={onClose}
      onSubmit={submit}
      isSending={install.isRunning}
      refusal={refusal}
    >
      <section className="section" aria-label={words.deviceData}>
        <h3>{words.deviceData}</h3>
        <DeviceFields form={device} />
      </section>
      <section className="section" aria-label={words.placeData}>
        <h3>{words.placeData}</h3>
        <PlaceFormFields form={place} units={units} isAllocator={kind === 'allocator'} />
      </section>
      <section className="section" aria-label={words.openingReading}>
        <h3>{words.openingReading}</h3>
        <ReadingFields form={reading} unit={READ_IN[kind]} hasDay={false} />
      </section>
    </FormDialog>
  );
}
