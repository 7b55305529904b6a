/** Creating a person. */
import type { PersonId } from '#shared/model/person.ts';
import { useDraftForm } from '../../lib/draft-form.ts';
import { ask } from '../../lib/office.ts';
import { useText } from '../../lib/text.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { NEW_PERSON, readPerson } from './person-draft.ts';
import { PersonFormFields } from './person-fields.tsx';

interface PersonDialogProps {
  readonly onClose: () => void;
  readonly onCreated: (id: PersonId, name: string) => void;
}

export function PersonDialog({ onClose, onCreated }: PersonDialogProps) {
  const text = useText();
  const { form, submit, isSending, refusal } = useDraftForm({
    survivesLock: true,
    initial: NEW_PERSON,
    read: (draft) => readPerson(draft, text),
    send: (fields) => ask('people.create', fields),
    onSent: ({ id }, { name }) => onCreated(id, name),
  });
  return (
    <FormDialog
      title={text.people.create}
      action={text.common.create}
      onClose={onClose}
      onSubmit={() => void submit()}
      isSending={isSending}
      refusal={refusal}
    >
      <PersonFormFields control={form.control} />
    </FormDialog>
  );
}
