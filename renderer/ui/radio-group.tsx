/** One choice of a handful, all of them in sight. */
import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';
import type { Option } from './select.tsx';

interface RadioGroupProps<Value extends string> {
  readonly label: string;
  readonly options: readonly (Option<Value> & { readonly help?: ReactNode })[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly orientation?: 'vertical' | 'horizontal';
  /** The label is spoken only; the place explains itself to the eye. */
  readonly isLabelHidden?: boolean;
}

export function RadioGroup<Value extends string>({
  label,
  options,
  value,
  onChange,
  orientation = 'vertical',
  isLabelHidden = false,
}: RadioGroupProps<Value>) {
  return (
    <AriaRadioGroup
      className="field"
      value={value}
      orientation={orientation}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      onChange={(chosen) => {
        const option = options.find((candidate) => candidate.value === chosen);
        if (option) onChange(option.value);
      }}
    >
      {isLabelHidden ? null : <Label className="field-label">{label}</Label>}
      <div className="radio-list" data-orientation={orientation}>
        {options.map((option) => (
          <Radio key={option.value} value={option.value} className="radio">
            <span className="radio-dot" />
            <span>
              {option.label}
              {option.help === undefined ? null : <span className="field-help"> {option.help}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </AriaRadioGroup>
  );
}
