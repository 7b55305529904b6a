/** The fields of a gateway, for entering and changing it. */
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { PropertySummary } from '#shared/contract/properties.ts';
import { useText } from '../../lib/text.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { FormText } from '../../ui/form-fields.tsx';
import type { GatewayDraft } from './gateway-draft.ts';

interface GatewayFormFieldsProps {
  readonly form: UseFormReturn<GatewayDraft>;
  readonly properties: readonly PropertySummary[];
}

const NONE = '';

export function GatewayFormFields({ form: { control }, properties }: GatewayFormFieldsProps) {
  const text = useText();
  const words = text.gateways;
  return (
    <div className="form-grid">
      <FormText control={control} name="serial" label={words.serial} isRequired />
      <Controller
        control={control}
        name="propertyId"
        render={({ field }) => (
          <ComboBox
            key={properties.length}
            label={words.property}
            options={[
              { value: NONE, label: words.noProperty },
              ...properties.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            nothingFound={text.common.nothingFound}
            value={field.value ?? NONE}
            onChange={(value) => field.onChange(value === NONE ? null : value)}
          />
        )}
      />
      <FormText control={control} name="model" label={words.model} />
      <FormText control={control} name="place" label={words.place} />
      <FormText control={control} name="sim" label={words.sim} help={words.simHelp} />
    </div>
  );
}
