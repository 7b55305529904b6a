/** The fields of a device itself: kind, maker, number, calibration. */
import type { UseFormReturn } from 'react-hook-form';
import { useText } from '../../lib/text.tsx';
import { FormDate, FormSelect, FormText } from '../../ui/form-fields.tsx';
import { optionsOf } from '../../ui/options.ts';
import type { DeviceDraft } from './meter-draft.ts';

export function DeviceFields({ form: { control, watch } }: { readonly form: UseFormReturn<DeviceDraft> }) {
  const text = useText();
  const words = text.meters;
  return (
    <div className="form-grid">
      <FormSelect control={control} name="kind" label={words.kind} options={optionsOf(words.kinds)} />
      <FormText
        control={control}
        name="manufacturer"
        label={words.manufacturer}
        help={words.manufacturerHelp}
        isRequired
      />
      <FormText control={control} name="number" label={words.number} help={words.numberHelp} isRequired />
      <FormText control={control} name="serial" label={words.serial} />
      <FormText control={control} name="version" label={words.generation} />
      <FormText control={control} name="deviceType" label={words.medium} />
      {watch('kind') === 'allocator' ? null : (
        <FormDate control={control} name="calibratedUntil" label={words.calibratedUntil} />
      )}
    </div>
  );
}
