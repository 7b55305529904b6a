/** An empty list: one sentence that says what belongs here, and one action. */
import type { ReactNode } from 'react';

interface EmptyStateProps {
  readonly sentence: string;
  readonly action?: ReactNode;
}

export function EmptyState({ sentence, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <p>{sentence}</p>
      {action}
    </div>
  );
}
