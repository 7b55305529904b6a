/** A stretch of days, both ends included. */
import { addDays, countDays, type PlainDate } from './plain-date.ts';

/** Both ends belong to the period: a user's last day is his. */
export interface Period {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export function lengthInDays(period: Period): number {
  return countDays(period.from, period.to);
}

/** The days both periods share, or null when there are none. */
export function intersect(a: Period, b: Period): Period | null {
  const from = a.from > b.from ? a.from : b.from;
  const to = a.to < b.to ? a.to : b.to;
  return from <= to ? { from, to } : null;
}

/** The stretches of `whole` that none of `parts` covers; `parts` may come in any order but must not overlap. */
export function gapsIn(whole: Period, parts: readonly Period[]): Period[] {
  const gaps: Period[] = [];
  let next = whole.from;
  for (const part of parts.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (part.from > next) gaps.push({ from: next, to: addDays(part.from, -1) });
    if (part.to >= next) next = addDays(part.to, 1);
  }
  if (next <= whole.to) gaps.push({ from: next, to: whole.to });
  return gaps;
}
