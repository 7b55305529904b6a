/** Brings a table back to where it was left: scrolled as before, the focus on the same cell. */
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { usePlaceKeeper, type KeptPlace } from '../../lib/kept-places.ts';
import { standAt, type Cursor } from './grid-cursor.ts';

/** The place kept for this table, as it was when the table came onto the page. */
export function useFoundPlace(list: string): KeptPlace | undefined {
  const { find } = usePlaceKeeper(list);
  const [found] = useState(find);
  return found;
}

/** The cursor of a kept place; the first cell when its row is gone. */
export function cursorAt(place: KeptPlace | undefined, ids: readonly string[]): Cursor {
  const row = place?.rowId === undefined ? -1 : ids.indexOf(place.rowId);
  return row < 0 ? standAt(0, 0) : standAt(row, place?.column ?? 0);
}

/** The page before took the focus away with it, or left it on the pane as a whole: the keyboard stands nowhere. */
function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === document.body || activeElement?.matches('main') === true;
}

/** Where the focus goes when it leaves a list for another part of the page; menus and dialogs come back to it. */
const ELSEWHERE = '.sidebar, .header, main';

/** Scrolls to the kept place once, and keeps the place as it changes. */
export function useKeptPlace(
  list: string,
  scroller: RefObject<HTMLElement | null>,
  found: KeptPlace | undefined,
  ids: readonly string[],
  { at }: Cursor,
  focusCell: () => void,
): void {
  const { keep } = usePlaceKeeper(list);
  const isRestored = useRef(false);
  const hasFocus = useRef(false);

  useLayoutEffect(() => {
    if (isRestored.current) return;
    isRestored.current = true;
    if (found === undefined) return;
    scroller.current?.scrollTo({ top: found.offset });
    if (found.hadFocus && isFocusFree()) focusCell();
  }, [found, scroller, focusCell]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    hasFocus.current ||= element.contains(document.activeElement);
    const note = (): void =>
      keep({
        offset: element.scrollTop,
        rowId: ids[at.row],
        column: at.column,
        hadFocus: hasFocus.current,
      });
    const follow = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      if (element.contains(target)) hasFocus.current = true;
      else if (target.closest(ELSEWHERE)) hasFocus.current = false;
      note();
    };
    note();
    element.addEventListener('scroll', note, { passive: true });
    document.addEventListener('focusin', follow);
    return () => {
      element.removeEventListener('scroll', note);
      document.removeEventListener('focusin', follow);
    };
  }, [keep, scroller, ids, at]);
}
