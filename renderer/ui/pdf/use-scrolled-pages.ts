/** The scrolled column of pages: what is in sight, the zoom, and going from page to page. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import type { PageSize } from '../../lib/open-pdf.ts';
import {
  anchorAt,
  fitWidth,
  layPages,
  pageInSight,
  scrollTopOf,
  scrollTopOfPage,
  zoomedBy,
  type Anchor,
  type PlacedPage,
} from './page-column.ts';

export interface ScrolledPages {
  readonly pages: readonly PlacedPage[];
  /** The zoom in percent. */
  readonly percent: number;
  readonly isFitted: boolean;
  /** The page at the middle of what is in sight. */
  readonly current: number;
  /** What is in sight, in pixels of the column. */
  readonly view: { readonly top: number; readonly height: number };
  readonly goTo: (page: number) => void;
  readonly zoom: (direction: 1 | -1) => void;
  readonly fit: () => void;
}

export function useScrolledPages(
  sizes: readonly PageSize[],
  scroller: RefObject<HTMLElement | null>,
): ScrolledPages {
  /** Null while the pages are as wide as the room. */
  const [chosen, setChosen] = useState<number | null>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [top, setTop] = useState(0);
  const anchor = useRef<Anchor>(null);
  const percent = chosen ?? fitWidth(sizes, room.width);
  const pages = useMemo(() => layPages(sizes, percent), [sizes, percent]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element !== null && anchor.current !== null)
      element.scrollTo({ top: scrollTopOf(pages, anchor.current) });
  }, [pages, scroller]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const follow = (): void => {
      anchor.current = anchorAt(pages, element.scrollTop);
      setTop(element.scrollTop);
    };
    follow();
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [pages, scroller]);

  return {
    pages,
    percent,
    isFitted: chosen === null,
    current: pageInSight(pages, top, room.height),
    view: { top, height: room.height },
    goTo: (page) => scroller.current?.scrollTo({ top: scrollTopOfPage(pages, page) }),
    zoom: (direction) => setChosen(zoomedBy(percent, direction)),
    fit: () => setChosen(null),
  };
}
