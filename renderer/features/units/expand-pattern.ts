/** Pattern fill: `VH {EG|1. OG} {li|re}` and `WE {1-12}` become names. Pure. */

const MOST_NAMES = 500;
const GROUP = /\{([^{}]*)\}/;
const RANGE = /^\s*(\d{1,4})\s*[-–]\s*(\d{1,4})\s*$/;

/** What a group stands for: its words, or every number of a range with the same leading zeros. */
function choicesOf(group: string): string[] {
  const range = RANGE.exec(group);
  if (!range) return group.split('|').map((word) => word.trim());
  const [from, to] = [Number(range[1]), Number(range[2])];
  const width = range[1]?.startsWith('0') === true ? range[1].length : 0;
  const count = Math.max(0, Math.min(to - from + 1, MOST_NAMES + 1));
  return Array.from({ length: count }, (_, index) => String(from + index).padStart(width, '0'));
}

/** The names a pattern makes, in its order; `'unreadable'` for a stray bracket, `'tooMany'` beyond 500. */
export function expandPattern(pattern: string): readonly string[] | 'unreadable' | 'tooMany' {
  let names = [pattern.trim()];
  while (names.some((name) => GROUP.test(name))) {
    names = names.flatMap((name) => {
      const group = GROUP.exec(name)?.[1];
      return group === undefined ? [name] : choicesOf(group).map((word) => name.replace(GROUP, () => word));
    });
    if (names.length > MOST_NAMES) return 'tooMany';
  }
  const tidy = names.map((name) => name.replace(/\s+/g, ' ').trim()).filter((name) => name !== '');
  return tidy.length === 0 || tidy.some((name) => /[{}]/.test(name)) ? 'unreadable' : [...new Set(tidy)];
}
