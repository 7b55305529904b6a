/** Which day it is in the office: the calendar of Berlin, whatever zone the machine is set to. */
import { plainDateOf, type PlainDate } from '#shared/model/plain-date.ts';

const HOUR_MS = 3_600_000;

const BERLIN = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export function officeDayOf(instant: Date): PlainDate {
  return plainDateOf(BERLIN.format(instant));
}

const BERLIN_HOUR = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** Whether the clocks of Berlin are two hours ahead of UTC. */
function isSummerTime(instant: Date): boolean {
  return (Number(BERLIN_HOUR.format(instant)) - instant.getUTCHours() + 24) % 24 === 2;
}

/**
 * The instant at which the clocks of Berlin show a time, `HH:MM`, on a day. A time that is skipped in spring is the one
 * an hour later; of one that comes twice in autumn it is the first.
 */
export function officeInstantOf(day: PlainDate, time: string): Date {
  const asUtcMs = Date.parse(`${day}T${time}:00Z`);
  const inSummer = new Date(asUtcMs - 2 * HOUR_MS);
  return isSummerTime(inSummer) ? inSummer : new Date(asUtcMs - HOUR_MS);
}
