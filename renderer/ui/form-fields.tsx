/** The house's fields bound to a form: each shows and keeps one value of the draft. */
import { Controller, type Control, type FieldPathByValue, type FieldValues } from 'react-hook-form';
import { AmountField } from './amount-field.tsx';
import { Checkbox } from './checkbox.tsx';
import { ComboBox } from './combo-box.tsx';
import { DateField } from './date-field.tsx';
import { Select, type Option } from './select.tsx';
import { TextField } from './text-field.tsx';

interface BoundField<Draft extends FieldValues, Value> {
  readonly control: Control<Draft>;
  readonly name: FieldPathByValue<Draft, Value>;
  readonly label: string;
  readonly help?: string;
  readonly isRequired?: boolean;
}

interface BoundText<Draft extends FieldValues> extends BoundField<Draft, string> {
  readonly type?: 'text' | 'email' | 'tel';
  readonly rows?: number;
}

export function FormText<Draft extends FieldValues>({ control, name, ...rest }: BoundText<Draft>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <TextField
          {...rest}
          name={name}
          value={field.value}
          onChange={field.onChange}
          onBlur={field.onBlur}
          inputRef={field.ref}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

interface BoundAmount<Draft extends FieldValues> extends BoundField<Draft, string> {
  readonly unit: string;
}

export function FormAmount<Draft extends FieldValues>({ control, name, ...rest }: BoundAmount<Draft>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <AmountField
          {...rest}
          name={name}
          text={field.value}
          onText={field.onChange}
          inputRef={field.ref}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

export function FormDate<Draft extends FieldValues>({ control, name, ...rest }: BoundField<Draft, string>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <DateField
          {...rest}
          name={name}
          text={field.value}
          onText={field.onChange}
          inputRef={field.ref}
          error={fieldState.error?.message}
        />
      )}
    />
  );
}

interface BoundSelect<Draft extends FieldValues, Value extends string> extends BoundField<
  Draft,
  Value | null
> {
  readonly options: readonly Option<Value>[];
}

export function FormSelect<Draft extends FieldValues, Value extends string>({
  control,
  name,
  label,
  options,
  help,
}: BoundSelect<Draft, Value>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <Select
          label={label}
          options={options}
          value={field.value}
          onChange={field.onChange}
          error={fieldState.error?.message}
          {...(help === undefined ? {} : { help })}
        />
      )}
    />
  );
}

interface BoundChoice<Draft extends FieldValues> extends BoundField<Draft, string | null> {
  readonly options: readonly Option[];
  readonly nothingFound: string;
}

/** A choice among many, found by typing. */
export function FormChoice<Draft extends FieldValues>({ control, name, ...rest }: BoundChoice<Draft>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field, fieldState }) => (
        <ComboBox {...rest} value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
      )}
    />
  );
}

export function FormCheckbox<Draft extends FieldValues>({
  control,
  name,
  label,
}: BoundField<Draft, boolean>) {
  return (
    <Controller
      control={control}
      name={name}
      render={({ field }) => (
        <Checkbox isSelected={field.value} onChange={field.onChange}>
          {label}
        </Checkbox>
      )}
    />
  );
}
