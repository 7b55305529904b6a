/** Geometry of the pages of a document below each other: where each lies, which are in sight, which zoom fits. Pure. */
import type { PageSize } from '../../lib/open-pdf.ts';

/** A page in CSS pixels; `top` from the top of the column. */
export interface PlacedPage {
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Between the pages, above the first and below the last. */
export const PAGE_GAP = 16;

/** CSS pixels a point at 100 %: 96 to the inch against 72. */
export const FULL_SIZE = 96 / 72;

/** In percent, as the buttons and keys go through them. */
const ZOOM_STEPS = [25, 50, 75, 100, 125, 150, 200, 300, 400] as const;
const SMALLEST = ZOOM_STEPS[0];
const LARGEST = 400;
const READS_WELL = 120;

/** The pages at a zoom of `percent`. */
export function layPages(sizes: readonly PageSize[], percent: number): PlacedPage[] {
  const scale = (FULL_SIZE * percent) / 100;
  let top = PAGE_GAP;
  return sizes.map(({ width, height }) => {
    const placed = { top, width: width * scale, height: height * scale };
    top += placed.height + PAGE_GAP;
    return placed;
  });
}

/** The zoom in whole percent at which the widest page fills the room; on a wide screen no larger than one reads well. */
export function fitWidth(sizes: readonly PageSize[], roomPx: number): number {
  const widest = Math.max(1, ...sizes.map(({ width }) => width * FULL_SIZE));
  const percent = Math.floor(((roomPx - 2 * PAGE_GAP) / widest) * 100);
  return Math.min(READS_WELL, Math.max(SMALLEST, percent));
}

/** The next step of the zoom in a direction; the last one stays. */
export function zoomedBy(percent: number, direction: 1 | -1): number {
  return direction === 1
    ? (ZOOM_STEPS.find((step) => step > percent) ?? LARGEST)
    : (ZOOM_STEPS.findLast((step) => step < percent) ?? SMALLEST);
}

/** A place in the document that stays under the eye when the zoom changes. */
export interface Anchor {
  readonly page: number;
  /** Of the page's height; more than 1 in the gap below it. */
  readonly part: number;
}

export function anchorAt(pages: readonly PlacedPage[], scrollTop: number): Anchor {
  const page = Math.max(
    0,
    pages.findLastIndex(({ top }) => top - PAGE_GAP <= scrollTop),
  );
  const { top = 0, height = 1 } = pages[page] ?? {};
  return { page, part: (scrollTop - top) / height };
}

export function scrollTopOf(pages: readonly PlacedPage[], { page, part }: Anchor): number {
  const { top = 0, height = 0 } = pages[page] ?? {};
  return Math.max(0, top + part * height);
}

/** The page a reader is on: the one at the middle of what is in sight. */
export function pageInSight(pages: readonly PlacedPage[], scrollTop: number, viewPx: number): number {
  const middle = scrollTop + viewPx / 2;
  return Math.max(
    0,
    pages.findLastIndex(({ top }) => top <= middle),
  );
}

/** Whether a page is in sight or within one view of it: only such a page is drawn. */
export function isNear({ top, height }: PlacedPage, scrollTop: number, viewPx: number): boolean {
  return top + height >= scrollTop - viewPx && top <= scrollTop + 2 * viewPx;
}

/** Where to scroll for a page to begin at the upper edge; the nearest page outside the document is its end. */
export function scrollTopOfPage(pages: readonly PlacedPage[], page: number): number {
  const wanted = pages[Math.min(Math.max(page, 0), pages.length - 1)];
  return wanted === undefined ? 0 : wanted.top - PAGE_GAP;
}
