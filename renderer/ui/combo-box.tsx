/** A choice among many values, found by typing. */
import { ChevronDown } from 'lucide-react';
import {
  Button,
  ComboBox as AriaComboBox,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from 'react-aria-components';
import { FieldFoot } from './field-foot.tsx';
import type { Option } from './select.tsx';

interface ComboBoxProps {
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly help?: string;
  readonly error?: string | undefined;
  /** Said when nothing matches what was typed. */
  readonly nothingFound: string;
  readonly isLabelHidden?: boolean;
  readonly isRequired?: boolean;
}

export function ComboBox({
  label,
  options,
  value,
  onChange,
  help,
  error,
  nothingFound,
  isLabelHidden = false,
  isRequired = false,
}: ComboBoxProps) {
  return (
    <AriaComboBox
      className="field"
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      defaultItems={options}
      isInvalid={error !== undefined}
      isRequired={isRequired}
      validationBehavior="aria"
      menuTrigger="focus"
      allowsEmptyCollection
      {...(isLabelHidden ? { 'aria-label': label } : {})}
    >
      {isLabelHidden ? null : <Label className="field-label">{label}</Label>}
      <div className="input-with-button">
        <Input className="input" spellCheck={false} />
        <Button className="button" data-shape="icon">
          <ChevronDown size={16} aria-hidden />
        </Button>
      </div>
      <FieldFoot help={help} error={error} />
      <Popover className="popover" offset={4}>
        <ListBox<Option>
          className="list"
          renderEmptyState={() => <div className="menu-empty">{nothingFound}</div>}
        >
          {(option) => (
            <ListBoxItem id={option.value} textValue={option.label} className="list-item">
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  );
}
