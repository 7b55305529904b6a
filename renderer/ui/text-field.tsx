/** One labelled line of text, with its help and its error underneath. */
import type { ReactNode, Ref } from 'react';
import { Input, Label, TextArea, TextField as AriaTextField } from 'react-aria-components';
import { FieldFoot } from './field-foot.tsx';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly name?: string;
  readonly help?: ReactNode;
  /** What is wrong and what to do, or nothing. */
  readonly error?: string | undefined;
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'search';
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'decimal' | 'numeric' | 'email' | 'tel';
  readonly placeholder?: string;
  readonly rows?: number;
  readonly maxLength?: number;
  readonly isRequired?: boolean;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Stands right of the input, such as a button that shows the passphrase. */
  readonly beside?: ReactNode;
}

export function TextField({
  label,
  help,
  error,
  rows,
  placeholder = '',
  inputRef = null,
  beside,
  isRequired = false,
  ...rest
}: TextFieldProps) {
  return (
    <AriaTextField
      {...rest}
      isRequired={isRequired}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className="field"
    >
      <Label className="field-label">{label}</Label>
      {rows === undefined ? (
        <div className="input-with-button">
          <Input className="input" placeholder={placeholder} ref={inputRef} spellCheck={false} />
          {beside}
        </div>
      ) : (
        <TextArea className="input" rows={rows} placeholder={placeholder} />
      )}
      <FieldFoot help={help} error={error} />
    </AriaTextField>
  );
}
