/** The fields of a reading somebody took by eye. */
import type { UseFormReturn } from 'react-hook-form';
import type { HandReading } from '#shared/contract/meters.ts';
import { useText } from '../../lib/text.tsx';
import { FormDate, FormSelect, FormText } from '../../ui/form-fields.tsx';
import { optionsOf } from '../../ui/options.ts';
import type { ReadingDraft } from './meter-draft.ts';

interface ReadingFieldsProps {
  readonly form: UseFormReturn<ReadingDraft>;
  readonly unit: HandReading['unit'];
  /** The day is known from elsewhere, as the last day of an exchange. */
  readonly hasDay?: boolean;
}

export function ReadingFields({ form: { control }, unit, hasDay = true }: ReadingFieldsProps) {
  const text = useText();
  const words = text.meters;
  return (
    <div className="form-grid">
      {hasDay ? <FormDate control={control} name="day" label={words.day} isRequired /> : null}
      <FormText
        control={control}
        name="value"
        label={`${words.reading} (${words.registerUnits[unit]})`}
        {...(hasDay ? { isRequired: true } : { help: words.readingOptional })}
      />
      <FormSelect control={control} name="origin" label={words.origin} options={optionsOf(words.origins)} />
      <FormText control={control} name="note" label={words.note} />
    </div>
  );
}
