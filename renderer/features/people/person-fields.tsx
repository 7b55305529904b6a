/** The fields of a person that everybody has, for creating and for changing them. */
import type { Control } from 'react-hook-form';
import { useText } from '../../lib/text.tsx';
import { FormText } from '../../ui/form-fields.tsx';
import type { PersonDraft } from './person-draft.ts';

export function PersonFormFields({ control }: { readonly control: Control<PersonDraft> }) {
  const { people: words } = useText();
  return (
    <div className="form-grid">
      <div className="wide">
        <FormText control={control} name="name" label={words.name} help={words.nameHelp} isRequired />
      </div>
      <div className="wide">
        <FormText
          control={control}
          name="addressLines"
          label={words.address}
          help={words.addressHelp}
          rows={3}
        />
      </div>
      <FormText control={control} name="phone" label={words.phone} type="tel" />
      <FormText control={control} name="email" label={words.email} type="email" />
    </div>
  );
}
