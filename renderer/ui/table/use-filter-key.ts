/** Ctrl+F opens the filter of the page's table instead of the browser's search. */
import { useEffect, useRef, type RefObject } from 'react';

export function useFilterKey(frame: RefObject<HTMLElement | null>, openFilter: () => void): void {
  const latest = useRef(openFilter);
  useEffect(() => {
    latest.current = openFilter;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const isFind = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'f';
      if (!isFind || event.defaultPrevented || frame.current?.checkVisibility() !== true) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [frame]);
}
