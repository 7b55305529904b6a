/** A state as shape and word. The shape tells states apart without colour: ● ◐ ○ ▲ ■. */
import type { ReactNode } from 'react';

export type StatusShape = 'full' | 'half' | 'hollow' | 'triangle' | 'square';
export type StatusTone = 'plain' | 'good' | 'late' | 'check' | 'wrong';

const SHAPES: Record<StatusShape, ReactNode> = {
  full: <circle cx="6" cy="6" r="5" fill="currentColor" />,
  half: (
    <>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 1a5 5 0 0 0 0 10z" fill="currentColor" />
    </>
  ),
  hollow: <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  triangle: <path d="M6 1 11.5 11H.5z" fill="currentColor" />,
  square: <path d="M1.5 1.5h9v9h-9z" fill="currentColor" />,
};

interface StatusMarkProps {
  readonly shape: StatusShape;
  readonly tone?: StatusTone;
  readonly children: ReactNode;
}

export function StatusMark({ shape, tone = 'plain', children }: StatusMarkProps) {
  return (
    <span className="status" data-tone={tone}>
      <svg className="status-shape" viewBox="0 0 12 12" aria-hidden="true">
        {SHAPES[shape]}
      </svg>
      {children}
    </span>
  );
}
