/** How letters reach a person: after moving out, by which way, and what she agreed to. */
import type { Control } from 'react-hook-form';
import { useText } from '../../lib/text.tsx';
import { FormCheckbox, FormSelect, FormText } from '../../ui/form-fields.tsx';
import type { PersonDraft } from './person-draft.ts';

export function PersonDeliveryFields({ control }: { readonly control: Control<PersonDraft> }) {
  const { people: words } = useText();
  return (
    <div className="form-grid">
      <div className="wide">
        <FormText
          control={control}
          name="deliveryLines"
          label={words.delivery}
          help={words.deliveryHelp}
          rows={3}
        />
      </div>
      <FormSelect
        control={control}
        name="deliveryWay"
        label={words.deliveryWay}
        options={[
          { value: 'post', label: words.ways.post },
          { value: 'email', label: words.ways.email },
        ]}
      />
      <div className="radio-list" role="group" aria-label={words.consents}>
        <span className="field-label">{words.consents}</span>
        <FormCheckbox control={control} name="billsByEmail" label={words.billsByEmail} />
        <FormCheckbox control={control} name="informationByEmail" label={words.informationByEmail} />
        <FormCheckbox control={control} name="calls" label={words.calls} />
      </div>
    </div>
  );
}
