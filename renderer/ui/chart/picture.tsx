/** The paper of every chart: drawn in pixels as at 100 %, it grows with the words around it. */
import { useLayoutEffect, useState, type ReactNode, type RefObject } from 'react';
import { useZoom } from '../../lib/look-context.tsx';

/** The width there is to draw in, in pixels of the drawing; where there is less than `least`, the picture scrolls. */
export function usePictureWidth(frame: RefObject<HTMLElement | null>, least: number): number {
  const zoom = useZoom();
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const target = frame.current;
    if (!target) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0));
    observer.observe(target);
    return () => observer.disconnect();
  }, [frame]);
  return Math.max(least, width / zoom);
}

interface PictureProps {
  /** Spoken name of the picture. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Room above the origin. */
  readonly head?: number;
  readonly tone?: 'heat' | 'hotWater';
  readonly children: ReactNode;
}

export function Picture({ name, width, height, head = 0, tone, children }: PictureProps) {
  const zoom = useZoom();
  return (
    <svg
      className="chart-picture"
      data-tone={tone}
      role="img"
      aria-label={name}
      width={width * zoom}
      height={(head + height) * zoom}
      viewBox={`0 ${-head} ${width} ${head + height}`}
    >
      {children}
    </svg>
  );
}
