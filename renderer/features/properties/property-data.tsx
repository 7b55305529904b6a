/** The data of a property, changed in place. */
import type { Property } from '#shared/contract/properties.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { useToasts } from '../../lib/toasts.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { SavedForm } from '../../ui/saved-form.tsx';
import { draftOfProperty, readProperty } from './property-draft.ts';
import { PropertyFormFields } from './property-fields.tsx';

export function PropertyData({ property }: { readonly property: Property }) {
  const text = useText();
  const { say } = useToasts();
  const undo = useUndo();
  const draft = useDraftForm({
    survivesLock: true,
    initial: draftOfProperty(property),
    read: (typed) => readProperty(typed, text),
    send: (fields) => ask('properties.save', { id: property.id, fields, reason: '' }),
    onSent: (saved) => {
      draft.form.reset(draftOfProperty(saved));
      say(text.properties.saved, { label: text.common.undo, run: () => void undo() });
    },
  });
  return (
    <SavedForm draft={draft}>
      <PropertyFormFields
        control={draft.form.control}
        onLandlord={(id) => draft.form.setValue('landlordId', id, { shouldDirty: true })}
      />
    </SavedForm>
  );
}
