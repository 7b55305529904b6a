/** A page: its heading, its actions, and its content below; a page with a table gives it all the room. */
import type { ReactNode } from 'react';

interface PageProps {
  readonly title: ReactNode;
  /** A line under the heading, such as an address or a period. */
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  /** The content fills the height and scrolls by itself. */
  readonly isFilled?: boolean;
  readonly children: ReactNode;
}

export function Page({ title, subtitle, actions, isFilled = false, children }: PageProps) {
  return (
    <div className="page" data-filled={isFilled ? '' : undefined}>
      <div className="page-head">
        <div className="page-title">
          <h1>{title}</h1>
          {subtitle === undefined ? null : <p className="muted">{subtitle}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </div>
      {children}
    </div>
  );
}
