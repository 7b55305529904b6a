/** When the office pulls by itself: the setting, and the next moment that follows from it. */
import { z } from 'zod';
import { pullSchedule, type PullSchedule } from '#shared/contract/pull.ts';
import { addDays } from '#shared/model/plain-date.ts';
import type { Change } from '../store/change.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { officeDayOf, officeInstantOf } from './office-day.ts';

const SETTING = 'pullSchedule';
const MINUTE_MS = 60_000;
/** Whoever has just unlocked looks something up first. */
const AFTER_UNLOCKING_MS = MINUTE_MS;
/** A failed pull is tried again this soon: the network may be back. */
const AFTER_FAILURE_MS = 15 * MINUTE_MS;

/** The schedule, and since when it holds. */
const stored = z.strictObject({ schedule: pullSchedule, since: z.iso.datetime() });
type StoredSchedule = z.output<typeof stored>;

/** Null when none was ever set. */
export function readPullSchedule(store: Store): StoredSchedule | null {
  return stored.nullable().parse(readSetting(store, SETTING) ?? null);
}

export function writePullSchedule(change: Change, schedule: PullSchedule): void {
  writeSetting(change, SETTING, { schedule, since: change.at });
}

/** What the next pull is reckoned from. */
export interface BeforeNextPull {
  /** When the schedule was set. */
  readonly since: Date;
  /** When the last pull that did not fail began, by hand or not; null when there was none. */
  readonly lastAt: Date | null;
  /** When the schedule's own last pull began, if that one failed. */
  readonly failedAt: Date | null;
  /** When the office was unlocked. */
  readonly openedAt: Date;
}

/**
 * The moment of the next pull; one in the past is due now. What fell into a time when the office was locked is made up
 * for a minute after unlocking. Null when the schedule is off.
 */
export function nextPullAt(schedule: PullSchedule, before: BeforeNextPull): Date | null {
  if (schedule.kind === 'off') return null;
  const { since, lastAt, failedAt, openedAt } = before;
  const from = lastAt !== null && lastAt > since ? lastAt : since;
  const wanted =
    schedule.kind === 'every'
      ? from.getTime() + schedule.minutes * MINUTE_MS
      : nextTimeOfDay(schedule.at, from);
  return new Date(
    Math.max(
      wanted,
      openedAt.getTime() + AFTER_UNLOCKING_MS,
      failedAt === null ? 0 : failedAt.getTime() + AFTER_FAILURE_MS,
    ),
  );
}

/** The first time the office's clocks show `at` after an instant, in milliseconds. */
function nextTimeOfDay(at: string, after: Date): number {
  const day = officeDayOf(after);
  const sameDay = officeInstantOf(day, at);
  return (sameDay > after ? sameDay : officeInstantOf(addDays(day, 1), at)).getTime();
}
