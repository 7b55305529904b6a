/** How much room the window leaves at the size the user chose; the style sheet folds the page by it. */

export type Room = 'narrow' | 'medium' | 'wide';

const NARROW_BELOW_REM = 48;
const WIDE_FROM_REM = 60;

/**
 * The room of a window so many pixels wide. Media queries cannot tell: they count rem by the browser's own font size,
 * and a window at 200 % has half the room.
 */
export function roomOf(widthPx: number, zoomPercent: number): Room {
  const rem = widthPx / ((16 * zoomPercent) / 100);
  if (rem < NARROW_BELOW_REM) return 'narrow';
  return rem < WIDE_FROM_REM ? 'medium' : 'wide';
}

/** Keeps `data-room` of the root element true while the window changes; returns the end of it. */
export function followRoom(zoomPercent: number, root: HTMLElement): () => void {
  const look = (): void => {
    root.dataset['room'] = roomOf(innerWidth, zoomPercent);
  };
  look();
  addEventListener('resize', look);
  return () => removeEventListener('resize', look);
}
