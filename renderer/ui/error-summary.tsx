/** The faults of a form, each leading to its field. Takes focus when it appears. */
import { useEffect, useRef } from 'react';
import { useText } from '../lib/text.tsx';
import { LinkButton } from './button.tsx';

/** One fault: the field's name, what is wrong, and how to get there. */
export interface FormFault {
  readonly field: string;
  readonly message: string;
  readonly goThere: () => void;
}

export function ErrorSummary({ faults }: { readonly faults: readonly FormFault[] }) {
  const text = useText();
  const box = useRef<HTMLDivElement>(null);
  const isShown = faults.length > 0;
  useEffect(() => {
    if (isShown) box.current?.focus();
  }, [isShown]);
  if (!isShown) return null;
  return (
    <div className="notice" data-tone="wrong" role="alert" tabIndex={-1} ref={box}>
      <div className="notice-body">
        <strong>{text.common.faults(faults.length)}</strong>
        <ul>
          {faults.map((fault) => (
            <li key={fault.field}>
              <LinkButton onPress={fault.goThere}>
                {fault.field}: {fault.message}
              </LinkButton>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
