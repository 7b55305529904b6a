/** A message on the page: what happened, why, and what to do. */
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { plain: Info, good: CircleCheck, check: TriangleAlert, wrong: CircleAlert } as const;

interface NoticeProps {
  readonly tone?: keyof typeof ICONS;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

export function Notice({ tone = 'plain', children, action }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className="notice" data-tone={tone} role={tone === 'wrong' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden />
      <div className="notice-body">{children}</div>
      {action}
    </div>
  );
}
