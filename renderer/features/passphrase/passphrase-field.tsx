/** A passphrase: hidden until shown, paste allowed, never kept anywhere else. */
import { Eye, EyeOff } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useText } from '../../lib/text.tsx';
import { IconButton } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface PassphraseFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isNew?: boolean;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean;
  readonly isShownAtFirst?: boolean;
}

export function PassphraseField({
  label,
  value,
  onChange,
  isNew = false,
  help,
  error,
  autoFocus = false,
  isShownAtFirst = false,
}: PassphraseFieldProps) {
  const text = useText();
  const [isShown, setIsShown] = useState(isShownAtFirst);
  return (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      type={isShown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      error={error}
      autoFocus={autoFocus}
      {...(help === undefined ? {} : { help })}
      beside={
        <IconButton
          variant="plain"
          label={isShown ? text.access.hidePassphrase : text.access.showPassphrase}
          onPress={() => setIsShown(!isShown)}
        >
          {isShown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
        </IconButton>
      }
    />
  );
}
