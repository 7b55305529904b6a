/** Creating one unit. */
import type { PropertyId } from '#shared/model/property.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NEW_UNIT, readUnit } from './unit-draft.ts';
import { UnitFormFields } from './unit-fields.tsx';

interface UnitDialogProps {
  readonly propertyId: PropertyId;
  readonly onClose: () => void;
}

export function UnitDialog({ propertyId, onClose }: UnitDialogProps) {
  const text = useText();
  const { say } = useToasts();
  const { form, submit, isSending, refusal } = useDraftForm({
    survivesLock: true,
    initial: NEW_UNIT,
    read: (draft) => readUnit(draft, text),
    send: (fields) => ask('units.save', { propertyId, rows: [{ id: null, fields }], reason: '' }),
    onSent: () => {
      say(text.units.saved);
      onClose();
    },
  });
  return (
    <FormDialog
      title={text.units.create}
      action={text.common.create}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <UnitFormFields form={form} />
    </FormDialog>
  );
}
