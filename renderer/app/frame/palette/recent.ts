/** What was last chosen in the palette, until the window is closed. Ids only. */

const MOST = 6;
let recent: readonly string[] = [];

export function noteChosen(id: string): void {
  recent = [id, ...recent.filter((other) => other !== id)].slice(0, MOST);
}

export function recentlyChosen(): readonly string[] {
  return recent;
}
