/** Where one stood in a list when leaving its page, so that coming back finds the same rows and the same cell. */
import { useMemo } from 'react';
import { usePagePath } from './page-path.ts';

/** A place in a list; the row by its id, for rows come and go. */
export interface KeptPlace {
  readonly offset: number;
  readonly rowId: string | undefined;
  readonly column: number;
  /** Whether the keyboard stood in the list; a list further down a page is not jumped to otherwise. */
  readonly hadFocus: boolean;
}

const places = new Map<string, KeptPlace>();

interface PlaceKeeper {
  /** The place kept from the last visit. */
  readonly find: () => KeptPlace | undefined;
  readonly keep: (place: KeptPlace) => void;
}

/** Forgets every place, as the office is locked. */
export function forgetPlaces(): void {
  places.clear();
}

/** The keeper of one list on the page at hand. */
export function usePlaceKeeper(list: string): PlaceKeeper {
  const key = `${usePagePath()} ${list}`;
  return useMemo(() => ({ find: () => places.get(key), keep: (place) => places.set(key, place) }), [key]);
}
