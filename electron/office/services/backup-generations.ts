/** Which backups stay: one a day for seven days, one a week for four weeks, one a month for twelve months. */
import { addDays, dayOfInstant, type PlainDate } from '#shared/model/plain-date.ts';

export interface DatedBackup {
  readonly name: string;
  readonly takenAt: Date;
}

const DAYS = 7;
const WEEKS = 4;
const MONTHS = 12;

/** Day 0 of the week count, a Monday. */
const SOME_MONDAY = Date.UTC(1970, 0, 5);
const WEEK_MS = 7 * 86_400_000;

const dayOf = ({ takenAt }: DatedBackup): PlainDate => dayOfInstant(takenAt);
const weekOf = ({ takenAt }: DatedBackup): number => Math.floor((takenAt.getTime() - SOME_MONDAY) / WEEK_MS);
const monthOf = (backup: DatedBackup): string => dayOf(backup).slice(0, 7);

/** The newest backup of each of the `count` newest spans that have one. */
function newestOfEach(
  newestFirst: readonly DatedBackup[],
  spanOf: (backup: DatedBackup) => string | number,
  count: number,
): DatedBackup[] {
  const kept = new Map<string | number, DatedBackup>();
  for (const backup of newestFirst) {
    const span = spanOf(backup);
    if (!kept.has(span) && kept.size < count) kept.set(span, backup);
  }
  return [...kept.values()];
}

/**
 * The backups that may be deleted. Spans without a backup do not count, so that a long holiday deletes nothing; all
 * backups of today stay, whatever they were made for.
 */
export function outdatedBackups(backups: readonly DatedBackup[], now: Date): DatedBackup[] {
  const newestFirst = backups.toSorted((a, b) => b.takenAt.getTime() - a.takenAt.getTime());
  const yesterday = addDays(dayOfInstant(now), -1);
  const kept = new Set([
    ...newestFirst.filter((backup) => dayOf(backup) > yesterday),
    ...newestOfEach(newestFirst, dayOf, DAYS),
    ...newestOfEach(newestFirst, weekOf, WEEKS),
    ...newestOfEach(newestFirst, monthOf, MONTHS),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}
