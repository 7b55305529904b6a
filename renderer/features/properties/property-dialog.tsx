/** Creating a property together with its first billing period. */
import type { PropertyFields, PeriodFields } from '#shared/contract/properties.ts';
import type { Reply } from '#shared/contract/failure.ts';
import type { PropertyId } from '#shared/model/property.ts';
import type { Control } from 'react-hook-form';
import { useDraftForm } from '../../lib/draft-form.ts';
import { today } from '../../lib/moment.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { firstPeriod, readPeriod, type PeriodDraft } from '../periods/period-draft.ts';
import { PeriodFormFields } from '../periods/period-fields.tsx';
import { NEW_PROPERTY, readProperty, type PropertyDraft } from './property-draft.ts';
import { PropertyFormFields } from './property-fields.tsx';

type Draft = PropertyDraft & PeriodDraft;

interface Fields {
  readonly property: PropertyFields;
  readonly period: PeriodFields;
}

interface PropertyDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (id: PropertyId, name: string) => void;
}

/** The property exists even when its period is refused: the period can then be created on its page. */
async function create({ property, period }: Fields): Promise<Reply<{ id: PropertyId }>> {
  const created = await ask('properties.create', property);
  if (created.ok) await ask('periods.create', { propertyId: created.value.id, fields: period });
  return created;
}

export function PropertyDialog({ onClose, onCreated }: PropertyDialogProps) {
  const text = useText();
  const { form, submit, isSending, refusal } = useDraftForm<Draft, Fields, { id: PropertyId }>({
    survivesLock: true,
    initial: { ...NEW_PROPERTY, ...firstPeriod(today()) },
    read: (draft) => {
      const property = readProperty(draft, text);
      const period = readPeriod(draft, today(), text);
      if (property.ok && period.ok)
        return { ok: true, fields: { property: property.fields, period: period.fields } };
      const faults = [...(property.ok ? [] : property.faults), ...(period.ok ? [] : period.faults)];
      return { ok: false, faults };
    },
    send: create,
    onSent: ({ id }, { property }) => onCreated(id, property.name),
  });
  return (
    <FormDialog
      title={text.properties.create}
      action={text.common.create}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <PropertyFormFields
        control={form.control as unknown as Control<PropertyDraft>}
        onLandlord={(id) => form.setValue('landlordId', id, { shouldDirty: true })}
      />
      <PeriodFormFields control={form.control as unknown as Control<PeriodDraft>} />
    </FormDialog>
  );
}
