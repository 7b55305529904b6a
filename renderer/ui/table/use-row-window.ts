/** Follows the scrolling of a table and says which rows are in the page. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { offsetToShow, rowsInPage, type Fixed, type Viewport } from './row-window.ts';

/** Enough for the first paint; the table's own size follows at once. */
const FIRST_VIEWPORT: Viewport = { offset: 0, height: 800 };

interface RowWindow {
  readonly rows: readonly number[];
  /** Scrolls until the row is in sight. */
  readonly show: (row: number) => void;
}

export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  kept: number,
  { above, below }: Fixed,
): RowWindow {
  const [viewport, setViewport] = useState(FIRST_VIEWPORT);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const look = (): void => setViewport({ offset: element.scrollTop, height: element.clientHeight });
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller]);

  const show = (row: number): void => {
    const element = scroller.current;
    if (!element) return;
    const now = { offset: element.scrollTop, height: element.clientHeight };
    element.scrollTo({ top: offsetToShow(row, rowHeight, now, { above, below }) });
  };
  return { rows: rowsInPage(viewport, { count, rowHeight, kept }), show };
}
