/** Which rows of a long table are in the page: all rows are equally high, so that the places follow by counting. Pure. */

export interface Viewport {
  /** Pixels scrolled, and pixels in sight. */
  readonly offset: number;
  readonly height: number;
}

interface Rows {
  readonly count: number;
  readonly rowHeight: number;
  /** The row with the focus stays in the page wherever one scrolls; -1 for none. */
  readonly kept: number;
}

/** Rows drawn above and below those in sight, so that scrolling shows no gaps. */
const AROUND = 8;

/** The rows to draw, ascending. */
export function rowsInPage({ offset, height }: Viewport, { count, rowHeight, kept }: Rows): number[] {
  const first = Math.max(0, Math.floor(offset / rowHeight) - AROUND);
  const last = Math.min(count - 1, Math.ceil((offset + height) / rowHeight) + AROUND);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (kept < 0 || kept >= count || (kept >= first && kept <= last)) return rows;
  return kept < first ? [kept, ...rows] : [...rows, kept];
}

/** What stands fixed over the rows: header and filter above, the footer below, in pixels. */
export interface Fixed {
  readonly above: number;
  readonly below: number;
}

/** How far to scroll so that a row is in sight, with as little movement as possible. */
export function offsetToShow(row: number, rowHeight: number, viewport: Viewport, fixed: Fixed): number {
  const top = row * rowHeight;
  const room = viewport.height - fixed.above - fixed.below;
  if (top < viewport.offset) return top;
  return top + rowHeight > viewport.offset + room ? top + rowHeight - room : viewport.offset;
}
