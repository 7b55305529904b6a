/** The calm page around everything that happens before work: first start, unlocking, restoring. */
import type { ReactNode } from 'react';
import { Brand } from '../brand.tsx';

interface AccessSheetProps {
  readonly title: string;
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

export function AccessSheet({ title, above, children }: AccessSheetProps) {
  return (
    <main className="access">
      <div className="access-sheet">
        <Brand />
        {above}
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
