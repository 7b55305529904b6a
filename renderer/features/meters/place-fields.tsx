/** The fields of a place: unit, room, radiator, scale and factors, and what the law asks of the device there. */
import { Controller, type UseFormReturn } from 'react-hook-form';
import type { Unit } from '#shared/contract/units.ts';
import { useText } from '../../lib/text.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { FormCheckbox, FormDate, FormSelect, FormText } from '../../ui/form-fields.tsx';
import { optionsOf } from '../../ui/options.ts';
import { Select } from '../../ui/select.tsx';
import type { PlaceDraft } from './meter-draft.ts';

interface PlaceFieldsProps {
  readonly form: UseFormReturn<PlaceDraft>;
  readonly units: readonly Unit[];
  readonly isAllocator: boolean;
}

/** Stands for a meter that serves everybody, and for no room. */
const NONE = '';

export function PlaceFormFields({ form, units, isAllocator }: PlaceFieldsProps) {
  const text = useText();
  const words = text.meters;
  const { control, watch, setValue } = form;
  const unit = units.find(({ id }) => String(id) === watch('unitId'));
  const rooms = (unit?.rooms ?? []).flatMap(({ id, name }) =>
    id === null ? [] : [{ value: String(id), label: name }],
  );
  return (
    <div className="form-grid">
      <Controller
        control={control}
        name="unitId"
        render={({ field, fieldState }) => (
          <ComboBox
            key={units.length}
            label={words.unit}
            options={[
              { value: NONE, label: words.wholeProperty },
              ...units.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
            nothingFound={text.common.nothingFound}
            value={field.value ?? NONE}
            onChange={(value) => {
              field.onChange(value === NONE ? null : value);
              setValue('roomId', null);
            }}
            error={fieldState.error?.message}
          />
        )}
      />
      <Controller
        control={control}
        name="roomId"
        render={({ field }) => (
          <Select
            label={words.room}
            options={[{ value: NONE, label: words.noRoom }, ...rooms]}
            value={field.value ?? NONE}
            onChange={(value) => field.onChange(value === NONE ? null : value)}
          />
        )}
      />
      <FormText control={control} name="position" label={words.position} help={words.positionHelp} />
      <FormDate control={control} name="from" label={words.from} isRequired />
      <FormDate control={control} name="to" label={words.to} />
      {isAllocator ? (
        <>
          <FormSelect control={control} name="scale" label={words.scale} options={optionsOf(words.scales)} />
          <FormText control={control} name="factor" label={words.factor} isRequired />
          <FormText control={control} name="kq" label={words.kq} />
          <FormText control={control} name="kc" label={words.kc} />
          <FormText control={control} name="kt" label={words.kt} />
          <FormText control={control} name="dueDay" label={words.dueDay} help={words.dueDayHelp} />
        </>
      ) : null}
      <div className="stack">
        <FormCheckbox control={control} name="remoteReadable" label={words.remoteReadable} />
        <FormCheckbox control={control} name="interoperable" label={words.interoperable} />
      </div>
    </div>
  );
}
