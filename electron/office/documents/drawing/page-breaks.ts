/** Which rows of a table stand on which page. Pure arithmetic over heights. */

export interface BreakableRow {
  readonly height: number;
  /** A group's head never ends a page; a sum never begins one. */
  readonly keepWithNext: boolean;
}

export interface PageRoom {
  /** What is left on the page where the table begins, its head already taken off. */
  readonly first: number;
  /** What an empty page offers below a repeated head. */
  readonly following: number;
  /** The row with the sum so far, at the end of a page and at the top of the next; 0 without one. */
  readonly carry: number;
}

/** How many rows from `start` on must stay together. */
function chainLength(rows: readonly BreakableRow[], start: number): number {
  let end = start;
  while (rows[end]?.keepWithNext === true && end + 1 < rows.length) end += 1;
  return end - start + 1;
}

function heightOf(rows: readonly BreakableRow[], start: number, count: number): number {
  return rows.slice(start, start + count).reduce((sum, row) => sum + row.height, 0);
}

/**
 * The index of the first row of each page after the first, or 0 first when not even the first rows fit below what
 * already stands on the page. Every row stands on exactly one page; chains of rows that belong together are only
 * broken when no page could hold them.
 */
export function findPageBreaks(rows: readonly BreakableRow[], room: PageRoom): number[] {
  const breaks: number[] = [];
  let left = room.first;
  let isFreshPage = room.first >= room.following;
  let index = 0;
  while (index < rows.length) {
    const chain = chainLength(rows, index);
    const chainHeight = heightOf(rows, index, chain);
    const reserve = index + chain < rows.length ? room.carry : 0;
    if (chainHeight + reserve <= left) {
      left -= chainHeight;
      index += chain;
      isFreshPage = false;
    } else if (!isFreshPage) {
      breaks.push(index);
      left = room.following - (index > 0 ? room.carry : 0);
      isFreshPage = true;
    } else {
      left -= rows[index]?.height ?? 0;
      index += 1;
      isFreshPage = false;
    }
  }
  return breaks;
}
