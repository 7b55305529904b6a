/** The small text that appears beside an icon on hover and on focus. */
import type { ReactNode } from 'react';
import { Tooltip } from 'react-aria-components';

interface HintProps {
  readonly keys?: string | undefined;
  readonly children: ReactNode;
}

export function Hint({ keys, children }: HintProps) {
  return (
    <Tooltip className="tooltip" offset={6}>
      {children}
      {keys === undefined ? null : ` · ${keys}`}
    </Tooltip>
  );
}
