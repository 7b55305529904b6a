/** The largest parts of a whole, and all the others as one: a chart of thirty colours tells nothing. Pure. */

export interface Grouped<Part> {
  readonly shown: readonly Part[];
  readonly others: readonly Part[];
}

/** At most `most` parts, the largest first; one more stands for all the others, and is never a single one. */
export function groupParts<Part>(
  parts: readonly Part[],
  sizeOf: (part: Part) => number,
  most: number,
): Grouped<Part> {
  const sorted = parts.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  if (sorted.length <= most) return { shown: sorted, others: [] };
  return { shown: sorted.slice(0, most - 1), others: sorted.slice(most - 1) };
}
