/** The fields of a property, for creating and for changing it. */
import { useState } from 'react';
import type { Control } from 'react-hook-form';
import { useAnswer } from '../../lib/answers.ts';
import { useText } from '../../lib/text.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { FormChoice, FormText } from '../../ui/form-fields.tsx';
import { PersonDialog } from '../people/person-dialog.tsx';
import type { PropertyDraft } from './property-draft.ts';

interface PropertyFormFieldsProps {
  readonly control: Control<PropertyDraft>;
  readonly onLandlord: (id: string) => void;
}

export function PropertyFormFields({ control, onLandlord }: PropertyFormFieldsProps) {
  const text = useText();
  const words = text.properties;
  const { data: people = [] } = useAnswer('people.list', {});
  const [isNewPerson, setIsNewPerson] = useState(false);
  return (
    <fieldset>
      <legend>{words.house}</legend>
      <FormText control={control} name="name" label={words.name} help={words.nameHelp} isRequired />
      <FormText
        control={control}
        name="addressLines"
        label={words.address}
        help={words.addressHelp}
        rows={2}
        isRequired
      />
      <div className="stack">
        <FormChoice
          key={people.length}
          control={control}
          name="landlordId"
          label={words.landlord}
          options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
          nothingFound={text.common.nothingFound}
          isRequired
        />
        <LinkButton onPress={() => setIsNewPerson(true)}>{words.newLandlord}</LinkButton>
      </div>
      {isNewPerson ? (
        <PersonDialog
          onClose={() => setIsNewPerson(false)}
          onCreated={(id) => {
            onLandlord(String(id));
            setIsNewPerson(false);
          }}
        />
      ) : null}
    </fieldset>
  );
}
