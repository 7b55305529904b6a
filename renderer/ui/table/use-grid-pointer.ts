/** What the mouse does in a table: standing, marking by dragging, sorting, opening, menus. */
import type { MouseEvent } from 'react';
import { extendTo, standAt, type Cursor } from './grid-cursor.ts';

export interface PointerActions {
  readonly markAt: (cursor: Cursor) => void;
  readonly sort: (column: number, isAdded: boolean) => void;
  readonly open: (row: number) => void;
  readonly edit: (row: number, column: number, typed: string | null) => boolean;
  readonly openTitleMenu: (column: number) => void;
  readonly openRowMenu: (row: number, anchor?: Element) => void;
}

interface PointerHandlers {
  readonly onClick: (event: MouseEvent) => void;
  readonly onMouseDown: (event: MouseEvent) => void;
  readonly onMouseMove: (event: MouseEvent) => void;
  readonly onMouseOver: (event: MouseEvent) => void;
  readonly onDoubleClick: (event: MouseEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
}

function hit(event: MouseEvent, selector: string): HTMLElement | null {
  return event.target instanceof Element ? event.target.closest<HTMLElement>(selector) : null;
}

/** Row and column of the cell under the pointer; row -1 is the header. */
function placeOf(event: MouseEvent): readonly [number, number] | null {
  const [row, column] = (hit(event, '[data-cell]')?.dataset['cell'] ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? null : [row, column];
}

/** Words that do not fit their cell are shown whole while the pointer rests on them. */
function showCutWords(words: HTMLElement | null): void {
  if (!words) return;
  if (words.scrollWidth > words.clientWidth) words.title = words.textContent ?? '';
  else words.removeAttribute('title');
}

/** The mouse handlers of the grid. While a cell is edited, marking rests. */
export function useGridPointer(cursor: Cursor, isEditing: boolean, actions: PointerActions): PointerHandlers {
  return {
    onClick: (event) => {
      const menuButton = hit(event, '[data-row-menu]');
      if (menuButton) {
        const row = Number(menuButton.closest<HTMLElement>('[data-row]')?.dataset['row']);
        actions.markAt(standAt(row, cursor.at.column));
        actions.openRowMenu(row, menuButton);
        return;
      }
      const place = placeOf(event);
      if (!place) return;
      if (place[0] < 0) actions.sort(place[1], event.shiftKey);
      else if (hit(event, '[data-opens] .table-words')) actions.open(place[0]);
    },
    onMouseDown: (event) => {
      const place = placeOf(event);
      if (!place || isEditing || event.button !== 0) return;
      const isMarking = event.shiftKey && place[0] >= 0;
      if (isMarking) event.preventDefault();
      actions.markAt(isMarking ? extendTo(cursor, ...place) : standAt(...place));
    },
    onMouseMove: (event) => {
      if (event.buttons !== 1 || isEditing || cursor.at.row < 0) return;
      const place = placeOf(event);
      const isNew = place && (place[0] !== cursor.extent.row || place[1] !== cursor.extent.column);
      if (isNew && place[0] >= 0) actions.markAt(extendTo(cursor, ...place));
    },
    onMouseOver: (event) => showCutWords(hit(event, '.table-words')),
    onDoubleClick: (event) => {
      const place = placeOf(event);
      if (place && place[0] >= 0 && !actions.edit(...place, null)) actions.open(place[0]);
    },
    onContextMenu: (event) => {
      const place = placeOf(event);
      if (!place) return;
      event.preventDefault();
      if (place[0] < 0) return actions.openTitleMenu(place[1]);
      actions.openRowMenu(place[0], hit(event, '[data-cell]') ?? undefined);
    },
  };
}
