/** What stands under a field: its help, and its error with a sign beside the words. */
import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Text } from 'react-aria-components';

interface FieldFootProps {
  readonly help?: ReactNode;
  readonly error?: string | undefined;
}

export function FieldFoot({ help, error }: FieldFootProps) {
  return (
    <>
      {help === undefined ? null : (
        <Text slot="description" className="field-help">
          {help}
        </Text>
      )}
      <FieldError className="field-error">
        <CircleAlert size={14} aria-hidden />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
