/** Orders what the palette offers: the start of a word beats its middle, the shorter beats the longer. Pure. */
import { fold } from '../../../ui/table/filter-grammar.ts';

/** How well a text answers what was typed; null when it does not. Lower is better. */
export function rankOf(words: string, typed: string): number | null {
  const text = fold(words);
  const parts = fold(typed)
    .split(/\s+/)
    .filter((part) => part !== '');
  let rank = 0;
  for (const part of parts) {
    const at = text.indexOf(part);
    if (at < 0) return null;
    const isWordStart = at === 0 || /[\s(-]/.test(text.charAt(at - 1));
    rank += at === 0 ? 0 : isWordStart ? 1 : 2;
  }
  return rank + text.length / 1000;
}

/** The entries that answer what was typed, the best first, at most `limit`. */
export function findBest<Entry>(
  entries: readonly Entry[],
  wordsOf: (entry: Entry) => string,
  typed: string,
  limit: number,
): Entry[] {
  return entries
    .flatMap((entry) => {
      const rank = rankOf(wordsOf(entry), typed);
      return rank === null ? [] : [{ entry, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ entry }) => entry);
}
