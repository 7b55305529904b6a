/** Keeps the keyboard's place in a list whose lines go away while one works through it. */
import { useEffect, useRef, type RefObject } from 'react';

const LINE = '.morning-item';

/**
 * For the element around the lines, of which there are so many: when the one with the focus goes, the one in its place
 * takes it.
 */
export function useCursorOnLines(lineCount: number): RefObject<HTMLDivElement | null> {
  const around = useRef<HTMLDivElement>(null);
  const place = useRef<number | null>(null);
  useEffect(() => {
    const note = ({ target }: FocusEvent): void => {
      const line = target instanceof Element ? target.closest(LINE) : null;
      const lines = [...(around.current?.querySelectorAll(LINE) ?? [])];
      // A dialog over the page and the body between two stops leave the place as it is.
      if (line !== null) place.current = lines.indexOf(line);
      else if (target instanceof Element && target.closest('main') !== null) place.current = null;
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (!isLost || place.current === null || lineCount === 0) return;
    const lines = [...(around.current?.querySelectorAll(LINE) ?? [])];
    const next = lines[place.current] ?? lines.at(-1);
    next?.querySelector('button')?.focus();
  }, [lineCount]);
  return around;
}
