/** Judges by its own rhythm whether a sender is heard, late or silent. Pure; knows no register and no season. */

const HOUR_MS = 3_600_000;
/** Below three receptions a sender has no rhythm yet. */
const FEWEST_RECEPTIONS = 3;
const SILENT_INTERVALS = 3;
const LATE_INTERVALS = 2;

export type Heard = 'received' | 'late' | 'silent' | 'never';

/** The median of the intervals between receptions, newest first; null while there are too few. */
export function medianIntervalMs(receptionsMs: readonly number[]): number | null {
  if (receptionsMs.length < FEWEST_RECEPTIONS) return null;
  const intervals = receptionsMs
    .slice(1)
    .map((older, index) => (receptionsMs[index] ?? older) - older)
    .toSorted((a, b) => a - b);
  const middle = intervals.length / 2;
  const [below = 0, above = 0] = [intervals[Math.ceil(middle) - 1], intervals[Math.floor(middle)]];
  return (below + above) / 2;
}

/**
 * Silent is who sent nothing for three of his own intervals, and at least for `limitHours`; late who missed the
 * second, and half of that time. `receptionsMs` newest first. A sender that sends the same value again is not silent.
 */
export function judgeSilence(receptionsMs: readonly number[], now: Date, limitHours: number): Heard {
  const [last] = receptionsMs;
  if (last === undefined) return 'never';
  const interval = medianIntervalMs(receptionsMs) ?? 0;
  const ageMs = now.getTime() - last;
  if (ageMs > Math.max(SILENT_INTERVALS * interval, limitHours * HOUR_MS)) return 'silent';
  return ageMs > Math.max(LATE_INTERVALS * interval, (limitHours * HOUR_MS) / 2) ? 'late' : 'received';
}
